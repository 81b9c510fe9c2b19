import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './recipe.ts';
import { assertServerFirst } from './server-first.ts';

const SESSIONS = Array.from({ length: 50 }, (_, i) => `session-${i}-of-fifty`);

/** Cookies that somebody sends who wants something else into the log. */
const HOSTILE = [
  'undefined',
  '[object Object]',
  'short',
  'x'.repeat(8000),
  '"6fgje00123456782"',
  'abcd1234%0d%0aefgh',
  'abcd1234,efgh5678',
  '<script>alert(1)</script>',
];

/** A body that comes in two pieces, the second one late. */
function inPieces(content: string) {
  const bytes = new TextEncoder().encode(content);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, 9));
      await sleep(Math.random() * 40);
      controller.enqueue(bytes.slice(9));
      controller.close();
    },
  });
  return { body, duplex: 'half' };
}

/** The ID that each request must be logged with. */
type Orders = Map<string, string | undefined>;

async function send(url: string, orders: Orders, session: string, isHostile: boolean): Promise<void> {
  const request = `order ${orders.size}`;
  orders.set(request, isHostile ? undefined : session);
  const body = JSON.stringify({ request });
  const response = await fetch(`${url}/order`, {
    method: 'POST',
    headers: {
      cookie: `theme=dark; diagnostic_session=${session}`,
      'x-request-id': request,
      'content-type': 'application/json',
    },
    ...inPieces(body),
  });
  assert.equal(await response.text(), body);
}

/**
 * 200 orders of 50 sessions at the same time, and hostile ones among them; then again, over the connections that are
 * open, which by then belong to other sessions. What each order logs are these lines, all with its own session, or with none.
 */
export async function assertNoneMixed(server: Running, expected: readonly string[]): Promise<void> {
  const orders: Orders = new Map();
  for (let round = 0; round < 2; round++) {
    const all = SESSIONS.flatMap((session, i) => [
      ...Array.from({ length: 4 }, () => send(server.url, orders, session, false)),
      ...(i < HOSTILE.length ? [send(server.url, orders, HOSTILE[i]!, true)] : []),
    ]);
    await Promise.all(all);
  }
  assert.equal(orders.size, 2 * (200 + HOSTILE.length));
  const pages = await assertServerFirst(server.url);

  const logged = new Map<string, [string, string | undefined][]>();
  for (const { request, msg, 'session.id': session } of await server.end()) {
    const key = request ?? msg;
    logged.set(key, [...(logged.get(key) ?? []), [msg, session]]);
  }
  for (const [request, session] of orders) {
    assert.deepEqual(logged.get(request)?.sort(), expected.map((line) => [line, session]).sort());
    assert.deepEqual(logged.get(`${request} stock`), [['stock', undefined]]);
  }
  for (const [line, ids] of Object.entries(pages)) {
    assert.deepEqual(
      logged.get(line),
      ids.map((id) => [line, id]),
    );
  }
}
