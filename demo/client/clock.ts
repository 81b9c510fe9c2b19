/** The time of day, to the millisecond. */
export function clock(ms: number): string {
  const time = new Date(ms);
  return `${time.toTimeString().slice(0, 8)}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}
