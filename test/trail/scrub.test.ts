import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { mintSessionId } from '../../src/session/session-id.js';
import { safePath, safeUrl } from '../../src/trail/safe-url.js';
import { scrub } from '../../src/trail/scrub.js';
import { expectCost } from './cost.js';
import { harmless } from './corpus/harmless.js';
import { personal } from './corpus/personal.js';

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';
const glue = [' ', '\n', ': ', ' – ', '\n    ', ' | ', ', '];

/** Puts the corpora together, the same way in every run. */
function* embedded(): Generator<[text: string, parts: string[]]> {
  for (const [i, [text, ...parts]] of personal.entries())
    for (let j = 0; j < 4; j++) {
      const before = harmless[(i * 31 + j * 97) % harmless.length]! + glue[(i + j) % glue.length]!;
      const after = glue[(i + 3 * j) % glue.length]! + harmless[(i * 17 + j * 57) % harmless.length]!;
      yield [before + text + after, parts.filter((part) => !(before + after).includes(part))];
    }
}

describe('scrub', () => {
  it('knows corpora of a fair size', () => {
    expect(personal.length).to.be.at.least(260);
    expect(harmless.length).to.be.at.least(260);
    for (const [text, ...parts] of personal) for (const part of parts) expect(text).to.include(part);
  });

  it('lets no personal part through', () => {
    const leaks = personal.filter(([text, ...parts]) => parts.some((part) => scrub(text).includes(part)));
    expect(leaks).to.deep.equal([]);
  });

  it('lets none through in the middle of other text', () => {
    const leaks = [...embedded()].filter(([text, parts]) => parts.some((part) => scrub(text).includes(part)));
    expect(leaks).to.deep.equal([]);
  });

  it('lets none through where the cut is in the middle of it', () => {
    const leaks: [string, number][] = [];
    for (const [text, ...parts] of personal)
      for (let max = 0; max < text.length; max++)
        if (parts.some((part) => scrub(text, max).includes(part))) leaks.push([text, max]);
    expect(leaks).to.deep.equal([]);
  });

  it('leaves at least 98 % of harmless texts as they are', () => {
    const changed = harmless.filter((text) => scrub(text) != text).map((text) => [text, scrub(text)]);
    expect(changed.length, JSON.stringify(changed, null, 1)).to.be.at.most(harmless.length * 0.02);
  });

  it('leaves what it has scrubbed as it is', () => {
    const texts = [...personal.map(([text]) => text), ...harmless, ...[...embedded()].map(([text]) => text)];
    for (const text of texts)
      for (const max of [2048, text.length, Math.ceil(text.length / 2)]) {
        const once = scrub(text, max);
        expect(scrub(once, max)).to.equal(once);
        expect(once.length).to.be.at.most(Math.max(1, max));
      }
  });

  it('says what was there', () => {
    for (const [text, scrubbed] of [
      ['mail jan@example.nl or call +31 6 12345678', 'mail [email] or call [phone]'],
      ['NL91 ABNA 0417 1643 00 and 4111 1111 1111 1111', '[iban] and [card]'],
      ['from 203.0.113.5 and 2001:db8::1', 'from [ip] and [ip]'],
      ['GET https://u:p@shop.test:8443/orders/12345?a=b#c 404', 'GET https://shop.test:8443/orders/{id} 404'],
      ['at f (https://shop.test/a.js?v=3:10:5)', 'at f (https://shop.test/a.js:10:5)'],
      ['/users/jan%40example.nl/edit', '/users/{email}/edit'],
      ['/reset/9f8e7d6c5b4a39281706#x', '/reset/{token}'],
      ['{"password":"hunter2","a":1}', '{"password":"[secret]","a":1}'],
      ['url(blob:https://shop.test/1-2) data:image/png;base64,AAAA', 'url(blob:) data:'],
    ] as const)
      expect(scrub(text)).to.equal(scrubbed);
  });

  it('keeps own session IDs, which support asks for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.7e12, max: 2.6e12 }), (now) => {
        const id = mintSessionId(now);
        for (const text of [id, `Session ${id} began`, `session.id=${id}`]) expect(scrub(text)).to.equal(text);
      }),
    );
  });

  it('cuts at 2,048 characters, and drops a word that is torn', () => {
    const words = 'word '.repeat(500);
    expect(scrub(words))
      .to.have.lengthOf.within(2000, 2048)
      .and.match(/word…$|word …$/);
    expect(scrub('x'.repeat(2047))).to.have.lengthOf(2047);
    expect(scrub('ask jan@example.nl', 14)).to.equal('ask…');
    expect(scrub('card 4111 1111 1111 1111', 18)).to.equal('card…');
    expect(scrub(`${'x '.repeat(1020)}jan@example.nl`)).not.to.include('jan');
  });

  it('takes no longer for 1 MB than for what is left of it', async () => {
    for (const part of ['a@', '1 ', 'a', '/a', 'word ', '{"a":"b@c.de"},']) {
      const text = part.repeat(4096 / part.length);
      const long = text.repeat(256);
      await expectCost(
        () => scrub(long),
        () => scrub(text),
        5,
        part,
      );
    }
  }).timeout(60_000);

  it('takes linear time for what is made to be slow', async () => {
    const parts = [
      'a@',
      '1 ',
      '((((',
      'a',
      '%',
      '://////',
      'a.',
      '1.',
      'a:',
      'token=',
      '0 ',
      'a1',
      '%40',
      'a@a.',
      '11 ',
      '[at]',
      '"',
    ];
    for (const part of parts) {
      const text = part.repeat(8192 / part.length);
      const long = text.repeat(8);
      // 8 if it is linear, 64 if it is quadratic.
      await expectCost(
        () => scrub(long, Infinity),
        () => scrub(text, Infinity),
        32,
        part,
      );
    }
  }).timeout(60_000);

  it('knows e-mail addresses of all kinds', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        fc.pre(!/@(\d+\.\d+\.\d|\dx\.)/.test(email)); // lit@3.3.0-rc.a, icon@2x.png
        // Of what hardly anybody has, such as `a/b{c}@`, the part after it is masked.
        expect(scrub(`to ${email} now`)).not.to.include(email.slice(email.indexOf('@')));
        expect(scrub(`<${email}>`)).not.to.include(email);
        if (/^\w[\w.+-]*@/.test(email)) {
          expect(scrub(`to ${email} now`)).to.equal('to [email] now');
          expect(scrub(`q=${encodeURIComponent(email)};`)).not.to.include(email.split('@')[1]);
          expect(safePath(`/u/${encodeURIComponent(email)}/x`)).to.equal('/u/{email}/x');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('knows cards, however their digits are grouped', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 17 });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        digits,
        fc.constantFrom('', ' ', '-'),
        fc.infiniteStream(fc.integer({ min: 2, max: 6 })),
        (first, rest, gap, sizes) => {
          const body = [first, ...rest];
          const sum = [...body].reverse().reduce((all, digit, i) => all + (i % 2 ? digit : (digit * 2) % 9 || digit), 0);
          let left = [...body, (10 - (sum % 10)) % 10].join('');
          const groups: string[] = [];
          for (let size = sizes.next().value!; left; size = sizes.next().value!) {
            groups.push(left.slice(0, size));
            left = left.slice(size);
          }
          const card = groups.join(gap);
          expect(scrub(`card ${card} declined`)).to.match(/^card \[(card|number)\] declined$/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows IBANs, with spaces and without', () => {
    const country = fc.constantFrom(
      ['NL', 18],
      ['DE', 22],
      ['FR', 27],
      ['GB', 22],
      ['BE', 16],
      ['NO', 15],
      ['MT', 31],
      ['PL', 28],
    );
    const alnum = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    fc.assert(
      fc.property(
        country,
        fc.array(fc.constantFrom(...alnum), { minLength: 27, maxLength: 27 }),
        fc.boolean(),
        ([code, length], rest, spaced) => {
          const bban = rest.slice(0, (length as number) - 4).join('');
          const number = [...`${bban}${code}00`].map((character) => alnum.indexOf(character)).join('');
          const iban = `${code}${String(98n - (BigInt(number) % 97n)).padStart(2, '0')}${bban}`;
          const text = spaced ? iban.replace(/.{4}(?=.)/g, '$& ') : iban;
          expect(scrub(`account ${text} from bank`)).to.match(/^account \[iban\]/);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows IPv4 and IPv6', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        fc.pre(!/^::1?(:\d+)?$/.test(ip)); // The own computer; Node writes its port behind it.
        expect(scrub(`peer ${ip} gone`)).to.equal('peer [ip] gone');
        expect(scrub(`[${ip}]:443`)).to.equal('[[ip]]:443');
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        fc.pre(!/^127\.|\.0\.0\.0$/.test(ip));
        expect(scrub(`peer ${ip}:443 gone`)).to.equal('peer [ip]:443 gone');
      }),
    );
  });

  it('knows 98.5 % of random tokens of 32 characters, and nearly all of 43', () => {
    const alnum = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    for (const alphabet of ['0123456789abcdef', base32, alnum, `${alnum}-_`, `${alnum}+/`])
      for (const [length, most] of [
        [32, 15],
        [43, 3],
      ] as const) {
        const characters = fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length });
        const tokens = fc.sample(characters, { numRuns: 1000, seed: 1 }).map((all) => all.join(''));
        const leaks = tokens.filter((token) => scrub(`state ${token} mismatch`).includes(token));
        expect(leaks.length, leaks.join(' ')).to.be.at.most(most);
      }
  });
});

describe('safeUrl', () => {
  it('drops credentials, query and fragment, and masks the path', () => {
    expect(safeUrl('https://u:p@shop.test:8443/users/jan@example.nl/12345?a=b#c')).to.equal(
      'https://shop.test:8443/users/{email}/{id}',
    );
    expect(safeUrl(new URL('https://shop.test/reset/9f8e7d6c5b4a39281706?x'))).to.equal('https://shop.test/reset/{token}');
    expect(safeUrl('http://203.0.113.5:8080/a')).to.equal('http://[ip]:8080/a');
    expect(safeUrl('http://127.0.0.1:8080/a')).to.equal('http://127.0.0.1:8080/a');
    expect(safeUrl('wss://shop.test/live?token=1')).to.equal('wss://shop.test/live');
    expect(safeUrl('https://shop.test/a;jsessionid=1A2B/b')).to.equal('https://shop.test/a/b');
  });

  it('keeps assets, packages, years and slugs', () => {
    for (const url of [
      'https://shop.test/assets/main.4f3a2b1c9d8e7f6a5b4c.js',
      'https://unpkg.com/react-dom@18.3.1/umd/react-dom.production.min.js',
      'https://shop.test/blog/2026/05/a-day-at-the-sea',
      'https://shop.test/p/iphone-15-pro-max-256gb-blue',
      'http://localhost:5173/@vite/client',
    ])
      expect(safeUrl(url)).to.equal(url);
  });

  it('resolves relative ones against the document', () => {
    expect(safeUrl('/orders/12345?x')).to.equal(`${location.origin}/orders/{id}`);
    expect(safePath('?token=1')).to.equal(safePath(document.baseURI));
  });

  it('reduces what has no host to its scheme', () => {
    for (const [url, scheme] of [
      ['data:text/plain,Jan', 'data:'],
      ['blob:https://shop.test/1', 'blob:'],
      ['javascript:alert(1)', 'javascript:'],
      ['mailto:jan@example.nl', 'mailto:'],
      ['tel:+31612345678', 'tel:'],
      ['about:blank', 'about:'],
    ] as const) {
      expect(safeUrl(url)).to.equal(scheme);
      expect(safePath(url)).to.equal('');
    }
  });

  it('never throws', () => {
    for (const url of [
      'http://',
      'https://[',
      '%',
      'http://a/%E0%A4%A',
      '/'.repeat(1e6),
      'http://h/' + 'a1'.repeat(5e5),
      null,
      {},
      Symbol('x'),
    ]) {
      expect(safeUrl(url as string)).to.be.a('string');
      expect(safePath(url as string)).to.be.a('string');
    }
    const hostile = { toString: () => { throw new Error(); } }; // prettier-ignore
    expect(safeUrl(hostile as unknown as string)).to.equal('');
  });

  it('masks like scrub does', () => {
    for (const path of [
      '/orders/12345',
      '/u/jan%40example.nl',
      '/reset/9f8e7d6c5b4a39281706',
      '/a/b.js',
      '/x/550e8400-e29b-41d4-a716-446655440000',
    ])
      expect(scrub(`https://shop.test${path}`)).to.equal(safeUrl(`https://shop.test${path}`));
  });
});
