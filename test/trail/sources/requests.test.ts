import { expect } from '@open-wc/testing';
import {
  DURATION,
  ERROR_TYPE,
  HTTP_METHOD,
  HTTP_STATUS,
  REQUEST_ABORTED,
  REQUEST_FAILED,
  REQUEST_SLOW,
  URL_FULL,
} from '../../../src/records/index.js';
import { onActivity } from '../../../src/trail/activity.js';
import { ERROR, INFO, WARN, type TrailRecord } from '../../../src/trail/record.js';
import { recordRequests } from '../../../src/trail/sources/requests.js';
import { until } from '../../page.js';
import { collect, pause } from './collect.js';
import { inFrame } from './in-frame.js';

const nowhere = 'http://nowhere.invalid/orders';
const absolute = (path: string) => new URL(path, location.href).href;
const realFetch = globalThis.fetch;
const { open, send } = XMLHttpRequest.prototype;

interface Ask {
  method?: string;
  /** After so many ms. */
  abort?: number;
  timeout?: number;
}

const byFetch = async (url: string, { method, abort, timeout }: Ask = {}) => {
  const aborter = new AbortController();
  if (abort != undefined) setTimeout(() => aborter.abort(), abort);
  const signal = timeout ? AbortSignal.timeout(timeout) : aborter.signal;
  await fetch(url, { ...(method && { method }), signal }).catch(() => {});
};

const ended = (request: XMLHttpRequest) => new Promise((resolve) => (request.onloadend = resolve));

const byXhr = async (url: string, { method = 'GET', abort, timeout = 0 }: Ask = {}) => {
  const request = new XMLHttpRequest();
  request.open(method, url);
  request.timeout = timeout;
  request.send();
  if (abort != undefined) setTimeout(() => request.abort(), abort);
  await ended(request);
};

describe('recordRequests', () => {
  const { records, emit } = collect();
  let stop = () => {};
  const start = (options: Parameters<typeof recordRequests>[1] = {}) => (stop = recordRequests(emit, options));
  beforeEach(() => void (records.length = 0));
  afterEach(() => {
    stop();
    expect(globalThis.fetch).to.equal(realFetch);
    expect([XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send]).to.deep.equal([open, send]);
  });
  const said = () =>
    records.map(({ eventName, severityNumber, attributes: a }) => [
      eventName,
      severityNumber,
      a![HTTP_STATUS] ?? a![ERROR_TYPE],
    ]);

  for (const [name, ask, networkError] of [
    ['fetch', byFetch, 'TypeError'],
    ['XMLHttpRequest', byXhr, 'NetworkError'],
  ] as const) {
    describe(`by ${name}`, () => {
      it('records a status of 500 and above as an error, with all that is known of it', async () => {
        start();
        const before = Date.now();
        await ask('/status/503/orders?token=1#x', { method: 'POST' });
        expect(records).to.deep.equal([
          {
            eventName: REQUEST_FAILED,
            severityNumber: ERROR,
            timestamp: records[0]!.timestamp,
            attributes: {
              [HTTP_METHOD]: 'POST',
              [URL_FULL]: absolute('/status/503/orders'),
              [HTTP_STATUS]: 503,
              [ERROR_TYPE]: '503',
              [DURATION]: records[0]!.attributes![DURATION],
            },
          },
        ]);
        expect(records[0]!.attributes![DURATION]).to.be.within(0, Date.now() - before + 1);
        expect(records[0]!.timestamp).to.be.within(before, Date.now());
      });

      it('records a status from 400 on as a warning, and nothing below', async () => {
        start();
        await ask('/status/404/a');
        await ask('/status/399/a');
        await ask('/status/204/a');
        await ask(`/redirect?to=${encodeURIComponent('/echo')}`);
        expect(said()).to.deep.equal([[REQUEST_FAILED, WARN, 404]]);
      });

      it('records that there was no answer', async () => {
        start();
        await ask(nowhere);
        expect(said()).to.deep.equal([[REQUEST_FAILED, ERROR, networkError]]);
        expect(records[0]!.attributes).to.include({ [URL_FULL]: nowhere, [HTTP_METHOD]: 'GET', [HTTP_STATUS]: undefined });
      });

      it('records what the page gave up, and what ran into its time-out', async () => {
        start();
        await ask('/hang/a', { abort: 20 });
        await ask('/hang/a', { timeout: 50 });
        expect(said()).to.deep.equal([
          [REQUEST_ABORTED, INFO, 'AbortError'],
          [REQUEST_ABORTED, WARN, 'timeout'],
        ]);
      });

      it('records what was answered well and late', async () => {
        start({ slow: 300 });
        await ask('/slow/400/a');
        await ask('/slow/1/a');
        await ask('/status/404/a');
        expect(said()).to.deep.equal([
          [REQUEST_SLOW, WARN, 200],
          [REQUEST_FAILED, WARN, 404],
        ]);
        expect(records[0]!.attributes![DURATION]).to.be.within(390, 3000);
      });

      it('passes over what is to be ignored, which it tells by the absolute address', async () => {
        const asked: string[] = [];
        let begun = 0;
        const end = onActivity(() => begun++);
        start({ ignore: (url) => asked.push(url) > 0 && url.endsWith('/v1/logs') });
        await ask('/status/503/v1/logs');
        expect([records, asked, begun]).to.deep.equal([[], [absolute('/status/503/v1/logs')], 0]);
        await ask('/status/503/a');
        end();
        expect([records.length, begun]).to.deep.equal([1, 1]);
      });

      it('names methods in upper case, and none that it does not know', async () => {
        start();
        for (const method of ['post', 'PATCH', 'Jane']) await ask('/status/404/a', { method });
        expect(records.map(({ attributes }) => attributes![HTTP_METHOD])).to.deep.equal(['POST', 'PATCH', '_OTHER']);
      });

      it('leaves what another one put upon it', async () => {
        start();
        const ours = [globalThis.fetch, XMLHttpRequest.prototype.send] as const;
        let passed = 0;
        globalThis.fetch = (...args) => (passed++, ours[0](...args));
        XMLHttpRequest.prototype.send = function (...args) {
          passed++;
          ours[1].apply(this, args);
        };
        try {
          await ask('/status/404/a');
          expect([records.length, passed]).to.deep.equal([1, 1]);
          stop();
          await ask('/status/404/a');
          expect([records.length, passed]).to.deep.equal([1, 2]);
        } finally {
          globalThis.fetch = realFetch;
          XMLHttpRequest.prototype.send = send;
        }
      });

      it('records nothing after its end, of what began before either', async () => {
        start();
        const late = ask('/slow/100/a');
        const failing = ask(nowhere);
        stop();
        await late;
        await failing;
        await ask('/status/404/a');
        expect(records).to.deep.equal([]);
      });

      it('takes what fails after the page is being left for given up, and what begins after that not', async () => {
        start();
        const before = ask('http://nowhere.invalid/before');
        dispatchEvent(new Event('beforeunload'));
        await before;
        await pause(20);
        await ask('http://nowhere.invalid/after');
        expect(said().map(([event]) => event)).to.deep.equal([REQUEST_ABORTED, REQUEST_FAILED]);
      });
    });
  }

  it('takes what browsers let fail when a page is left for given up', async () => {
    const { frame, records } = await inFrame('requests', 'recordRequests(emit)');
    const inside = frame.contentWindow! as Window & typeof globalThis;
    inside.fetch('/hang/a').catch(() => {});
    const request = new inside.XMLHttpRequest();
    request.open('GET', '/hang/b');
    request.send();
    await pause(100);
    const left = new Promise((resolve) => (frame.onload = resolve));
    inside.location.href = '/slow/300/next.html';
    await left;
    expect(records.filter(({ eventName }) => eventName != REQUEST_ABORTED)).to.deep.equal([]);
    frame.remove();
  });

  describe('as fetch', () => {
    it('takes requests in every form', async () => {
      start();
      const url = absolute('/status/404/a');
      await fetch(new URL(url));
      await fetch(new Request(url, { method: 'PUT' }));
      await fetch(new Request(url, { method: 'PUT' }), { method: 'DELETE' });
      await fetch(url, new Request('/elsewhere', { method: 'POST' }));
      const told = records.map(({ attributes: a }) => [a![HTTP_METHOD], a![URL_FULL]]);
      expect(told).to.deep.equal(['GET', 'PUT', 'DELETE', 'POST'].map((method) => [method, url]));
    });

    it('makes a string of nothing: that is done once, by the browser', async () => {
      start();
      let asked = 0;
      const url = { toString: () => (asked++, absolute('/status/404/a')) };
      await fetch(url as unknown as string);
      expect(asked).to.equal(1);
      expect(records[0]!.attributes![URL_FULL]).to.equal(absolute('/status/404/a'));
      const hostile = {
        toString() {
          throw new RangeError('hostile');
        },
      };
      const error = await fetch(hostile as unknown as string).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(RangeError);
    });

    it('answers what it would without: the very response and the very reason', async () => {
      const response = new Response('one domain');
      const reason = { not: 'an error' };
      const asked: unknown[] = [];
      globalThis.fetch = async (...args) => {
        asked.push(args);
        if (args[0] == '/bad') throw reason;
        return response;
      };
      try {
        start();
        const init = { method: 'POST', body: 'x' };
        expect(await fetch('/good', init)).to.equal(response);
        expect(response.bodyUsed).to.equal(false);
        expect(await fetch('/bad').catch((thrown: unknown) => thrown)).to.equal(reason);
        expect(asked).to.deep.equal([['/good', init], ['/bad']]);
        expect((asked[0] as unknown[])[1]).to.equal(init);
        expect(said()).to.deep.equal([[REQUEST_FAILED, ERROR, 'object']]);
      } finally {
        stop();
        globalThis.fetch = realFetch;
      }
    });

    it('hands on what is no promise, and what is thrown', () => {
      try {
        globalThis.fetch = (() => 'nothing') as unknown as typeof fetch;
        start();
        expect(fetch('/a')).to.equal('nothing');
        stop();
        const error = new Error('thrown');
        globalThis.fetch = () => {
          throw error;
        };
        start();
        expect(() => fetch('/a')).to.throw(error);
      } finally {
        stop();
        globalThis.fetch = realFetch;
      }
    });

    it('leaves wrong arguments to the browser', async () => {
      start();
      const wrong = fetch as (...args: unknown[]) => Promise<Response>;
      for (const args of [[], ['http://['], ['/a', { method: 'bad method' }], ['/a', 5]])
        expect(await wrong(...args).catch((reason: unknown) => reason)).to.be.instanceOf(TypeError);
    });

    it('lets a rejection that nobody handles be one, once, and none that somebody handles', async () => {
      start();
      const heard: PromiseRejectionEvent[] = [];
      const hear = (event: PromiseRejectionEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        heard.push(event);
      };
      addEventListener('unhandledrejection', hear, true);
      await fetch(nowhere).catch(() => {});
      await pause(50);
      expect(heard).to.deep.equal([]);
      const promise = fetch(nowhere);
      await until(() => heard.length, 'the event');
      await pause(50);
      removeEventListener('unhandledrejection', hear, true);
      expect(heard.map((event) => event.promise)).to.deep.equal([promise]);
    });

    it('takes a signal for given up, whatever the reason', async () => {
      start();
      const aborter = new AbortController();
      const request = fetch(new Request('/hang/a', { signal: aborter.signal }));
      aborter.abort(new RangeError('changed my mind'));
      await request.catch(() => {});
      expect(said()).to.deep.equal([[REQUEST_ABORTED, INFO, 'AbortError']]);
    });

    it('takes answers that a page may not read for answers', async () => {
      start();
      await fetch(`http://127.0.0.1:${location.port}/status/503/a`, { mode: 'no-cors' });
      await fetch('/redirect?to=/status/503/a', { redirect: 'manual' });
      expect(records).to.deep.equal([]);
    });
  });

  describe('as XMLHttpRequest', () => {
    it('takes one that is used again, also within its own events', async () => {
      start();
      const request = new XMLHttpRequest();
      const urls = ['/status/404/a', '/status/503/b', '/echo', '/status/410/c'];
      const all = new Promise<void>((resolve) => {
        const next = () => {
          const url = urls.shift();
          if (!url) return resolve();
          request.open('GET', new URL(url, location.href));
          request.send();
        };
        request.onload = next;
        next();
      });
      await all;
      expect(said().map(([, , status]) => status)).to.deep.equal([404, 503, 410]);
      expect(records[1]!.attributes![URL_FULL]).to.equal(absolute('/status/503/b'));
    });

    it('drops one that is opened anew while it is in flight', async () => {
      start();
      const request = new XMLHttpRequest();
      request.open('GET', '/hang/a');
      request.send();
      request.open('GET', '/status/404/a');
      request.send();
      await ended(request);
      expect(records.map(({ attributes }) => attributes![URL_FULL])).to.deep.equal([absolute('/status/404/a')]);
    });

    it('takes synchronous ones, and throws what they throw', () => {
      start();
      const request = new XMLHttpRequest();
      request.open('GET', '/status/404/a', false);
      request.send();
      request.open('GET', nowhere, false);
      expect(() => request.send()).to.throw(DOMException);
      expect(said()).to.deep.equal([
        [REQUEST_FAILED, WARN, 404],
        [REQUEST_FAILED, ERROR, 'NetworkError'],
      ]);
    });

    it('leaves wrong use to the browser, and goes on', async () => {
      start();
      const request = new XMLHttpRequest();
      expect(() => request.send()).to.throw(DOMException);
      expect(() => request.open('GET', 'http://[')).to.throw(DOMException);
      request.open('GET', '/status/404/a');
      request.send();
      expect(() => request.send()).to.throw(DOMException);
      await ended(request);
      expect(said()).to.deep.equal([[REQUEST_FAILED, WARN, 404]]);
    });

    it('makes a string of nothing: that is done once, by the browser', async () => {
      start();
      let asked = 0;
      const request = new XMLHttpRequest();
      request.open('GET', { toString: () => (asked++, '/status/404/a') } as unknown as string);
      request.send();
      await ended(request);
      expect(asked).to.equal(1);
      expect(records[0]!.attributes![URL_FULL]).to.equal(absolute('/status/404/a'));
    });

    it('measures until the headers, not until all has come', async () => {
      const answers: TrailRecord[] = [];
      stop = recordRequests((record) => answers.push(record), { slow: 0 });
      const request = new XMLHttpRequest();
      request.open('GET', '/echo');
      const before = performance.now();
      request.send();
      request.addEventListener('readystatechange', () => {
        // The page is busy.
        for (const end = performance.now() + 300; request.readyState == 2 && performance.now() < end;);
      });
      await ended(request);
      expect(performance.now() - before).to.be.above(295);
      expect(answers[0]!.attributes![DURATION]).to.be.below(performance.now() - before - 290);
    });
  });
});
