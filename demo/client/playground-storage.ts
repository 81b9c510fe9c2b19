/** Before each name in the storage, so that the pages of the shop do not take it for their badge's. */
const PREFIX = 'playground ';

/**
 * Gives this document a part of `localStorage` that is the playground's own. Consent is the whole origin's, whatever the cookie is
 * called: a badge with `persistence="memory"` takes what is known of the sessions of all its pages out of the browser, and by
 * this storage they hear of it.
 */
export function useOwnStorage(): void {
  const shared = localStorage;
  const own = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, name: string) =>
        name == 'removeItem' ? (key: string) => shared.removeItem(PREFIX + key) : (shared.getItem(PREFIX + name) ?? undefined),
      set(_, name: string, value: string) {
        shared.setItem(PREFIX + name, value);
        return true;
      },
    },
  );
  Object.defineProperty(window, 'localStorage', { value: own });

  // Heard under the name that it has here; what is told of the shop's part is not.
  addEventListener('storage', (event) => {
    const { key, newValue, storageArea } = event;
    if (storageArea != shared) return;
    event.stopImmediatePropagation();
    if (key?.startsWith(PREFIX)) dispatchEvent(new StorageEvent('storage', { key: key.slice(PREFIX.length), newValue }));
  });
}
