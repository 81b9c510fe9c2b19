import { expect } from '@open-wc/testing';
import { PAGE_STATE, PAGE_STATE_NAME } from '../../../src/records/index.js';
import { INFO, type TrailRecord } from '../../../src/trail/record.js';
import { recordPageState } from '../../../src/trail/sources/page-state.js';
import { until } from '../../page.js';
import { collect } from './collect.js';
import { inFrame } from './in-frame.js';

const states = (records: TrailRecord[]) => records.map(({ attributes }) => attributes![PAGE_STATE_NAME]);

describe('recordPageState', () => {
  const { records, emit } = collect();
  let stop = () => {};
  beforeEach(async () => {
    await until(() => document.readyState == 'complete', 'the load event');
    records.length = 0;
    stop = recordPageState(emit);
  });
  afterEach(() => stop());

  const become = (visibilityState: string) => {
    Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    Reflect.deleteProperty(document, 'visibilityState');
  };
  const turn = (type: string, persisted: boolean) => dispatchEvent(new PageTransitionEvent(type, { persisted }));

  it('records when the page was loaded, also if that is past', () => {
    const [{ loadEventEnd }] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
    expect(records).to.deep.equal([
      {
        eventName: PAGE_STATE,
        severityNumber: INFO,
        timestamp: records[0]!.timestamp,
        attributes: { [PAGE_STATE_NAME]: 'loaded' },
      },
    ]);
    expect(records[0]!.timestamp).to.be.closeTo(Date.now() - performance.now() + loadEventEnd, 20);
  });

  it('records that it was hidden, frozen, resumed and shown, each once', () => {
    become('hidden');
    become('hidden');
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    become('visible');
    expect(states(records)).to.deep.equal(['loaded', 'hidden', 'frozen', 'resumed', 'visible']);
  });

  it('records that it was left and brought back, and not what belongs to that', () => {
    turn('pagehide', true);
    become('hidden');
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    turn('pageshow', true);
    become('visible');
    become('hidden');
    expect(states(records)).to.deep.equal(['loaded', 'left', 'restored', 'hidden']);
  });

  it('takes neither the first pageshow nor the load of an image for one', async () => {
    turn('pageshow', false);
    const image = new Image();
    document.body.append(image);
    const loaded = new Promise((resolve) => (image.onload = resolve));
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    await loaded;
    image.remove();
    expect(states(records)).to.deep.equal(['loaded']);
  });

  it('records the load of a page that is not there yet, and that it is left', async () => {
    const { frame, records } = await inFrame('page-state', 'recordPageState(emit)', '<img src="/slow/1000/a.png">');
    expect(states(records)).to.deep.equal([]);
    await until(() => records.length, 'the load event');
    const left = new Promise((resolve) => (frame.onload = resolve));
    frame.contentWindow!.location.href = '/echo';
    await left;
    expect(states(records)).to.deep.equal(['loaded', 'left']);
    frame.remove();
  });

  it('ends', () => {
    stop();
    become('hidden');
    expect(states(records)).to.deep.equal(['loaded']);
  });
});
