/** What one writes oneself, and what ratios are against: one header on every request, whoever gets it, in the place of a `Request`'s own. */
Object.assign(globalThis, {
  install() {
    const real = globalThis.fetch;
    let id = '6fgje00123456782';
    addEventListener('session-change', (event) => (id = (event as CustomEvent<{ session: { id: string } }>).detail.session.id));
    globalThis.fetch = (input, init) => real(input, { ...init, headers: { ...init?.headers, baggage: `session.id=${id}` } });
  },
});
