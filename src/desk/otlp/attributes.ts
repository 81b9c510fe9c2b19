import type { Plain } from '../record.ts';

/** Adds an attribute of whatever name. In a plain object, which is half the work of one without prototype, `__proto__` would be lost. */
export function setAttribute(attributes: Record<string, Plain>, name: string, value: Plain): void {
  if (name != '__proto__') attributes[name] = value;
  else Object.defineProperty(attributes, name, { value, enumerable: true, configurable: true, writable: true });
}
