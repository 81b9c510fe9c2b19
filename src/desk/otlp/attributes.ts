import type { Plain } from '../record.ts';

/** To collect attributes in, of whatever names: `__proto__` is one as any other. */
export const createAttributes = (): Record<string, Plain> => Object.create(null) as Record<string, Plain>;
