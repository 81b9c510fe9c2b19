import { expect, fixture, html } from '@open-wc/testing';
import { CLICK_RAGE, COUNT, ELEMENT_ROLE, ELEMENT_SELECTOR } from '../../../src/records/index.js';
import { WARN } from '../../../src/trail/record.js';
import { recordRageClicks } from '../../../src/trail/sources/rage-clicks.js';
import { badgeWith, part } from '../../badge/badge-with.js';
import { until } from '../../page.js';
import { clickOn, collect, pause } from './collect.js';

describe('recordRageClicks', () => {
  const { records, emit } = collect();
  let stop = () => {};
  let button: HTMLElement;
  beforeEach(async () => {
    records.length = 0;
    stop = recordRageClicks(emit);
    button = await fixture(html`<button id="pay" style="user-select: none; -webkit-user-select: none">Pay</button>`);
    getSelection()!.removeAllRanges();
  });
  afterEach(() => stop());

  /** As a pointer would, so many times. */
  const click = (on: Element, times: number, init: MouseEventInit = {}) => {
    for (let i = 0; i < times; i++)
      on.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, detail: i + 1, clientX: 50, clientY: 50, ...init }),
      );
  };
  /** Nothing comes any more. */
  const none = async () => {
    await pause(1200);
    expect(records).to.have.length(0);
  };

  it('records quick clicks at one place once, with how many they were', async () => {
    const before = Date.now();
    for (let i = 0; i < 4; i++) await clickOn(button);
    expect(records).to.have.length(0);
    await until(() => records.length, 'the record');
    const [{ timestamp, ...record }] = records as [(typeof records)[0]];
    expect(record).to.deep.equal({
      eventName: CLICK_RAGE,
      severityNumber: WARN,
      attributes: { [ELEMENT_ROLE]: 'button', [ELEMENT_SELECTOR]: '#pay', [COUNT]: 4 },
    });
    expect(timestamp).to.be.within(before, Date.now() - 1000);
    await pause(1200);
    expect(records).to.have.length(1);
  });

  it('records it at once when the customer leaves', () => {
    click(button, 3);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(records).to.have.length(1);
  });

  it('records two bursts as two', async () => {
    click(button, 3);
    click(button, 5, { clientX: 300 });
    await until(() => records.length == 2, 'both');
    expect(records.map(({ attributes }) => attributes![COUNT])).to.deep.equal([3, 5]);
  });

  it('records no double-click', async () => {
    click(button, 2);
    await none();
  });

  it('records no clicks apart from each other', async () => {
    for (let i = 0; i < 5; i++) click(button, 1, { clientX: i * 40 });
    await none();
  });

  it('records nothing where text is selected', async () => {
    const text = await fixture(html`<p>Three clicks take the paragraph</p>`);
    click(text, 3);
    getSelection()!.selectAllChildren(text);
    await none();
  });

  it('records neither keys, scripts, fields, nor our own element', async () => {
    for (let i = 0; i < 4; i++) button.click();
    const field = await fixture(html`<input type="number" />`);
    click(field, 4);
    click(part(await badgeWith(), 'copy-button'), 4);
    await none();
  });

  it('ends', async () => {
    click(button, 3);
    stop();
    click(button, 3);
    await none();
  });
});
