/**
 * What one writes oneself, and what ratios are against: one header on every request, whoever gets it. A `Request` is copied: its
 * headers are to stay, and it is the caller's.
 */
Object.assign(globalThis, {
  install() {
    const real = globalThis.fetch;
    let id = '6fgje00123456782';
    addEventListener('session-change', (event) => (id = (event as CustomEvent<{ session: { id: string } }>).detail.session.id));
    globalThis.fetch = (input, init) => {
      if (!(input instanceof Request))
        return real(input, { ...init, headers: { ...init?.headers, baggage: `session.id=${id}` } });
      const request = new Request(input, init);
      request.headers.append('baggage', `session.id=${id}`);
      return real(request);
    };
  },
});
