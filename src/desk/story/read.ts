import { COUNT, PAGE_PATH } from '../../records/attributes.ts';
import type { DeskRecord } from '../record.ts';

/** An attribute that is text; empty where it is anything else. Numbers are written out: some senders have a status as text, some not. */
export function textOf({ attributes }: DeskRecord, name: string): string {
  const value = attributes[name];
  return typeof value == 'string' ? value : typeof value == 'number' ? `${value}` : '';
}

/** An attribute that is a number, or text that says one; null where it is anything else. */
export function numberOf(record: DeskRecord, name: string): number | null {
  const text = textOf(record, name);
  const value = text.trim() ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** How often it happened: a record of something that repeats stands for all of them. */
export function countOf(record: DeskRecord): number {
  const count = Math.floor(numberOf(record, COUNT) ?? 1);
  return count >= 1 && count <= 1e9 ? count : 1;
}

/** Path of the page on which it happened; empty where the record does not say. */
export const pageOf = (record: DeskRecord): string => textOf(record, PAGE_PATH);

/** What it says in words; empty where the body is no text. */
export const bodyOf = ({ body }: DeskRecord): string => (typeof body == 'string' ? body : '');

/** Who recorded it, such as a server; empty where the record does not say. */
export function serviceOf({ resource }: DeskRecord): string {
  const name = resource['service.name'];
  return typeof name == 'string' ? name : '';
}
