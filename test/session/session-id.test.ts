import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isSessionId, mintSessionId, sessionIdTime } from '../../src/session/session-id.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const time = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2053, 11, 31) });

describe('the session ID', () => {
  it('agrees with the test vector of the design', () => {
    expect(sessionIdTime('6fgje00123456782')).to.equal(Date.UTC(2026, 10, 23, 12));
  });

  it('leaves the example of the mission to others: its check symbol does not fit', () => {
    expect(sessionIdTime('abcd1234efgh5678')).to.equal(undefined);
    expect(isSessionId('abcd1234efgh5678')).to.equal(true);
  });

  it('tells the second in which it was made', () => {
    fc.assert(
      fc.property(time, (now) => {
        const id = mintSessionId(now);
        expect(id).to.match(/^[0-9a-hjkmnp-tv-z]{16}$/);
        expect(sessionIdTime(id)).to.equal(Math.floor(now / 1000) * 1000);
      }),
    );
  });

  it('is never the same twice, even in one millisecond', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => mintSessionId(1_700_000_000_000)));
    expect(ids.size).to.equal(10_000);
  });

  it('notices any one wrong character', () => {
    fc.assert(
      fc.property(time, fc.nat(15), fc.constantFrom(...ALPHABET), (now, at, other) => {
        const id = mintSessionId(now);
        fc.pre(id[at] != other);
        expect(sessionIdTime(id.slice(0, at) + other + id.slice(at + 1))).to.equal(undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('notices any two characters that changed places', () => {
    fc.assert(
      fc.property(time, fc.nat(15), fc.nat(15), (now, a, b) => {
        const characters = [...mintSessionId(now)];
        fc.pre(characters[a] != characters[b]);
        [characters[a], characters[b]] = [characters[b]!, characters[a]!];
        expect(sessionIdTime(characters.join(''))).to.equal(undefined);
      }),
      { numRuns: 500 },
    );
  });

  for (const id of ['sess-42_A', 'a'.repeat(64), 'AAAAAAAA', '6FGJE00123456782', '12345678']) {
    it(`takes the foreign ID ${id} as it is`, () => {
      expect(isSessionId(id)).to.equal(true);
    });
  }

  for (const value of [
    '',
    'short-7',
    'a'.repeat(65),
    'undefined',
    '[object Object]',
    '<img src=x onerror=alert(1)>',
    'abcdefgh\n127.0.0.1 GET /',
    'abcdefgh;ijkl',
    '%E0%A4%A',
    'abcd efgh',
    'äbcdefgh',
    null,
    undefined,
    12345678,
    {},
  ]) {
    it(`takes ${JSON.stringify(value)} for no ID`, () => {
      expect(isSessionId(value)).to.equal(false);
    });
  }
});
