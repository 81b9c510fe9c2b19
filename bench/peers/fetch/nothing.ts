/** The floor: nothing in the way of `fetch`. */
Object.assign(globalThis, { install: () => {} });
