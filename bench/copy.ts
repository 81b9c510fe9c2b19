import { floor, ours, peers, type Peer } from './peers.ts';
import { rotated, type Question } from './question.ts';
import { Samples } from './samples.ts';
import { table, times } from './table.ts';
import type { Visits } from './visits.ts';

/** What one click did. */
interface Click {
  /** ms in `copy()` before it gave control back to the click handler. */
  readonly sync: number;
  /** ms of these inside the browser's own `writeText`. */
  readonly write: number;
  /** Whether `writeText` was called by then. */
  readonly isInTime: boolean;
  /** Whether the browser then said that it is on the clipboard. */
  readonly isWritten: boolean;
}

const rows: readonly (Peer & { readonly attribute?: string })[] = [
  ...peers,
  { ...ours, name: 'ours, copying a report', attribute: 'copy-format="report"' },
];

/** Runs in the page: puts the clocks around `copy` and `writeText`, then the element into the page. */
async function prepare(code: string, tag: string, attribute: string): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.text = code;
  document.head.append(script);
  const { prototype } = (await customElements.whenDefined(tag)) as unknown as { prototype: { copy(): unknown } };

  let write = 0;
  let written: Promise<boolean> | undefined;
  const writeText = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => {
    const start = performance.now();
    const answer = writeText(text);
    write = performance.now() - start;
    written = answer.then(
      () => true,
      () => false,
    );
    return answer;
  };

  // Before the first rendering, which binds the method to the button.
  const { copy } = prototype;
  const clicked = new Promise<Click>((resolve) => {
    prototype.copy = function () {
      const start = performance.now();
      const answer = copy.call(this);
      const sync = performance.now() - start;
      const [inWrite, inTime] = [write, written];
      void Promise.resolve(inTime).then((isWritten = false) =>
        resolve({ sync, write: inWrite, isInTime: !!inTime, isWritten }),
      );
      return answer;
    };
  });
  Object.assign(globalThis, { clicked });
  document.body.innerHTML = `<${tag} ${attribute}></${tag}>`;
}

/** How long does a click take, and is the text handed over within it? Safari lets nothing else write to the clipboard. */
export function askCopy(visits: Visits): Question {
  const sync = new Samples();
  const write = new Samples();
  const inTime = new Samples();
  const written = new Samples();
  const share = (samples: Samples, name: string) => `${samples.of(name).filter(Boolean).length} of ${samples.of(name).length}`;

  return {
    title: 'Copy',
    method:
      'The first click of a real mouse on the button of a fresh page with a session. Clocks around `copy()` and, inside it, around `navigator.clipboard.writeText`, in µs. In time: `writeText` was called before `copy()` returned to the click handler. Written: its promise was kept.',
    rounds: 5,
    async round(index) {
      for (const { name, code, tag, attribute = '' } of rotated(rows, index)) {
        const click = await visits.again(async (page) => {
          await page.bringToFront();
          await page.evaluate(prepare, code, tag, attribute);
          // A report comes with files of its own.
          await page.waitForNetworkIdle({ idleTime: 200 });
          await page.locator(`${tag} >>> [part=copy-button]`).click();
          return page.evaluate(() => (globalThis as unknown as { clicked: Promise<Click> }).clicked);
        });
        sync.add(name, click.sync * 1000);
        write.add(name, click.write * 1000);
        inTime.add(name, Number(click.isInTime));
        written.add(name, Number(click.isWritten));
      }
    },
    table: () =>
      table(
        ['peer', 'µs in copy()', 'worst', 'to the floor', 'of it in writeText', 'in time', 'written'],
        rows.map(({ name }) => [
          name,
          sync.median(name).toFixed(0),
          sync.worst(name).toFixed(0),
          times(sync.ratio(name, floor.name)),
          write.median(name).toFixed(0),
          share(inTime, name),
          share(written, name),
        ]),
      ),
  };
}
