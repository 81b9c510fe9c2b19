/** Shows the floor's element, whose script is on the page already. */
Object.assign(globalThis, {
  begin: () => document.body.append(document.createElement('bench-floor')),
});
