import { LOAD_FAILED, LOAD_TYPE, URL_FULL } from '../../records/index.js';
import { attempt } from '../../session/attempt.js';
import { describeElement } from '../element.js';
import { ERROR, WARN, type Source, type TrailRecord } from '../record.js';
import { safeUrl } from '../safe-url.js';
import { listen } from './listen.js';
import { entryType, loadType } from './load-type.js';
import { epoch, observe } from './observe.js';

/** How long an element may take to say itself what the browser has measured, ms: mostly less than 200, in either order. */
const PATIENCE = 1000;

/** Chromium, Firefox and WebKit, in this order; WebKit does not say which module. */
const MODULE = /^(?:Failed to fetch|error loading) dynamically imported module: (.+)|^Importing a module script failed/;

/** What a link, script, image, medium, frame, object or embed has of its address, each another property. */
interface Loader extends Element {
  currentSrc?: string;
  src?: string;
  href?: string | { baseVal: string };
  data?: string;
  type?: string;
  as: string;
  rel: string;
}

function typeOf({ localName, as, rel, type }: Loader): string | undefined {
  if (localName == 'link') return loadType(as, ...rel.split(' ')) ?? 'other';
  return loadType(localName == 'script' && type == 'module' ? type : localName);
}

function urlOf({ currentSrc, src, href, data }: Loader): string | undefined {
  const url = currentSrc || src || href || data;
  // An SVG's is as it was written.
  return url && new URL(typeof url == 'string' ? url : url.baseVal, document.baseURI).href;
}

const failed = (type: string, url?: string): TrailRecord => ({
  eventName: LOAD_FAILED,
  severityNumber: /script|module|style/.test(type) ? ERROR : WARN,
  timestamp: Date.now(),
  attributes: { [LOAD_TYPE]: type, [URL_FULL]: url && safeUrl(url) },
});

/** The same load, of whoever tells of it. */
const keyOf = (url: string | undefined) => url?.split('#', 1)[0];

/**
 * Records what the page loads and does not get: by the `error` event of its element; by the answer's status where there is no
 * such event, or none that reaches the document (background images, frames, embeds, images within shadow roots, the page
 * itself, and all that failed before the call); by a font's own event; and modules by the rejection of `import()` that nobody
 * handles. A status is known from Chrome 109 and Firefox 109 on, of the own origin and by CORS. Not known is a frame without an answer, and in WebKit a font.
 */
export const recordFailedLoads: Source = (emit) => {
  /** Of late; also that a font was among them. */
  const told = new Set<string>();
  /** What waits for an element to say it better. */
  const waiting = new Map<string, TrailRecord>();
  const tell = (key: string | undefined, record: TrailRecord) => {
    for (const one of [key, record.attributes![LOAD_TYPE] == 'font' && 'font']) {
      if (!one) continue;
      told.add(one);
      waiting.delete(one);
      setTimeout(() => told.delete(one), 5 * PATIENCE);
    }
    emit(record);
  };
  /** Told without an element that said so: one may yet. */
  const measured = new Set<string | undefined>();
  const settle = (key: string) => {
    const record = waiting.get(key);
    waiting.delete(key);
    if (!record || told.has(key)) return;
    tell(key, record);
    measured.add(key);
    setTimeout(() => measured.delete(key), 60 * PATIENCE);
  };
  // A script that has to wait for its turn says only then that it did not come.
  const tellLate = (key: string | undefined, record: TrailRecord) => measured.delete(key) || tell(key, record);
  const wait = (key: string, record: TrailRecord, patience = PATIENCE) => {
    waiting.set(key, record);
    setTimeout(() => settle(key), patience);
  };
  const take = (entry: PerformanceResourceTiming) => {
    const type = entry.responseStatus >= 400 && entryType(entry);
    const key = keyOf(entry.name)!;
    // No page asks for the icon of its address, and most have none there.
    if (type && !told.has(key) && !entry.name.endsWith('/favicon.ico'))
      wait(key, { ...failed(type, entry.name), timestamp: epoch(entry.responseEnd) });
  };
  const ends = [
    listen<Event & { target: Loader }>(window, 'error', ({ target, isTrusted }) => {
      const type = isTrusted && target instanceof Element && typeOf(target);
      if (!type) return;
      const url = attempt(() => urlOf(target));
      const record = failed(type, url);
      tellLate(keyOf(url), { ...record, attributes: { ...record.attributes, ...describeElement(target) } });
    }),
    observe('resource', take),
    observe('navigation', take),
    // It says no address: that is left to what the browser has measured, where it has.
    listen<FontFaceSetLoadEvent>(document.fonts, 'loadingerror', ({ fontfaces }) => {
      const families = fontfaces.map(({ family }) => family.slice(0, 100));
      wait('font', { ...failed('font'), body: `font ${families.join(', ')}` }, 2 * PATIENCE);
    }),
    listen<PromiseRejectionEvent>(window, 'unhandledrejection', ({ reason }) => {
      const found = reason instanceof TypeError && MODULE.exec(reason.message);
      if (found) tellLate(keyOf(found[1]), failed('module', found[1]));
    }),
    listen(window, 'pagehide', () => [...waiting.keys()].forEach(settle)),
  ];
  return () => {
    waiting.clear();
    for (const end of ends) end();
  };
};
