import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindOf, troubleOf } from '../../../src/desk/story/kind.ts';
import { matches } from '../../../src/desk/story/search.ts';
import { summarize } from '../../../src/desk/story/summary.ts';
import { spanOf } from '../../../src/desk/story/what.ts';
import { happening as it, record, START } from '../records.ts';

test('a record has a kind, and is a trouble or not', () => {
  const all = [
    [it.begin(0), 'session', undefined],
    [it.visit(0, '/'), 'page', undefined],
    [it.state(0, '/', 'hidden'), 'page', undefined],
    [it.asset(0, '/', '/shop.js'), 'load', undefined],
    [it.request(0, '/', '/stock'), 'request', undefined],
    [it.failed(0, '/', '/order', 404), 'request', 'requestFailed'],
    [it.failed(0, '/', '/order', undefined), 'request', 'requestUnanswered'],
    [it.click(0, '/'), 'interaction', undefined],
    [it.rage(0, '/', 3), 'interaction', 'rageClick'],
    [it.alert(0, '/'), 'message', 'messageShown'],
    [it.dialog(0, '/'), 'message', undefined],
    [it.thrown(0, '/', 'no'), 'error', 'exception'],
    [it.copied(0, '/'), 'copy', undefined],
    [it.logged(0, 9, 'order taken'), 'log', undefined],
    [it.logged(0, 13, 'retrying'), 'log', 'warning'],
    [it.logged(0, 17, 'no warehouse'), 'error', 'serverError'],
    [record('session_badge.records.dropped', 0, '/', 13), 'log', undefined],
    [record('constructor', 0, '/'), 'log', undefined],
  ] as const;
  assert.deepEqual(
    all.map(([each]) => [kindOf(each), troubleOf(each)]),
    all.map(([, kind, trouble]) => [kind, trouble]),
  );
});

test('a request ends at its time, a slow load begins there', () => {
  assert.deepEqual(spanOf(it.slow(1, '/', '/search', 5000)), [START + 55_000, START + 60_000]);
  const load = record('session_badge.load.slow', 1, '/', 13, { 'session_badge.duration': 2500 });
  assert.deepEqual(spanOf(load), [START + 60_000, START + 62_500]);
  assert.deepEqual(spanOf(it.slow(0, '/', '/search', 1e300)), [START - 86_400_000, START]);
  assert.deepEqual(spanOf(it.visit(1, '/')), [START + 60_000, START + 60_000]);
});

test('a summary has what is known of the session', () => {
  const { troubles, kinds, ...rest } = summarize([
    it.logged(0, 9, 'hello'),
    it.begin(0),
    it.visit(0, '/'),
    it.visit(1, '/plans'),
    it.visit(2, '/'),
    it.copied(3, '/plans'),
  ]);
  assert.deepEqual(rest, {
    records: 6,
    first: START,
    last: START + 180_000,
    problems: 0,
    copies: [{ time: START + 180_000, page: '/plans' }],
    pages: ['/', '/plans'],
    browser: 'Chrome 156, Windows',
    release: '4.2.0',
  });
  assert.deepEqual(troubles, []);
  assert.deepEqual(
    { ...kinds },
    { page: 3, load: 0, request: 0, interaction: 0, message: 0, error: 0, log: 1, copy: 1, session: 1 },
  );
});

test('what is the same trouble is counted, with the first and last time; another status or page is another one', () => {
  const { troubles, problems } = summarize([
    it.visit(0, '/'),
    it.failed(1, '/', '/order', 503, 4),
    it.failed(2, '/cart', '/order', 503),
    it.failed(3, '/', '/order', 500),
    it.dead(4, '/'),
    it.dead(5, '/cart'),
  ]);
  assert.equal(problems, 4);
  assert.deepEqual(
    troubles.map(({ what, target, status, count, first, last, page }) => [
      what,
      target,
      status,
      count,
      first - START,
      last - START,
      page,
    ]),
    [
      ['requestFailed', '/order', 500, 1, 180_000, 180_000, '/'],
      ['requestFailed', '/order', 503, 5, 60_000, 120_000, '/cart'],
      ['deadClick', '#compare > button', null, 1, 300_000, 300_000, '/cart'],
      ['deadClick', '#compare > button', null, 1, 240_000, 240_000, '/'],
    ],
  );
});

test('a count that counts nothing is one', () => {
  for (const count of [0, -3, 'many', '', null, 1e300]) {
    const { troubles } = summarize([record('exception', 0, '/', 17, { 'session_badge.count': count })]);
    assert.equal(troubles[0]!.count, 1, `${count}`);
  }
});

test('a summary stays small, however many different things went wrong', () => {
  const summary = summarize(Array.from({ length: 5000 }, (_, i) => it.failed(i, `/${i}`, `/${i}/${'x'.repeat(500)}`, 500)));
  assert.equal(summary.problems, 5000);
  assert.equal(summary.records, 5000);
  assert.ok(JSON.stringify(summary).length < 30_000);
});

test('a text is looked for in all that a record holds, word by word, in any case', () => {
  const trouble = it.failed(0, '/checkout', '/order', 503);
  for (const text of ['', '503', 'ORDER request', 'shop.example', 'Fehlgeschlagen 503']) {
    assert.ok(matches(trouble, text, 'Anfrage fehlgeschlagen'), text);
  }
  assert.ok(!matches(trouble, 'order 404'));
  assert.ok(matches(it.logged(0, 9, 'Order taken'), 'orders taken'));
});
