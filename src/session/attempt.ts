/** What the work answers, or undefined where it throws: what a browser with blocked storage or an opaque origin does on mere looking. */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
