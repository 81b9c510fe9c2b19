/** What the stories of real senders are told on: a desk on a file of its own, which can be away for a while, and what it answers. */
import path from 'node:path';
import { after, before } from 'node:test';
import { startDesk, type Desk, type DeskOptions } from '../../src/desk/desk.ts';
import { useFolder } from '../desk/desk.ts';
import { answersOf, type DeskAnswers } from '../support/desk-answers.ts';

/** The desk is there once the tests run. */
export interface LiveDesk extends DeskAnswers {
  /** Where to send logs to. */
  readonly endpoint: string;
  /** Stops it: senders are refused, until `up`. */
  down(): Promise<void>;
  /** Starts another one on the same file and port. */
  up(): Promise<void>;
}

/** Starts a desk for the tests of the file that calls it. */
export function useLiveDesk(options: DeskOptions = {}): LiveDesk {
  const file = path.join(useFolder(), 'desk.sqlite');
  let desk: Desk;
  let port = 0;
  async function up(): Promise<void> {
    desk = await startDesk({ port, file, ...options });
    port = Number(new URL(desk.url).port);
  }
  before(up);
  after(() => desk.close());

  return {
    get endpoint() {
      return `${desk.url}/v1/logs`;
    },
    down: () => desk.close(),
    up,
    ...answersOf(() => desk.url),
  };
}
