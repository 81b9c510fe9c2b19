import type { NearSession } from '../../../src/desk/api/find-near.ts';
import '../../../src/desk/page/desk-page.ts';
import type { DeskPage } from '../../../src/desk/page/desk-page.ts';
import type { DeskRecord } from '../../../src/desk/record.ts';
import { summarize } from '../../../src/desk/story/summary.ts';
import { until } from '../../page.ts';
import { START } from '../records.ts';

const DAY = 86_400_000;
const PAGE = 1000;

/** What the desk's server has and does. */
export interface StandIn {
  sessions: Record<string, readonly DeskRecord[]>;
  near: readonly NearSession[];
  /** What it wants before it answers; undefined for nothing. */
  token: string | undefined;
  isDown: boolean;
  /** Method and path of what was asked, in order. */
  asked: string[];
}

/** A stream that the test speaks into. */
export class Stream extends EventTarget {
  static last: Stream | undefined;
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    Stream.last = this;
  }

  close(): void {
    this.isClosed = true;
  }

  send(records: readonly DeskRecord[]): void {
    this.dispatchEvent(new MessageEvent('records', { data: JSON.stringify(records) }));
  }
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

function answer(desk: StandIn, method: string, url: URL, body: string): Response {
  if (desk.isDown) throw new TypeError('no network');
  if (url.pathname == '/api/login') {
    if ((JSON.parse(body) as { token: string }).token != desk.token) return json(401, { message: 'wrong' });
    desk.token = undefined;
    return new Response(null, { status: 204 });
  }
  const isSignedIn = desk.token == undefined;
  if (url.pathname == '/api/status')
    return json(200, { retention: 7 * DAY, withoutSession: 14, signedIn: isSignedIn, needsToken: !isSignedIn });
  if (!isSignedIn) return json(401, { message: 'sign in' });
  if (url.pathname == '/api/sessions') return json(200, { typed: url.searchParams.get('near'), sessions: desk.near });
  const id = decodeURIComponent(url.pathname.slice('/api/sessions/'.length));
  const records = desk.sessions[id];
  if (!records)
    return json(404, {
      message: 'no',
      reason: id.startsWith('6f') ? 'unknown' : 'expired',
      startedAt: Date.now() - 8.2 * DAY,
      retention: 7 * DAY,
    });
  if (method == 'DELETE') {
    desk.sessions = Object.fromEntries(Object.entries(desk.sessions).filter(([each]) => each != id));
    return json(200, { erased: records.length });
  }
  const from = Number(url.searchParams.get('after') ?? 0);
  const next = from + PAGE < records.length ? String(from + PAGE) : null;
  return json(200, {
    id,
    startedAt: START,
    summary: from ? null : summarize(records),
    records: records.slice(from, from + PAGE),
    next,
  });
}

const real = { fetch: globalThis.fetch, EventSource: globalThis.EventSource, address: location.href };

/** The page at that address, beside a server that is not there. {@link closeDesk} ends it. */
export async function openDesk(path: string, has: Partial<StandIn> = {}): Promise<{ page: DeskPage; desk: StandIn }> {
  const desk: StandIn = { sessions: {}, near: [], token: undefined, isDown: false, asked: [], ...has };
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href);
    desk.asked.push(`${init?.method ?? 'GET'} ${url.pathname}${url.search}`);
    return answer(desk, init?.method ?? 'GET', url, String(init?.body ?? ''));
  };
  globalThis.EventSource = Stream as unknown as typeof EventSource;
  history.replaceState(null, '', path);
  document.body.style.margin = '0';
  const page = document.createElement('desk-page');
  document.body.append(page);
  await page.updateComplete;
  return { page, desk };
}

/** Takes the page away, and gives the browser back what is its own. */
export function closeDesk(): void {
  document.querySelector('desk-page')?.remove();
  globalThis.fetch = real.fetch;
  globalThis.EventSource = real.EventSource;
  history.replaceState(null, '', real.address);
  localStorage.clear();
}

/** The first element that a selector finds, also in the shadow roots below. */
export function find<Found extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): Found | null {
  return findAll<Found>(root, selector)[0] ?? null;
}

/** All of them. */
export function findAll<Found extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): Found[] {
  const here = root instanceof Element ? root.shadowRoot : root;
  if (!here) return [];
  const below = [...here.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  return [...here.querySelectorAll<Found>(selector), ...below.flatMap((each) => findAll<Found>(each, selector))];
}

/** The button with that name. */
export function button(root: Element, name: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(root, 'button').find(
    (each) => each.getAttribute('aria-label') == name || each.textContent!.trim().startsWith(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

export const textOf = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Waits for the heading of the page to say that. */
export async function headed(page: Element, text: string): Promise<void> {
  await until(() => textOf(find(page, 'h1')).includes(text), `the heading ${text}`);
}

/** The page with that session on it. */
export async function openSession(records: readonly DeskRecord[], id: string): Promise<{ page: DeskPage; desk: StandIn }> {
  const opened = await openDesk(`/sessions/${id}`, { sessions: { [id]: records } });
  await until(() => find(opened.page, 'details'), 'the list');
  return opened;
}

/** Titles of the rows that are shown. */
export const titles = (page: Element): string[] => findAll(page, '.title').map(textOf);

/** Types into a field, as the browser tells of it. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}
