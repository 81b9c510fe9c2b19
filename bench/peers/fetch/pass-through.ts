/** The least that a wrapper can be. */
Object.assign(globalThis, {
  install() {
    const real = globalThis.fetch;
    globalThis.fetch = (...args) => real(...args);
  },
});
