import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { until } from '../../page.ts';
import { happening as it_, ID } from '../records.ts';
import { button, closeDesk, find, findAll, openSession, textOf } from './open-desk.ts';

const records = [
  it_.visit(0, '/'),
  it_.request(1, '/', '/api/a'),
  it_.failed(3, '/', '/api/order', 503),
  it_.thrown(3.1, '/', 'x is undefined'),
  it_.failed(8, '/', '/api/order', 503),
  it_.failed(8.001, '/', '/api/pay', 503),
  it_.copied(9, '/'),
];

const name = (page: Element) => {
  const { activeElement } = find(page, 'desk-timeline')!.shadowRoot!;
  return activeElement?.getAttribute('aria-label') ?? '';
};
const marks = (page: Element) => findAll(page, '.mark');

async function focusFirst(page: Element): Promise<void> {
  await until(() => find(page, '.mark[tabindex="0"]'), 'the marks');
  find<SVGElement>(page, '.mark[tabindex="0"]')!.focus();
}

async function press(page: Element, key: string, expected: string): Promise<void> {
  await sendKeys({ press: key });
  await until(() => name(page).startsWith(expected), `${expected} after ${key}, not ${name(page)}`);
}

describe('the timeline', () => {
  afterEach(closeDesk);

  it('goes by arrow keys along a row and from row to row, and opens the record', async () => {
    const { page } = await openSession(records, ID);
    await focusFirst(page);
    expect(findAll(page, '.mark[tabindex="0"]')).to.have.lengthOf(1);
    expect(name(page)).to.match(/^Request failed, POST \/api\/order → 503, .*, error$/);
    await press(page, 'ArrowLeft', 'Request, /api/a');
    await press(page, 'End', '2 records, 2 problems, Request failed POST /api/order → 503');
    await press(page, 'Home', 'Request, /api/a');
    await press(page, 'ArrowRight', 'Request failed');
    await press(page, 'ArrowDown', 'Error in the page, TypeError: x is undefined');
    await press(page, 'ArrowUp', 'Request failed');
    await sendKeys({ press: 'Enter' });
    const row = () => find<HTMLDetailsElement>(page, `[data-uid="${records[2]!.uid}"]`)!;
    await until(() => row().open, 'the record');
    expect(find(page, 'desk-records')!.shadowRoot!.activeElement).to.equal(row().querySelector('summary'));
  });

  it('says what a mark is at focus, until Escape', async () => {
    const { page } = await openSession(records, ID);
    await focusFirst(page);
    await until(() => find(page, '.tip'), 'the tip');
    expect(textOf(find(page, '.tip'))).to.match(/^Request failed ?POST \/api\/order → 503/);
    await sendKeys({ press: 'Escape' });
    await until(() => !find(page, '.tip'), 'its end');
  });

  it('zooms by keys around the mark in focus, where what was joined comes apart, and back', async () => {
    const { page } = await openSession(records, ID);
    await focusFirst(page);
    const all = marks(page).length;
    await press(page, 'End', '2 records');
    for (let i = 0; i < 10; i++) await sendKeys({ press: '+' });
    await until(
      () => name(page) == 'Request failed' || name(page).startsWith('Request failed, POST /api/order → 503'),
      'it alone',
    );
    expect(marks(page).length).to.be.below(all);
    await press(page, 'ArrowRight', 'Request failed, POST /api/pay → 503');
    await press(page, '0', '2 records');
    expect(marks(page)).to.have.lengthOf(all);
  });

  it('zooms by buttons, and by the wheel only with Ctrl', async () => {
    const { page } = await openSession(records, ID);
    await until(() => marks(page).length, 'the marks');
    const ticks = () => findAll(page, '.tick').map(textOf).join();
    const whole = ticks();
    const svg = find<SVGSVGElement>(page, 'figure > svg')!;
    const wheel = (ctrlKey: boolean) => {
      const event = new WheelEvent('wheel', {
        deltaY: -300,
        ctrlKey,
        clientX: 400,
        clientY: 100,
        cancelable: true,
        bubbles: true,
      });
      svg.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(wheel(false)).to.equal(false);
    expect(wheel(true)).to.equal(true);
    await until(() => ticks() != whole, 'the zoom');
    button(page, 'Show all').click();
    await until(() => ticks() == whole, 'the whole');
    button(page, 'Zoom in').click();
    await until(() => ticks() != whole, 'the zoom');
    button(page, 'Zoom out').click();
    await until(() => ticks() == whole, 'the whole');
  });

  it('says of records that stand together how many are wrong', async () => {
    const { page } = await openSession([...records, it_.request(8.002, '/', '/api/b'), it_.request(20, '/', '/api/c')], ID);
    await until(() => marks(page).length, 'the marks');
    const joined = marks(page).find((mark) => mark.getAttribute('aria-label')!.startsWith('3 records, 2 problems'))!;
    expect(textOf(joined.querySelector('.count'))).to.equal('2');
  });

  it('marks the moment of copying across all rows', async () => {
    const { page } = await openSession(records, ID);
    await until(() => find(page, '.pole'), 'the line');
    const pole = find(page, '.pole')!.getBoundingClientRect();
    const rows = findAll(page, 'svg [role=group]').length;
    expect(pole.height).to.be.above((rows - 1) * 30);
    expect(textOf(find(page, '.flag-label'))).to.equal('ID copied');
  });

  it('a click leads to the record, also where a filter hides it', async () => {
    const { page } = await openSession(records, ID);
    await until(() => marks(page).length, 'the marks');
    button(page, 'Pages').click();
    await until(() => findAll(page, 'details').length <= 1, 'the filter');
    marks(page)
      .find((mark) => mark.getAttribute('aria-label')!.startsWith('Error'))!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until(() => find(page, `[data-uid="${records[3]!.uid}"] .details`), 'the record');
  });
});
