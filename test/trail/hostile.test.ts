import { expect } from '@open-wc/testing';
import type { Trail, TrailRecord } from '../../src/trail/index.js';
import { clearFacts, until } from '../page.js';
import { expectCost } from './cost.js';

/** A page of its own, in a frame: what is thrown there is no failure of the test, and its prototypes are nobody else's. */
interface Page extends Window {
  eval(script: string): unknown;
  trail: Trail;
  seen: { errors: string[]; said: string[]; sent: string[]; ready?: boolean };
}

/** Errors that reach the window, what is printed, what is sent; the first thing in the page. */
const WITNESS = `
  globalThis.seen = { errors: [], said: [], sent: [] };
  addEventListener('error', (event) => { seen.errors.push(event.message); event.preventDefault(); });
  addEventListener('unhandledrejection', (event) => { seen.errors.push('rejected'); event.preventDefault(); });
  for (const level of ['warn', 'error']) console[level] = (...parts) => seen.said.push(level + ' ' + parts.length);
  globalThis.fetch = async (url, { body }) => { seen.sent.push(body); return new Response('{}'); };`;

const frames: HTMLIFrameElement[] = [];

/** A page with such a body, on which such a script ran before the trail began. */
async function open(body = '', before = ''): Promise<Page> {
  const frame = document.createElement('iframe');
  frames.push(frame);
  frame.srcdoc = `<script>${WITNESS}</script><script>${before}</script>${body}<script type="module">
    import { startTrail } from '${location.origin}/dist/trail.js';
    import { getSessionManager } from '${location.origin}/dist/session.js';
    const manager = getSessionManager({ source: { getSessionId: () => 'abcd1234efgh5678', subscribe: () => () => {} } });
    globalThis.trail = startTrail({ manager, endpoint: '/v1/logs', maxPerMinute: 10_000, ringSize: 10_000, messageText: true });
    seen.ready = true;
  </script>`;
  document.body.append(frame);
  const page = frame.contentWindow as unknown as Page;
  await until(() => page.seen?.ready, 'the trail', 14_000).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(page.seen)}`, { cause: error });
  });
  return page;
}

/** Runs in the page. */
const run = (page: Page, script: string): unknown => page.eval(`{${script}}`);

const named = (page: Page, name: string): TrailRecord[] => page.trail.records.filter(({ eventName }) => eventName == name);

/** The records of that name, as soon as there are so many. */
async function recorded(page: Page, name: string, count = 1): Promise<TrailRecord[]> {
  await until(() => (void page.trail.flush(), named(page, name).length >= count), `${count} of ${name}`);
  return named(page, name);
}

const told = ({ attributes: a }: TrailRecord) => [a!['exception.type'], a!['exception.message']];

describe('On a hostile page', () => {
  let page: Page;
  const isQuiet = () => expect(page.seen).to.deep.include({ errors: [], said: [] });
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
    clearFacts();
  });

  describe('whatever is thrown', () => {
    const THROWN: [script: string, type: string | undefined, message: string | undefined][] = [
      [`'a string'`, undefined, 'a string'],
      ['404', 'number', '404'],
      [`{ code: 'E_CARD' }`, 'Object', 'code: E_CARD'],
      [`Object.assign(new RangeError('too far'), { cause: null })`, 'RangeError', 'too far'],
      [`(() => { const e = new Error('round'); e.cause = e; e.errors = [e]; return e; })()`, 'Error', 'round'],
      [`(() => { const o = { message: 'o' }; o.o = o; return o; })()`, undefined, 'o'],
      [`Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('getter'); } })`, 'Error', undefined],
      [`Object.defineProperty(new TypeError('y'), 'stack', { get() { throw new Error('getter'); } })`, 'TypeError', 'y'],
      [`(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()`, undefined, undefined],
      [`Object.create(null)`, 'object', undefined],
    ];

    for (const [script, type, message] of THROWN)
      it(`records ${script} once each time, thrown and rejected, and lets nothing else get out`, async () => {
        page = await open();
        run(page, `setTimeout(() => { throw ${script}; });`);
        const [record] = await recorded(page, 'exception');
        if (type) expect(told(record!)[0]).to.equal(type);
        if (message) expect(told(record!)[1]).to.equal(message);
        run(page, `Promise.reject(${script});`);
        await until(() => page.seen.errors.length == 2, 'the rejection');
        await page.trail.flush();
        expect(page.seen.said).to.deep.equal([]);
        expect(page.seen.errors).to.have.length(2);
      });

    it('records undefined and null, also where the event says nothing of them', async () => {
      page = await open();
      for (const value of ['undefined', 'null']) run(page, `setTimeout(() => { throw ${value}; }); Promise.reject(${value});`);
      await until(() => page.seen.errors.length == 4, 'all four');
      await page.trail.flush();
      const messages = named(page, 'exception').map((record) => String(told(record)[1]));
      for (const value of ['undefined', 'null']) expect(messages.some((message) => message.includes(value))).to.equal(true);
      expect(page.seen.said).to.deep.equal([]);
    });

    it('goes on after an error whose name is an object that does not let itself be read', async () => {
      page = await open();
      run(page, `setTimeout(() => { throw { name: { get secret() { throw new Error('getter'); } }, message: 'odd' }; });`);
      await until(() => page.seen.errors.length, 'the error');
      run(page, `setTimeout(() => { throw new Error('the next'); });`);
      await until(() => page.seen.errors.length > 1, 'the next');
      await until(() => {
        void page.trail.flush().catch(() => {});
        return named(page, 'exception').some((record) => told(record)[1] == 'the next');
      }, 'its record');
      expect(page.seen.errors).to.have.length(2);
    });

    it('records "Script error." of another origin', async () => {
      page = await open();
      run(page, `dispatchEvent(new ErrorEvent('error', { message: 'Script error.', error: null }));`);
      expect(told((await recorded(page, 'exception'))[0]!)).to.deep.equal([undefined, 'Script error.']);
      expect(named(page, 'exception')).to.have.length(1);
    });

    it('records a message of a megabyte cut short, at the price of a short one', async () => {
      page = await open();
      const script = (name: string, text: string) =>
        `globalThis.${name} = (i) => { const error = new Error(i + ${text}); dispatchEvent(new ErrorEvent('error', { error, message: '' })); trail.flush(); };`;
      let count = 0;
      const raise = (name: 'short' | 'long') => (page as unknown as Record<string, (i: number) => void>)[name]!(count++);
      run(page, script('short', `'short'`));
      for (const text of [`'x'.repeat(1e6)`, `'jan@shop.nl 4111 1111 '.repeat(50_000)`, `' '.repeat(1e6)`]) {
        run(page, script('long', text));
        await expectCost(
          () => raise('long'),
          () => raise('short'),
          30,
          text,
        );
      }
      for (const record of await recorded(page, 'exception', count)) {
        expect(String(told(record)[1]).length).to.be.at.most(2048);
        expect(JSON.stringify(record).length).to.be.below(12_000);
      }
    });
  });

  describe('whatever is printed as an error', () => {
    it('prints no object, runs no code of it, and lets the page print it', async () => {
      page = await open();
      run(
        page,
        `globalThis.ran = [];
        const round = { secret: 'peter' };
        round.round = round;
        const getter = { get secret() { ran.push('getter'); return 'peter'; }, toString() { ran.push('toString'); return 'peter'; }, toJSON() { ran.push('toJSON'); return 'peter'; } };
        const opaque = new Proxy({}, { get() { throw new Error('trap'); }, getPrototypeOf() { throw new Error('trap'); } });
        const mean = Object.defineProperty(new Error('m'), 'message', { get() { throw new Error('getter'); } });
        console.error('round', round);
        console.error('getter', getter, [getter]);
        console.error('symbol', Symbol('s'), 1n, null, undefined, NaN);
        console.error('error', new TypeError('no'));
        console.error('function', function secret() { return 'peter'; });
        console.error('mean', mean);
        console.error('opaque', opaque);
        console.error();`,
      );
      const bodies = (await recorded(page, 'browser.console', 7)).map(({ body }) => String(body));
      expect(bodies.slice(0, 7)).to.deep.equal([
        'round object',
        'getter object object',
        'symbol Symbol(s) 1 object undefined NaN',
        'error TypeError: no',
        'function object',
        'mean object',
        'opaque object',
      ]);
      expect((page as unknown as { ran: string[] }).ran).to.deep.equal([]);
      expect(page.seen.errors).to.deep.equal([]);
      expect(page.seen.said).to.have.length(8);
    });
  });

  describe('whatever is clicked', () => {
    const NAMES =
      'tagName localName nodeName nodeType getAttribute hasAttribute classList attributes id parentNode parentElement children childElementCount previousElementSibling nextElementSibling matches closest ownerDocument getRootNode contains textContent innerText href type'.split(
        ' ',
      );
    const click = (selector: string) =>
      `document.querySelector('${selector}').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));`;

    it('survives elements that do not let themselves be read', async () => {
      page = await open('<main><p><button class="mean">a</button></p></main><button id="next">b</button>');
      run(
        page,
        `for (const name of ${JSON.stringify(NAMES)}) for (const element of document.querySelectorAll('.mean, main'))
          Object.defineProperty(element, name, { get() { throw new Error(name); } });
        ${click('.mean')} ${click('.mean')} ${click('.mean')} ${click('.mean')} ${click('#next')}`,
      );
      const clicks = await recorded(page, 'browser.user_action.click');
      expect(clicks.at(-1)!.attributes!['browser.css_selector']).to.equal('#next');
      await recorded(page, 'session_badge.click.dead');
      isQuiet();
    });

    it('survives forms whose inputs have the names of their properties', async () => {
      const inputs = NAMES.map((name) => `<input name="${name}">`).join('');
      page = await open(`<form>${inputs}<button type="button" class="in">a</button></form><button id="next">b</button>`);
      run(page, `${click('form')} ${click('.in')} ${click('#next')}`);
      await recorded(page, 'session_badge.click.dead');
      expect((await recorded(page, 'browser.user_action.click')).length).to.be.above(0);
      isQuiet();
    });

    it('survives a document whose images have the names of its methods', async () => {
      page = await open(
        '<img name="querySelectorAll"><img name="createTreeWalker"><img name="body"><img name="fonts"><img name="visibilityState"><button class="next" role="alert">b</button>',
      );
      run(page, `document.getElementsByClassName('next')[0].click();`);
      await recorded(page, 'browser.user_action.click');
      isQuiet();
    });

    it('takes no longer for a click in a list of fifty thousand', async () => {
      page = await open('<ul class="few"></ul><ul class="many"></ul>');
      run(
        page,
        `for (const [list, count] of [['few', 20], ['many', 50_000]])
          document.querySelector('.' + list).innerHTML = '<li class="item" style="display: none">x</li>'.repeat(count);
        globalThis.again = (list) => document.querySelector('.' + list).lastChild.click();`,
      );
      const again = (list: string) => (page as unknown as { again(list: string): void }).again(list);
      await expectCost(
        () => again('many'),
        () => again('few'),
        20,
      );
      await recorded(page, 'browser.user_action.click');
      isQuiet();
    });
  });

  describe('whatever it has done to the language', () => {
    const records = async () => {
      run(page, `setTimeout(() => { throw new Error('works'); });`);
      expect(told((await recorded(page, 'exception'))[0]!)).to.deep.equal(['Error', 'works']);
      expect(page.seen.errors).to.have.length(1);
    };
    const sends = async () => {
      const [sent] = await until(() => page.seen.sent.some((body) => body.includes('works')), 'what is sent').then(() =>
        page.seen.sent.filter((body) => body.includes('works')),
      );
      const attributes: unknown[] = [];
      JSON.parse(sent!, (key, value) => (key == 'attributes' && attributes.push(value), value));
      for (const each of attributes) expect(each).to.be.an('array');
      expect(page.seen.said).to.deep.equal([]);
    };

    it('records and sends where prototypes are frozen', async () => {
      page = await open(
        '',
        'for (const it of [Object, Array, Function, String, Error, Promise, Map, Set, Element, Node]) Object.freeze(it.prototype);',
      );
      await records();
      await sends();
    });

    it('records and sends where prototypes have more than their own', async () => {
      page = await open(
        '',
        `Object.prototype.extend = function () {}; Array.prototype.each = Array.prototype.forEach;
        String.prototype.toJSON = function () { return String(this); };`,
      );
      await records();
      await sends();
    });

    // Both are Prototype.js'; OpenTelemetry's encoder cannot be used there: what is sent says nothing.
    for (const script of [
      `Array.prototype.toJSON = function () { return '[' + this.map((it) => JSON.stringify(it)).join(', ') + ']'; };`,
      `Array.from = (it) => { const all = []; for (let i = 0; i < (it?.length ?? 0); i++) all.push(it[i]); return all; };`,
    ])
      it(`records, and warns at most once, after ${script.split(' ', 1)[0]} was replaced`, async () => {
        page = await open('', script);
        await records();
        await page.trail.flush();
        expect(page.seen.said.length).to.be.at.most(1);
      });
  });
});
