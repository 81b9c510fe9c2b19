import { expect, fixture, html } from '@open-wc/testing';
import { LOAD_FAILED, URL_FULL } from '../../src/records/index.js';
import { recordFailedLoads } from '../../src/trail/sources/failed-loads.js';
import { recordMessages } from '../../src/trail/sources/messages.js';
import { until } from '../page.js';
import { collect, pause } from './sources/collect.js';

/** What a page does that has something else to do. */
function block(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

describe('What a busy page lets come late', () => {
  const { records, emit } = collect();
  let stop = () => {};
  beforeEach(() => void (records.length = 0));
  afterEach(() => stop());

  it('has a message at the time at which it appeared, not at which it was read', async () => {
    const box = await fixture(html`<div></div>`);
    stop = recordMessages(emit, { text: true });
    const appeared = Date.now();
    box.innerHTML = '<p role="alert">Declined</p>';
    await null;
    block(400);
    await until(() => records.length, 'the record');
    expect(records[0]!.timestamp).to.be.closeTo(appeared, 200);
  });

  it('has a load that failed once, however late its element says so', async function () {
    if (!('responseStatus' in PerformanceResourceTiming.prototype)) this.skip();
    stop = recordFailedLoads(emit);
    // Run in this order, and so long the second does not say that it has failed.
    const [before, missing] = ['/slow/2000/first.js', '/status/404/late.js'].map((src) =>
      Object.assign(document.createElement('script'), { src, async: false }),
    ) as [HTMLScriptElement, HTMLScriptElement];
    const told = new Promise((resolve) => (missing.onerror = resolve));
    document.head.append(before, missing);
    const of = () => records.filter(({ attributes }) => attributes![URL_FULL] == missing.src);
    await until(() => of().length, 'what was measured');
    expect(of()[0]!.eventName).to.equal(LOAD_FAILED);
    await told;
    await pause(0);
    expect(of()).to.have.length(1);
    before.remove();
    missing.remove();
  });

  it('has the same load twice where it failed twice', async () => {
    stop = recordFailedLoads(emit);
    const box = await fixture(html`<div><img src="/status/404/twice.png?1" /><img src="/status/404/twice.png?2" /></div>`);
    await until(() => records.length > 1, 'both');
    await pause(1300);
    expect(records.filter(({ attributes }) => /twice/.test(String(attributes![URL_FULL])))).to.have.length(2);
    box.remove();
  });
});
