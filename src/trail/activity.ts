const listeners = new Set<() => void>();

/** Says that the page has begun something that its document does not show: a request, or a dialog of the browser. */
export function tellActivity(): void {
  for (const listener of listeners) listener();
}

/** Hears of it, until what it returns is called. */
export function onActivity(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
