import { expect, fixture, html } from '@open-wc/testing';
import { ELEMENT_ROLE, ELEMENT_SELECTOR, LOAD_FAILED, LOAD_TYPE, URL_FULL } from '../../../src/records/index.js';
import { ERROR, WARN } from '../../../src/trail/record.js';
import { recordFailedLoads } from '../../../src/trail/sources/failed-loads.js';
import { until } from '../../page.js';
import { collect, pause } from './collect.js';

const tellsStatus = 'responseStatus' in PerformanceResourceTiming.prototype;
let count = 0;
/** An address that no other test has asked for. */
const missing = (name: string) => `/status/404/n${++count}-${name}`;
const absolute = (path: string) => new URL(path, location.href).href;

describe('recordFailedLoads', () => {
  const { records, emit } = collect();
  let stop = () => {};
  beforeEach(() => {
    records.length = 0;
    // What the tests before have left there.
    performance.clearResourceTimings();
    stop = recordFailedLoads(emit);
  });
  afterEach(() => stop());

  const of = (path: string) => records.filter(({ attributes }) => attributes![URL_FULL] == absolute(path));
  /** The one record of it, after the time in which another could come. */
  async function only(path: string) {
    await until(() => of(path).length, `a record of ${path}`);
    await pause(tellsStatus ? 1300 : 100);
    expect(of(path)).to.have.length(1);
    return of(path)[0]!;
  }
  const add = (markup: string) => {
    const box = document.createElement('div');
    box.innerHTML = markup;
    document.body.append(box);
    return box;
  };

  it('records each kind of element once, with the element', async () => {
    const kinds = [
      ['a style sheet', 'style', 'a.css', (url: string) => `<link id="it" rel="stylesheet" href="${url}">`],
      ['a preloaded module', 'module', 'a.js', (url: string) => `<link id="it" rel="modulepreload" href="${url}">`],
      [
        'a preloaded font',
        'font',
        'a.woff2',
        (url: string) => `<link id="it" rel="preload" as="font" crossorigin href="${url}">`,
      ],
      ['an image', 'image', 'a.png', (url: string) => `<img id="it" src="${url}">`],
      [
        'an image of two sources',
        'image',
        'a.png',
        (url: string) => `<picture><source srcset="${url}"><img id="it" src="/x"></picture>`,
      ],
      ['an image button', 'image', 'a.png', (url: string) => `<input id="it" type="image" src="${url}">`],
      ['an SVG image', 'image', 'a.png', (url: string) => `<svg><image id="it" href="${url}"/></svg>`],
      ['a video', 'media', 'a.mp4', (url: string) => `<video id="it" src="${url}"></video>`],
      ['a sound', 'media', 'a.mp3', (url: string) => `<audio><source id="it" src="${url}"></audio>`],
    ] as const;
    const cases = kinds.map(([what, type, file, markup], i) => {
      const path = missing(file);
      return {
        what,
        type,
        path,
        id: `it-${'abcdefghi'[i]}`,
        box: add(markup(path).replace('id="it"', `id="it-${'abcdefghi'[i]}"`)),
      };
    });
    await until(() => cases.every(({ path }) => of(path).length), 'all of them');
    await pause(tellsStatus ? 1300 : 100);
    for (const { what, type, path, id, box } of cases) {
      expect(of(path), what).to.have.length(1);
      const { timestamp, ...record } = of(path)[0]!;
      expect(record, what).to.deep.equal({
        eventName: LOAD_FAILED,
        severityNumber: /style|module/.test(type) ? ERROR : WARN,
        attributes: {
          [LOAD_TYPE]: type,
          [URL_FULL]: absolute(path),
          [ELEMENT_ROLE]: record.attributes![ELEMENT_ROLE],
          [ELEMENT_SELECTOR]: `#${id}`,
        },
      });
      expect(timestamp).to.be.closeTo(Date.now(), 5000);
      box.remove();
    }
  });

  for (const [type, attributes] of [
    ['script', {}],
    ['module', { type: 'module' }],
  ] as const) {
    it(`records a ${type} as an error`, async () => {
      const path = missing('a.js');
      document.head.append(Object.assign(document.createElement('script'), { src: path, ...attributes }));
      const { severityNumber, attributes: said } = await only(path);
      expect([severityNumber, said![LOAD_TYPE]]).to.deep.equal([ERROR, type]);
    });
  }

  it('records what another origin does not answer', async () => {
    const box = add('<img src="http://nowhere.invalid/a.png?token=1">');
    await until(() => records.length, 'the record');
    expect(records[0]!.attributes![URL_FULL]).to.equal('http://nowhere.invalid/a.png');
    box.remove();
  });

  it('records a module that is imported and not handled', async () => {
    const path = missing('a.js');
    const quiet = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('unhandledrejection', quiet, true);
    void import(absolute(path));
    const modules = () => records.filter(({ attributes }) => attributes![LOAD_TYPE] == 'module');
    await until(() => modules().length, 'the record');
    await pause(1300);
    removeEventListener('unhandledrejection', quiet, true);
    expect(modules().map(({ severityNumber }) => severityNumber)).to.deep.equal([ERROR]);
    // WebKit does not say which.
    expect(modules()[0]!.attributes![URL_FULL]).to.be.oneOf(tellsStatus ? [absolute(path)] : [absolute(path), undefined]);
  });

  describe('where the browser measures the status', () => {
    before(function () {
      if (!tellsStatus) this.skip();
    });

    it('records images of style sheets, frames, embeds, and images within shadow roots', async () => {
      const [background, frame, embed, shadow] = ['b.png', 'f.html', 'e.svg', 's.png'].map(missing) as [
        string,
        string,
        string,
        string,
      ];
      const box = add(`<style>.b{background:url(${background})}</style><div class="b">b</div>
        <iframe src="${frame}"></iframe><embed src="${embed}">`);
      box.attachShadow({ mode: 'open' }).innerHTML = `<slot></slot><img src="${shadow}">`;
      expect((await only(background)).attributes).to.deep.equal({ [LOAD_TYPE]: 'image', [URL_FULL]: absolute(background) });
      expect((await only(frame)).attributes![LOAD_TYPE]).to.equal('frame');
      expect((await only(embed)).attributes![LOAD_TYPE]).to.equal('object');
      expect((await only(shadow)).attributes![LOAD_TYPE]).to.equal('image');
      box.remove();
    });

    it('records what failed before, and when that was', async () => {
      stop();
      const path = missing('early.png');
      const image = new Image();
      const failed = new Promise((resolve) => (image.onerror = resolve));
      image.src = path;
      await failed;
      const then = Date.now();
      await pause(500);
      stop = recordFailedLoads(emit);
      expect((await only(path)).timestamp).to.be.closeTo(then, 300);
    });

    it('does not keep back what waits when the page is left', async () => {
      const path = missing('late.png');
      new Image().src = path;
      await until(() => performance.getEntriesByName(absolute(path)).length, 'the measurement');
      await pause(50);
      expect(of(path)).to.have.length(0);
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(of(path)).to.have.length(1);
    });
  });

  it('records a font once', async function () {
    // WebKitGTK has no `loadingerror` for an answer of 404, and tells no status.
    if (!tellsStatus) this.skip();
    const path = missing('f.woff2');
    const box = add(
      `<style>@font-face{font-family:"Shop Sans";src:url(${path})}.f{font-family:"Shop Sans"}</style><p class="f">f</p>`,
    );
    const fonts = () => records.filter(({ attributes }) => attributes![LOAD_TYPE] == 'font');
    await document.fonts.load('12px "Shop Sans"').catch(() => {});
    await until(() => fonts().length, 'a record');
    await pause(2200);
    expect(fonts()).to.have.length(1);
    expect(fonts()[0]!.attributes![URL_FULL]).to.equal(absolute(path));
    box.remove();
  });

  it('records nothing of requests, of what comes, and of events that are made up', async () => {
    const path = missing('fetched.json');
    await fetch(path);
    const box = await fixture<HTMLElement>(html`<div><img /><my-list></my-list></div>`);
    for (const element of box.children) element.dispatchEvent(new Event('error'));
    add('<link rel="stylesheet" href="/slow/1/fine.css">');
    await pause(1300);
    expect(records).to.deep.equal([]);
  });

  it('survives elements that do not let themselves be read', async () => {
    const path = missing('a.png');
    const image = new Image();
    for (const name of ['localName', 'getAttribute', 'currentSrc'])
      Object.defineProperty(image, name, {
        get() {
          throw new Error('hostile');
        },
      });
    document.body.append(image);
    const failed = new Promise((resolve) => (image.onerror = resolve));
    image.src = path;
    await failed;
    const next = missing('b.png');
    const box = add(`<img src="${next}">`);
    await only(next);
    box.remove();
    image.remove();
  });

  it('ends', async () => {
    stop();
    const image = new Image();
    document.body.append(image);
    const failed = new Promise((resolve) => (image.onerror = resolve));
    image.src = missing('a.png');
    await failed;
    await pause(1300);
    expect(records).to.deep.equal([]);
    image.remove();
  });
});
