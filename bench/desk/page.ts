import { jsonRequest, RECORDS } from './requests.ts';
import type { Question } from '../question.ts';
import { Samples } from '../samples.ts';
import { table } from '../table.ts';
import type { Visits } from '../visits.ts';
import { TOKEN, withDesk, withFolder } from './desk.ts';
import { sendAll } from './sender.ts';

const COUNT = 5_000;
const SLOWER = 4;

/** Runs in the page, from its start: when the sentence, the picture and rows to open are there, and when all records are. */
function watch(count: number) {
  const look = () => {
    const session = document.querySelector('desk-page')?.shadowRoot?.querySelector('desk-session')?.shadowRoot;
    const list = session?.querySelector('desk-records');
    const isThere =
      list?.shadowRoot?.querySelector('li') && session?.querySelector('desk-timeline')?.shadowRoot?.querySelector('.mark');
    // After a frame in which nothing else had to be done.
    if (isThere) requestAnimationFrame(() => performance.getEntriesByName('first').length || performance.mark('first'));
    if (isThere && (list as unknown as { records: unknown[] }).records.length == count) performance.mark('all');
    else requestAnimationFrame(look);
  };
  look();
}

/** How soon can an agent do something with a session of 5,000 records? */
export function askPage(visits: Visits): Question {
  const samples = new Samples();
  return {
    title: 'Desk: page',
    method: `A session of ${COUNT.toLocaleString('en')} records in a new tab, CPU ×${SLOWER} by DevTools, from the navigation, in ms: "first": the sentence, the picture and rows that open are there and a frame came; "all": all records are in the list and the picture.`,
    rounds: 5,
    round: () =>
      withFolder((folder) =>
        withDesk(`${folder}/desk.sqlite`, async ({ url }) => {
          // One session's: the same request, with other uids.
          const request = jsonRequest(1, Date.now());
          const [session] = /(?<="session.id","value":\{"stringValue":")\w+/.exec(request)!;
          const bodies = Array.from({ length: Math.ceil(COUNT / RECORDS) }, (_, i) =>
            Buffer.from(request.replaceAll('"1-', `"${i}-`)),
          );
          await sendAll(url, TOKEN, { type: 'application/json', bodies });
          await visits.first(async (page, cdp) => {
            await page.goto(`${url}/`);
            await page.evaluate(async (token) => {
              const headers = { 'content-type': 'application/json' };
              await fetch('/api/login', { method: 'POST', headers, body: JSON.stringify({ token }) });
            }, TOKEN);
            await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
            await page.evaluateOnNewDocument(watch, bodies.length * RECORDS);
            await page.goto(`${url}/sessions/${session}`);
            await page.waitForFunction(() => performance.getEntriesByName('all').length, { timeout: 60_000 });
            const at = (name: string) => page.evaluate((name) => performance.getEntriesByName(name)[0]!.startTime, name);
            samples.add('first', await at('first'));
            samples.add('all', await at('all'));
          });
        }),
      ),
    table: () =>
      table(
        ['', 'median', 'worst'],
        ['first', 'all'].map((name) => [
          name,
          String(Math.round(samples.median(name))),
          String(Math.round(samples.worst(name))),
        ]),
      ),
    verdicts: () => [
      {
        what: 'desk page, 5,000 records',
        goal: '≤ 1 s',
        measured: `${Math.round(samples.median('first'))} ms until the first, CPU ×${SLOWER}`,
        isMet: samples.median('first') <= 1_000,
      },
    ],
  };
}
