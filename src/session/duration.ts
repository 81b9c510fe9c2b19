import { hint } from './hint.js';

const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

/** Reads `30m`, `24h`, `45s`, `7d`, or ms. Nothing for nothing, nor, with one clear error, for what is none of these. */
export function toDuration(what: 'max-duration' | 'inactivity-timeout', value?: string | number | null): number | undefined {
  if (value == null) return;
  const [, amount, unit] = /^([\d.]+)([smhd]?)$/.exec(String(value)) ?? [];
  const duration = +amount! * UNITS[unit!]!;
  if (duration > 0) return duration;
  hint(what, value);
}
