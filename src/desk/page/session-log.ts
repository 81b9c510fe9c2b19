import type { DeskRecord } from '../record.ts';
import { summarize, type Summary } from '../story/summary.ts';
import { ApiError, getSession, sessionUrl, type SessionPage } from './api.ts';

/** While pages come, they are shown at most so often, ms: each time all of the picture is drawn anew. */
const PAUSE = 500;

const inOrder = (a: DeskRecord, b: DeskRecord) => a.time - b.time || (a.uid < b.uid ? -1 : 1);

/** The records of one session as they come: page by page, then live. Tells `changed` of each change. */
export class SessionLog {
  readonly id: string;
  /** ms since 1970; null where the ID does not say. */
  readonly startedAt: number | null;
  /** In the order of time; another array after each change. */
  records: readonly DeskRecord[] = [];
  summary: Summary;
  /** All that there was has come. */
  isComplete = false;
  /** Live: `lost` while the connection is tried again. */
  following: 'off' | 'on' | 'lost' = 'off';
  /** Somebody erased it meanwhile. */
  isErased = false;
  /** Why the rest did not come. */
  error: ApiError | undefined;

  readonly #changed: () => void;
  readonly #uids = new Set<string>();
  #stream: EventSource | undefined;
  #isClosed = false;
  /** The cursor of the page that is to come. */
  #next: string | null;

  /** With the first page, which is there already. */
  constructor(first: SessionPage, changed: () => void) {
    this.id = first.id;
    this.startedAt = first.startedAt;
    this.summary = first.summary ?? summarize(first.records);
    this.#changed = changed;
    this.#next = first.next;
    this.#add(first.records);
  }

  /** Fetches the other pages. What fails is told as `error`. */
  async load(): Promise<void> {
    let told = performance.now();
    try {
      while (this.#next && !this.#isClosed) {
        const page: SessionPage = await getSession(this.id, this.#next);
        this.#next = page.next;
        this.#add(page.records);
        if (performance.now() - told > PAUSE) {
          this.#tell();
          told = performance.now();
        }
      }
      this.isComplete = !this.#next;
      if (this.records.length > this.summary.records) this.summary = summarize(this.records);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.error = error;
    }
    this.#tell();
  }

  /** Ends all that goes on. */
  close(): void {
    this.#isClosed = true;
    this.#stream?.close();
  }

  /** Follows live, or no longer. */
  follow(isOn: boolean): void {
    this.#stream?.close();
    this.#stream = undefined;
    this.following = isOn ? 'on' : 'off';
    if (isOn) {
      const since = this.records.reduce((last, { received }) => Math.max(last, received), 0);
      const stream = new EventSource(`${sessionUrl(this.id)}/stream?since=${since}`);
      stream.addEventListener('records', ({ data }) => {
        const isNew = this.#add(JSON.parse(data as string) as DeskRecord[]);
        // While pages are missing, the desk's summary knows more than what has come.
        if (isNew && this.isComplete) this.summary = summarize(this.records);
        if (isNew) this.#tell();
      });
      stream.addEventListener('erased', () => {
        this.isErased = true;
        this.close();
        this.#tell();
      });
      const set = (following: 'on' | 'lost') => () => {
        this.following = following;
        this.#tell();
      };
      stream.addEventListener('open', set('on'));
      stream.addEventListener('error', set('lost'));
      this.#stream = stream;
    }
    this.#tell();
  }

  /** Whether any of them was not there yet. */
  #add(records: readonly DeskRecord[]): boolean {
    const fresh = records.filter(({ uid }) => !this.#uids.has(uid) && this.#uids.add(uid));
    if (!fresh.length) return false;
    const last = this.records.at(-1);
    const all = [...this.records, ...fresh];
    const isSorted = !last || fresh.every((record, i) => inOrder(fresh[i - 1] ?? last, record) < 0);
    this.records = isSorted ? all : all.sort(inOrder);
    return true;
  }

  #tell(): void {
    if (!this.#isClosed || this.isErased) this.#changed();
  }
}
