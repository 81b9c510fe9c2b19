import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidates, prefixOf, readings, readTyped } from '../../src/desk/near.ts';
import { mintSessionId, sessionIdTime } from '../../src/session/session-id.ts';

const NOW = Date.UTC(2026, 10, 28);
const WEEK = 7 * 86_400_000;
const KEPT = { earliest: NOW - WEEK, latest: NOW };
const ID = '6fgje00123456782';

const ids = fc.integer({ min: KEPT.earliest + 1000, max: KEPT.latest }).map(mintSessionId);
const places = fc.nat(15);
const characters = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzäß#');

/** What goes wrong when an ID is read, said and typed. */
const mistake = fc.oneof(
  fc.tuple(places, characters).map(
    ([at, c]) =>
      (id: string) =>
        id.slice(0, at) + c + id.slice(at + 1),
  ),
  fc.tuple(places, characters).map(
    ([at, c]) =>
      (id: string) =>
        id.slice(0, at) + c + id.slice(at),
  ),
  places.map((at) => (id: string) => id.slice(0, at) + id.slice(at + 1)),
  places.map((at) => (id: string) => id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)),
);

test('an own ID is read from how people write, paste and look at it', () => {
  for (const typed of [
    ID,
    ' 6FGJ E001 2345 6782\n',
    '6fgj-e001-2345-6782',
    '6fgj – e001 – 2345 – 6782',
    '6fgj. e001. 2345. 6782.',
    '"6fgje00123456782"',
    '„6fgje00123456782“',
    '6fgjeOOl23456782',
    '6fgjeooI23456782',
    '６ｆｇｊｅ００１２３４５６７８２',
    '6fgj\u00a0e001\u20092345\u3000\u200b6782',
    'Session ID: 6fgj e001 2345 6782',
    'Sitzungs-ID： 6fgj e001 2345 6782',
    'It is 6fgj e001 2345 6782, thanks',
    'diagnostic_session=6fgje00123456782; theme=dark',
    '{"session.id":"6fgje00123456782"}',
    'https://desk.example/sessions/6fgje00123456782?from=mail',
    'Session ID: 6fgje00123456782\nStarted: 2026-11-23T12:00:00Z\nPage: https://shop.example/checkout',
  ]) {
    assert.equal(readTyped(typed), ID, typed);
  }
});

test('a foreign ID is read as it is, with case', () => {
  for (const typed of [
    'Abcd_1234-EFGH',
    ' "Abcd_1234-EFGH" ',
    'Session ID: Abcd_1234-EFGH',
    'diagnostic_session=Abcd_1234-EFGH; a=b',
  ])
    assert.equal(readTyped(typed), 'Abcd_1234-EFGH', typed);
});

test('an ID that can be read as an own or as a foreign one is read both ways', () => {
  assert.deepEqual(readings('6FGJE00123456782'), [ID, '6FGJE00123456782']);
});

test('what is no ID is not read as one', () => {
  for (const typed of [
    '',
    ' ',
    '6fgj e001 2345 6783',
    'the page is empty',
    'undefined',
    '[object Object]',
    'a'.repeat(65),
    '<script>',
  ])
    assert.equal(readTyped(typed), null, typed);
});

test('three to fifteen characters are the start of an own ID', () => {
  assert.equal(prefixOf('6fg'), '6fg');
  assert.equal(prefixOf('Session ID: 6FGJ-eO'), '6fgje0');
  assert.equal(prefixOf(ID.slice(0, 15)), ID.slice(0, 15));
  for (const typed of ['', '6f', ID, '6fgju', '6fg?']) assert.equal(prefixOf(typed), null, typed);
});

test('with one mistake the right ID is among the candidates', () => {
  fc.assert(
    fc.property(ids, mistake, (id, make) => {
      assert(candidates(make(id), { ...KEPT, distance: 1 }).includes(id));
    }),
    { numRuns: 300 },
  );
});

test('with two mistakes the right ID is among the candidates', () => {
  fc.assert(
    fc.property(ids, mistake, mistake, (id, first, second) => {
      assert(candidates(`Session ID: ${second(first(id))}`, { ...KEPT, distance: 2 }).includes(id));
    }),
    { numRuns: 60 },
  );
});

test('characters that could not be read are found by the check symbol', () => {
  assert(candidates('6fgj ?001 2345 6782', { ...KEPT, distance: 1 }).includes(ID));
  assert(candidates('6fgj ?001 2*45 6782', { ...KEPT, distance: 2 }).includes(ID));
});

test('candidates are few, each once, own ones with right check symbol and of the time asked for, those with one mistake first', () => {
  fc.assert(
    fc.property(ids, mistake, mistake, (id, first, second) => {
      const typed = second(first(id));
      const one = candidates(typed, { ...KEPT, distance: 1 });
      const two = candidates(typed, { ...KEPT, distance: 2 });
      assert(two.length < 9000);
      assert.equal(new Set(two).size, two.length);
      for (const found of two) {
        const time = sessionIdTime(found);
        if (time != undefined) assert(time >= KEPT.earliest && time <= KEPT.latest);
      }
      const own = (found: string): boolean => sessionIdTime(found) != undefined;
      assert.deepEqual(two.filter(own).slice(0, one.filter(own).length), one.filter(own));
    }),
    { numRuns: 30 },
  );
});

test('an ID of another time is no candidate', () => {
  const typed = `${ID.slice(0, 8)}9${ID.slice(9)}`;
  const began = sessionIdTime(ID) ?? 0;
  assert(candidates(typed, { earliest: began, latest: began, distance: 1 }).includes(ID));
  assert(!candidates(typed, { earliest: began + 1, latest: NOW, distance: 1 }).includes(ID));
  assert(!candidates(typed, { earliest: 0, latest: began - 1, distance: 1 }).includes(ID));
});

test('with one mistake, or in other case, a foreign ID is among the candidates', () => {
  const foreign = 'Abcd_1234-EFGH';
  for (const typed of ['Abcd_1334-EFGH', 'Abdc_1234-EFGH', 'Abcd_123-EFGH', 'Abcd_1234-EFGHH'])
    assert(candidates(typed, { ...KEPT, distance: 1 }).includes(foreign), typed);
  assert(candidates('Abcd1234Efgh5678', { ...KEPT, distance: 1 }).includes('abcd1234efgh5678'));
});

test('whatever is typed, it is answered, and soon', () => {
  const size = 1_000_000;
  for (const typed of ['a', ' ', '- ', 'a ', '\0', '😀', '\ud800', '\ufdfa', 'e\u0301', ':', '?', '{"', 'İ', '\n;=']) {
    const text = typed.repeat(size / typed.length);
    const started = performance.now();
    readings(text);
    prefixOf(text);
    candidates(text, { ...KEPT, distance: 2 });
    assert(performance.now() - started < 500, JSON.stringify(typed));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      readings(text);
      prefixOf(text);
      candidates(text, { ...KEPT, distance: 2 });
    }),
  );
});
