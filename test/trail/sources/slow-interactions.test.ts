import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  DURATION,
  ELEMENT_ROLE,
  ELEMENT_SELECTOR,
  INTERACTION_DELAY,
  INTERACTION_SLOW,
  INTERACTION_TYPE,
} from '../../../src/records/index.js';
import { WARN } from '../../../src/trail/record.js';
import { recordSlowInteractions } from '../../../src/trail/sources/slow-interactions.js';
import { until } from '../../page.js';
import { clickOn, collect, pause } from './collect.js';

const hasEventTiming = PerformanceObserver.supportedEntryTypes.includes('event');
const hasInteractions = hasEventTiming && 'interactionId' in PerformanceEventTiming.prototype;

/** Keeps the page from answering. */
function block(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

describe('recordSlowInteractions', () => {
  const { records, emit } = collect();
  let stop = () => {};
  let button: HTMLElement;
  /** Only of this test: entries from before the call are told as well. */
  const mine = () => records.filter(({ attributes }) => attributes![ELEMENT_SELECTOR] == `#${button.id}`);
  let count = 0;
  beforeEach(async () => {
    records.length = 0;
    button = await fixture(html`<button id="slow-${++count}">x</button>`);
  });
  afterEach(() => stop());

  if (!hasEventTiming) {
    it('does nothing where the browser does not measure', () => {
      stop = recordSlowInteractions(emit);
    });
    return;
  }

  it('records a click that took long, once, by its longest event', async () => {
    stop = recordSlowInteractions(emit, 200);
    button.addEventListener('pointerdown', () => block(230));
    button.addEventListener('click', () => block(350));
    const before = Date.now();
    await clickOn(button);
    await until(() => mine().length, 'the record');
    await pause(1200);
    const found = mine();
    if (hasInteractions) expect(found).to.have.length(1);
    const { eventName, severityNumber, timestamp, attributes } = found.at(-1)!;
    expect([eventName, severityNumber, attributes![ELEMENT_ROLE]]).to.deep.equal([INTERACTION_SLOW, WARN, 'button']);
    expect(attributes![DURATION]).to.be.within(340, 5000);
    expect(attributes![INTERACTION_DELAY]).to.be.within(0, 5000);
    expect(attributes![INTERACTION_TYPE]).to.match(/^(pointer|mouse|click)/);
    expect(timestamp).to.be.within(before - 50, Date.now());
  });

  it('records a key that took long, also before the call', async () => {
    button.addEventListener('keydown', () => block(350));
    button.focus();
    await sendKeys({ press: 'a' });
    await pause(200);
    stop = recordSlowInteractions(emit, 200);
    await until(() => mine().length, 'the record');
    expect(mine()[0]!.attributes![INTERACTION_TYPE]).to.match(/^key/);
  });

  it('records at once when the customer leaves', async function () {
    stop = recordSlowInteractions(emit, 200);
    button.addEventListener('click', () => block(350));
    let isMeasured = false;
    const observer = new PerformanceObserver((list) => {
      isMeasured ||= (list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[]).some(
        ({ target, interactionId }) => target == button && interactionId != 0,
      );
    });
    observer.observe({ type: 'event', durationThreshold: 200 } as PerformanceObserverInit);
    // Chromium takes a click on a busy machine for none of an interaction now and then.
    for (let i = 0; !isMeasured && i < 3; i++) {
      await clickOn(button);
      await until(() => isMeasured, 'the measurement', 2_000).catch(() => {});
    }
    observer.disconnect();
    // Nor does it measure anything then: there is nothing to tell.
    if (!isMeasured) this.skip();
    expect(mine()).to.have.length(0);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(mine()).to.have.length.above(0);
  });

  it('records nothing below its threshold of half a second', async () => {
    stop = recordSlowInteractions(emit);
    button.addEventListener('click', () => block(200));
    await clickOn(button);
    await pause(1500);
    expect(mine()).to.have.length(0);
  });

  it('ends', async () => {
    stop = recordSlowInteractions(emit, 200);
    button.addEventListener('click', () => block(350));
    await clickOn(button);
    stop();
    await pause(1500);
    expect(mine()).to.have.length(0);
  });
});
