/** So many are done after so many seconds. */
export type Progress = readonly (readonly [done: number, seconds: number])[];

/** Seconds until so many were done. */
export function secondsUntil(progress: Progress, count: number): number {
  const step = progress.find(([done]) => done >= count);
  if (!step) throw new Error(`${progress.at(-1)?.[0] ?? 0} were done instead of ${count}`);
  return step[1];
}
