import { expect } from '@open-wc/testing';
import { DURATION, LOAD_SLOW, LOAD_TYPE, URL_FULL } from '../../../src/records/index.js';
import { WARN } from '../../../src/trail/record.js';
import { recordSlowLoads } from '../../../src/trail/sources/slow-loads.js';
import { until } from '../../page.js';
import { collect, pause } from './collect.js';
import { inFrame } from './in-frame.js';

const absolute = (path: string) => new URL(path, location.href).href;

describe('recordSlowLoads', () => {
  const { records, emit } = collect();
  let stop = () => {};
  beforeEach(() => void (records.length = 0));
  afterEach(() => stop());

  const load = (path: string) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: path });
    document.head.append(link);
    return new Promise((resolve) => (link.onload = resolve));
  };
  const of = (path: string) => records.filter(({ attributes }) => attributes![URL_FULL] == absolute(path));

  it('records what took longer than the threshold: how long, and when it began', async () => {
    stop = recordSlowLoads(emit, 400);
    const before = Date.now();
    await load('/slow/500/a.css?q=1');
    await until(() => of('/slow/500/a.css').length, 'the record');
    const [{ timestamp, ...record }] = of('/slow/500/a.css') as [(typeof records)[0]];
    const took = record.attributes![DURATION] as number;
    expect(record).to.deep.equal({
      eventName: LOAD_SLOW,
      severityNumber: WARN,
      attributes: { [LOAD_TYPE]: 'style', [URL_FULL]: absolute('/slow/500/a.css'), [DURATION]: took },
    });
    expect(took).to.be.within(480, Date.now() - before + 20);
    expect(took % 1).to.equal(0);
    expect(timestamp).to.be.closeTo(before, 300);
  });

  it('records also what came before', async () => {
    await load('/slow/500/early.css');
    stop = recordSlowLoads(emit, 400);
    await until(() => of('/slow/500/early.css').length, 'the record');
  });

  it('records nothing that was quick, failed, or was a request', async () => {
    stop = recordSlowLoads(emit, 400);
    await load('/slow/1/quick.css');
    await fetch('/slow/500/request.css');
    await load('/slow/500/last.css');
    await until(() => of('/slow/500/last.css').length, 'the last');
    expect([...of('/slow/1/quick.css'), ...of('/slow/500/request.css')]).to.deep.equal([]);
  });

  it('records a page of which something held up the load event', async () => {
    const { frame, records: inside } = await inFrame('slow-loads', 'recordSlowLoads(emit, 300)', '<img src="/slow/900/a.png">');
    await pause(1500);
    frame.remove();
    const pages = inside.filter(({ attributes }) => attributes![LOAD_TYPE] == 'page');
    // `about:srcdoc` is measured in Firefox and WebKit only.
    for (const { attributes } of pages) expect(attributes![DURATION]).to.be.above(600);
    expect(pages.length).to.be.within(0, 1);
    expect(inside.filter(({ attributes }) => attributes![LOAD_TYPE] == 'image')).to.have.length(1);
  });

  it('takes twice the threshold for the page', async () => {
    const [{ duration }] = performance.getEntriesByType('navigation') as [PerformanceEntry];
    stop = recordSlowLoads(emit, duration / 2 + 1);
    await pause(300);
    const page = () => records.filter(({ attributes }) => attributes![LOAD_TYPE] == 'page');
    expect(page()).to.deep.equal([]);
    stop();
    stop = recordSlowLoads(emit, duration / 2 - 1);
    await until(() => page().length, 'the page');
    expect(page()[0]!.attributes).to.deep.include({ [URL_FULL]: absolute('/'), [DURATION]: Math.round(duration) });
    expect(page()[0]!.timestamp).to.be.closeTo(Date.now() - performance.now(), 50);
  });

  it('ends', async () => {
    recordSlowLoads(emit, 400)();
    await load('/slow/500/after.css');
    await pause(300);
    expect(of('/slow/500/after.css')).to.deep.equal([]);
  });
});
