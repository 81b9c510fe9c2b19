/** What one finds in many an application: the same header, in the place of all that a `Request` has of its own. */
Object.assign(globalThis, {
  install() {
    const real = globalThis.fetch;
    let id = '6fgje00123456782';
    addEventListener('session-change', (event) => (id = (event as CustomEvent<{ session: { id: string } }>).detail.session.id));
    globalThis.fetch = (input, init) => real(input, { ...init, headers: { ...init?.headers, baggage: `session.id=${id}` } });
  },
});
