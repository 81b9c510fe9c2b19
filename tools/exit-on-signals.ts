/**
 * Ends this process on the signals that ask for it, by `process.exit`, so that the exit handlers run which close the
 * browsers. Node itself would end without them, and leave Xvfb, MiniBrowser and Firefox behind.
 */
export function exitOnSignals(): void {
  process.once('SIGTERM', () => process.exit(143));
  process.once('SIGINT', () => process.exit(130));
}
