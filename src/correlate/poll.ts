/** How often to look where the page is visible, in ms. */
const INTERVAL = 1000;

/**
 * For an SDK that has no event for a change of its own ID: calls back where one is likely (the customer returns to the page, clicks
 * or types) and, while the page is visible, once a second. Ends by what it returns.
 */
export function poll(changed: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const look = () => changed();
  // In a later task: the SDK renews its session in a handler of its own, which may come after this one.
  const lookLater = () => void setTimeout(look);
  for (const type of ['pageshow', 'visibilitychange', 'focus']) addEventListener(type, look, { signal });
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, lookLater, { signal, capture: true, passive: true });
  }
  const timer = setInterval(() => document.hidden || look(), INTERVAL);
  return () => {
    controller.abort();
    clearInterval(timer);
  };
}
