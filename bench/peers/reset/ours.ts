/** The badge, which is on the page already: what it shows, and what a customer does who deletes the site's cookies. */
let root: ShadowRoot;

const sessionId = () => root.querySelector('[part=id]')?.textContent;

const follow = (look: () => void) =>
  new MutationObserver(look).observe(root, { childList: true, characterData: true, subtree: true });

Object.assign(globalThis, {
  async begin() {
    await customElements.whenDefined('session-id-badge');
    const badge = document.createElement('session-id-badge') as HTMLElement & { manager: { ready: Promise<unknown> } };
    document.body.append(badge);
    await new Promise(requestAnimationFrame);
    await badge.manager.ready;
    root = badge.shadowRoot!;
  },
  sessionId,
  follow,
  reset: () => (document.cookie = 'diagnostic_session=; Path=/; Max-Age=0'),
  stored: () => /diagnostic_session=(\w+)/.exec(document.cookie)?.[1],
});
