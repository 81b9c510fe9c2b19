/** What the page has for the measuring. */
type Ready = typeof globalThis & { begin(phase: number): Promise<{ text: number; painted: number }> };

/**
 * Runs in the page. The element is there, and so is the script as text, which is compiled and run as on a first visit when it
 * comes into the document, but without the network.
 */
export function prepare(code: string, tag: string): void {
  const script = document.createElement('script');
  script.type = 'module';
  script.text = code;
  const frame = () => new Promise(requestAnimationFrame);
  const isShown = () => {
    const root = document.querySelector(tag)!.shadowRoot;
    const button = root?.querySelector('[part=copy-button]');
    // One that is an element of somebody's own is there when it has rendered, too.
    const isThere = button?.localName.includes('-') ? button.shadowRoot?.querySelector('button') : button;
    return isThere && root!.querySelector('[part=id]')?.textContent;
  };
  const shown = new Promise<number>((resolve) => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      // Its callback is a microtask: right behind the rendering, whoever renders.
      if (this.matches(`${tag}, [part=copy-button]`))
        new MutationObserver(() => isShown() && resolve(performance.now())).observe(root, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      return root;
    };
  });
  document.body.append(document.createElement(tag));
  const begin: Ready['begin'] = async (phase) => {
    await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, phase));
    const start = performance.now();
    document.head.append(script);
    const text = (await shown) - start;
    await frame();
    await frame();
    return { text, painted: performance.now() - start };
  };
  Object.assign(globalThis, { begin });
}

/** Runs in the page: ms until the ID is in the DOM, and until it is painted. */
export const begin = (phase: number): ReturnType<Ready['begin']> => (globalThis as Ready).begin(phase);

/** Runs in the page: the ID that it shows, and its cookies. */
export const look = (tag: string): { id: string; cookie: string } => ({
  id: document.querySelector(tag)?.shadowRoot?.querySelector('[part=id]')?.textContent ?? '',
  cookie: document.cookie,
});
