/** What the tests of sources share: records in a list, and real clicks. */
import { sendMouse } from '@web/test-runner-commands';
import type { Emit, TrailRecord } from '../../../src/trail/record.js';

/** A list, and what puts records into it. */
export function collect(): { records: TrailRecord[]; emit: Emit } {
  const records: TrailRecord[] = [];
  return { records, emit: (record) => void records.push(record) };
}

/** A real click, in the middle of it. */
export async function clickOn(element: Element): Promise<void> {
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
