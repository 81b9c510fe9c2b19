import type { Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table } from '../table.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { jsonRequest, RECORDS } from './requests.ts';
import { sendAll } from './sender.ts';

const MILLION = 1_000_000;
/** MB. */
const MOST = 250;
/** Requests that are ready at a time. */
const TOGETHER = 1_000;

/** How much memory does the desk have while it takes a million records in? */
export function askMemory(): Question {
  const samples = new Samples();
  return {
    title: 'Desk: memory',
    method: `The most memory ("resident set") that the desk's process has had after a million records in JSON from 16 connections, in MB, and how much that was when it had taken in nothing.`,
    rounds: 1,
    round: () =>
      withFolder((folder) =>
        withDesk(`${folder}/desk.sqlite`, async ({ url, peak }) => {
          samples.add('idle', peak());
          for (let sent = 0; sent * RECORDS < MILLION; sent += TOGETHER) {
            const bodies = Array.from({ length: TOGETHER }, (_, i) => Buffer.from(jsonRequest(sent + i, Date.now())));
            await sendAll(url, TOKEN, { type: 'application/json', bodies });
          }
          samples.add('peak', peak());
        }),
      ),
    table: () =>
      table(
        ['', 'MB'],
        [
          ['nothing taken in', String(Math.round(samples.median('idle')))],
          ['while taking in a million', String(Math.round(samples.median('peak')))],
        ],
      ),
    verdicts: () => [
      {
        what: 'desk memory',
        goal: `≤ ${MOST} MB`,
        measured: `${Math.round(samples.median('peak'))} MB while taking in a million`,
        isMet: samples.median('peak') <= MOST,
      },
    ],
  };
}
