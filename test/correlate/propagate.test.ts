import { expect } from '@open-wc/testing';
import { propagate } from '../../src/correlate/index.js';
import { getSessionManager, type SessionManager } from '../../src/session/index.js';
import { clearFacts, consoleDuring, freshName } from '../page.js';
import { api, fetched, requested, third, type Echo } from './echo.js';

type Ask = (url: string | URL, init?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Echo>;

const realFetch = globalThis.fetch;
const { open, setRequestHeader, send } = XMLHttpRequest.prototype;

describe('propagate', () => {
  let manager: SessionManager;
  let id: string;
  let end = () => {};
  const to = (...origins: string[]) => (end = propagate({ to: origins, manager }));

  beforeEach(async () => {
    manager = getSessionManager({ cookie: freshName() });
    id = (await manager.ready)!.id;
  });
  afterEach(() => {
    end();
    clearFacts();
  });

  for (const [name, ask] of [
    ['fetch', fetched],
    ['XMLHttpRequest', requested],
  ] as [string, Ask][]) {
    describe(`by ${name}`, () => {
      it('says the ID to the listed origin, and to no other', async () => {
        to(api);
        expect((await ask(`${api}/echo`)).headers.baggage).to.equal(`session.id=${id}`);
        expect((await ask(new URL('/echo', api))).headers.baggage).to.equal(`session.id=${id}`);
        expect((await ask('/echo')).headers.baggage).to.equal(undefined);
        expect((await ask(`${third}/echo`)).headers.baggage).to.equal(undefined);
      });

      it('says it to the own origin where that is listed', async () => {
        to('self');
        expect((await ask('/echo')).headers.baggage).to.equal(`session.id=${id}`);
        expect((await ask(`${api}/echo`)).headers.baggage).to.equal(undefined);
      });

      it('says the ID of the moment', async () => {
        to(api);
        const next = (await manager.renew()).id;
        expect((await ask(`${api}/echo`)).headers.baggage).to.equal(`session.id=${next}`);
      });

      it('says nothing while there is no session', async () => {
        const none = getSessionManager({ source: { getSessionId: () => null } });
        end = propagate({ to: [api], manager: none });
        expect((await ask(`${api}/echo`)).headers.baggage).to.equal(undefined);
      });

      it('joins the baggage that is there, broken or not', async () => {
        to(api);
        for (const baggage of ['a=1', 'a=1;p=2, b = "x"', 'no member at all', '=,;,==', 'a=%zz,']) {
          const { headers } = await ask(`${api}/echo`, { headers: { Baggage: baggage, 'x-other': 'kept' } });
          expect(headers.baggage).to.equal(`${baggage}, session.id=${id}`);
          expect(headers['x-other']).to.equal('kept');
        }
      });

      it('says it once, also where that was done already', async () => {
        to(api);
        const endOther = propagate({ to: [api], manager });
        try {
          expect((await ask(`${api}/echo`)).headers.baggage).to.equal(`session.id=${id}`);
        } finally {
          endOther();
        }
      });

      it('leaves it out where the baggage would be too long, and warns once', async () => {
        to(api);
        const member = `session.id=${id}`;
        const fits = `a=${'x'.repeat(8192 - ', '.length - member.length - 'a='.length)}`;
        const asked: boolean[] = [];
        const many = Array.from({ length: 64 }, (_, i) => `m${i}=1`).join();
        const said = await consoleDuring('warn', async () => {
          for (const [baggage, expected] of [
            [fits, `${fits}, ${member}`],
            [`${fits}x`, `${fits}x`],
            [many, many],
          ]) {
            asked.push((await ask(`${api}/echo`, { headers: { baggage: baggage! } })).headers.baggage == expected);
          }
        });
        expect(asked).to.deep.equal([true, true, true]);
        // Once a page, whoever asks.
        expect(said.length).to.equal(name == 'fetch' ? 1 : 0);
        if (said[0]) expect(said[0]).to.match(/^session-id-badge: baggage "session\.id" ignored: /);
      });

      it('leaves method, body and other headers as they are', async () => {
        to(api);
        const echo = await ask(`${api}/echo`, {
          method: 'PUT',
          headers: { 'content-type': 'text/x-order', 'x-plain': '1' },
          body: 'one domain',
        });
        expect([echo.method, echo.body]).to.deep.equal(['PUT', 'one domain']);
        expect([echo.headers['content-type'], echo.headers['x-plain']]).to.deep.equal(['text/x-order', '1']);
      });

      it('goes along with a redirect as far as any header of the host does', async () => {
        to(api);
        const plain = { headers: { 'x-plain': '1' } };
        const there = await ask(`${api}/redirect?to=${encodeURIComponent(`${third}/echo`)}`, plain);
        expect(there.headers['x-plain'] != null).to.equal(there.headers.baggage != null);
        const back = await ask(`${third}/redirect?to=${encodeURIComponent(`${api}/echo`)}`, plain);
        expect(back.headers.baggage).to.equal(undefined);
      });

      it('ends, and puts back what was there', async () => {
        to(api)();
        expect((await ask(`${api}/echo`)).headers.baggage).to.equal(undefined);
        expect(globalThis.fetch).to.equal(realFetch);
        const { prototype } = XMLHttpRequest;
        expect([prototype.open, prototype.setRequestHeader, prototype.send]).to.deep.equal([open, setRequestHeader, send]);
      });
    });
  }

  it('takes requests in every form that fetch does', async () => {
    to(api);
    const url = `${api}/echo`;
    const baggage = `session.id=${id}`;
    const post = { method: 'POST', body: 'one domain', headers: { 'x-plain': '1' } };
    for (const args of [
      [new URL(url), post],
      [new Request(url, post)],
      [new Request(url), post],
      [new Request(url, { method: 'POST', body: 'one domain' }), { headers: new Headers({ 'x-plain': '1' }) }],
      [url, { ...post, headers: [['x-plain', '1']] }],
    ] as Parameters<typeof fetch>[]) {
      const echo = await fetched(...args);
      expect([echo.method, echo.body, echo.headers['x-plain'], echo.headers.baggage]).to.deep.equal([
        'POST',
        'one domain',
        '1',
        baggage,
      ]);
    }
    // A request as what to do with another address.
    expect((await fetched(url, new Request('/elsewhere', { headers: { 'x-plain': '1' } }))).headers).to.include({
      'x-plain': '1',
      baggage,
    });
  });

  it('hands on all that a request says', async () => {
    const seen: Request[] = [];
    globalThis.fetch = async (request) => {
      seen.push(request as Request);
      return new Response();
    };
    try {
      to(api);
      const aborter = new AbortController();
      const request = new Request(`${api}/echo`, {
        method: 'POST',
        body: 'x',
        keepalive: true,
        credentials: 'include',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'origin',
        referrer: new URL('/somewhere', location.href).href,
        integrity: 'sha256-x',
        signal: aborter.signal,
      });
      // What `fetch` itself makes of it: Firefox' copies lose `keepalive`, so its fetch may as well.
      const original = new Request(request.clone());
      await fetch(request);
      aborter.abort();
      const [copy] = seen;
      for (const key of [
        ...['url', 'method', 'keepalive', 'credentials', 'cache', 'redirect', 'referrerPolicy', 'referrer'],
        ...['integrity', 'mode'],
      ] as (keyof Request)[]) {
        expect(copy![key], key).to.equal(original[key]);
      }
      expect(copy!.signal.aborted).to.equal(true);
      expect(copy!.headers.get('baggage')).to.equal(`session.id=${id}`);
    } finally {
      globalThis.fetch = realFetch;
    }
  });

  it('touches neither a stream nor the caller’s own objects', async () => {
    const seen: Parameters<typeof fetch>[] = [];
    globalThis.fetch = async (...args) => {
      seen.push(args);
      return new Response();
    };
    try {
      to(api);
      const body = new ReadableStream();
      const headers = { 'x-plain': '1' };
      const init = { method: 'POST', body, headers, duplex: 'half', keepalive: true, priority: 'high' };
      await fetch(`${api}/echo`, init as RequestInit);
      expect(seen[0]![0]).to.equal(`${api}/echo`);
      expect({ ...seen[0]![1], headers: null }).to.deep.equal({ ...init, headers: null });
      expect(seen[0]![1]!.body).to.equal(body);
      expect(body.locked).to.equal(false);
      expect([init.headers, Object.keys(headers)]).to.deep.equal([headers, ['x-plain']]);
      const request = new Request(`${api}/echo`);
      await fetch(request);
      expect(request.headers.has('baggage')).to.equal(false);
      // To all others what came goes on, the very objects.
      const args = [`${third}/echo`, init] as unknown as Parameters<typeof fetch>;
      await fetch(...args);
      expect(seen[2]![1]).to.equal(init);
    } finally {
      globalThis.fetch = realFetch;
    }
  });

  it('lets the browser say what is wrong with a request', async () => {
    to(api, 'self');
    for (const args of [[], ['http://'], [`${api}/echo`, { headers: { 'a b': '1' } }], [`${api}/echo`, { method: 'a b' }]]) {
      const [ours, theirs] = await Promise.all(
        [fetch, realFetch].map((each) =>
          (each as (...args: unknown[]) => Promise<Response>)(...args).then(
            () => undefined,
            (error: Error) => error,
          ),
        ),
      );
      expect(ours).to.be.an.instanceOf(TypeError);
      expect(ours!.message).to.equal(theirs!.message);
    }
    expect(() => new XMLHttpRequest().send()).to.throw(DOMException);
    expect(() => new XMLHttpRequest().open('GET', 'http://')).to.throw(DOMException);
  });

  it('forgets the baggage of a request that is opened again, for somebody else too', async () => {
    to(api);
    const request = new XMLHttpRequest();
    const answer = () =>
      new Promise<Echo>((resolve) => {
        request.onload = () => resolve(JSON.parse(request.responseText));
        request.send();
      });
    request.open('GET', `${api}/echo`);
    request.setRequestHeader('baggage', 'a=1');
    expect((await answer()).headers.baggage).to.equal(`a=1, session.id=${id}`);
    request.open('GET', `${third}/echo`);
    expect((await answer()).headers.baggage).to.equal(undefined);
    request.open('GET', `${api}/echo`);
    expect((await answer()).headers.baggage).to.equal(`session.id=${id}`);
  });

  it('steps aside where somebody else has patched since', async () => {
    to(api);
    const patched = globalThis.fetch;
    const outer: typeof fetch = (...args) => patched(...args);
    globalThis.fetch = outer;
    try {
      end();
      expect(globalThis.fetch).to.equal(outer);
      expect((await fetched(`${api}/echo`)).headers.baggage).to.equal(undefined);
    } finally {
      globalThis.fetch = realFetch;
    }
  });

  it('refuses at once what is no origin, says what would be one, and patches nothing', () => {
    for (const given of [
      ...['https://api.example/v1', 'https://user@api.example', 'https://api.example?x', 'https://api.example#x'],
      ...[
        'https://api.example/',
        'HTTPS://api.example',
        'api.example',
        '*',
        '',
        'null',
        'file:///etc',
        'blob:https://api.example/1',
        undefined,
        null,
        {},
      ],
    ]) {
      expect(() => propagate({ to: ['self', given as string], manager })).to.throw(
        TypeError,
        `session-id-badge: "${given}" is no origin like "https://api.example"`,
      );
    }
    expect(() => propagate({} as never)).to.throw(TypeError, '"undefined" is no origin');
    expect(globalThis.fetch).to.equal(realFetch);
  });
});
