/** The floor: nobody listens. */
Object.assign(globalThis, { begin() {}, pushEvent() {} });
