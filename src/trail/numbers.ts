import { hint } from '../session/hint.js';
import type { TrailOptions } from './types.js';

/** What holds where an option does not say otherwise. */
const DEFAULTS = { slowRequest: 3_000, slowLoad: 2_000, slowInteraction: 500, ringSize: 200, maxPerMinute: 300 };

export type Numbers = typeof DEFAULTS;

/** The options that are numbers, each with its default where it is not given, or is no number from 0 on. */
export const numbersOf = (options: TrailOptions): Numbers =>
  Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, usual]) => {
      const given = options[name as keyof Numbers] ?? usual;
      if (given >= 0) return [name, given];
      hint('trail-option', `${name}: ${given}`, 'warn', `using ${usual}`);
      return [name, usual];
    }),
  ) as Numbers;
