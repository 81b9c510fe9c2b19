import { propagate } from '../../src/correlate/index.ts';
import { getSessionManager } from '../../src/session/index.ts';
import type { Line } from '../log.ts';
import { clock } from './clock.ts';

const part = <Found extends HTMLElement>(selector: string) => document.querySelector<Found>(selector)!;

const warehouse = part('.journey').dataset.warehouse!;
const status = part('#order-status');
const manager = getSessionManager();
/** What this page has logged itself. */
const own: Line[] = [];

// The shop's own server has the cookie.
propagate({ to: [warehouse] });

/** One after the other, so that what is shown last is what was asked for last. */
let turn = Promise.resolve();
const inTurn = (work: () => Promise<void>) => (turn = turn.then(work).catch(failed));

part('#order').addEventListener('click', () => inTurn(order));
// When the session is there, and when there is another one.
manager.onChange(() => inTurn(showLogs));

async function order(): Promise<void> {
  // Emptied first, so that the same words are read out again.
  status.textContent = '';
  own.push({ time: Date.now(), what: 'click', id: manager.getSessionId() ?? undefined });
  await answer('/travel/order', { method: 'POST' });
  await answer(`${warehouse}/stock`);
  await showLogs();
  status.textContent = status.dataset.sent!;
}

function failed(error: unknown): void {
  console.error(error);
  status.textContent = status.dataset.failed!;
}

async function answer(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

async function showLogs(): Promise<void> {
  const urls = ['/travel/log', `${warehouse}/log`];
  const [shop, stock] = await Promise.all(urls.map(async (url): Promise<Line[]> => (await answer(url)).json()));
  show('browser', own);
  show('shop', shop!);
  show('warehouse', stock!);
}

/** Shows those of the lines that are of the current session, the last one in view. */
function show(place: string, lines: readonly Line[]): void {
  const list = part(`#${place}-log`);
  list.replaceChildren(...lines.filter(({ id }) => id && id == manager.session?.id).map(item));
  list.parentElement!.scrollTop = list.scrollHeight;
}

function item({ time, what, id }: Line): HTMLLIElement {
  const texts = { time: clock(time), span: what, code: id! };
  const line = document.createElement('li');
  for (const [name, text] of Object.entries(texts)) {
    line.appendChild(document.createElement(name)).textContent = text;
    line.append(' ');
  }
  return line;
}
