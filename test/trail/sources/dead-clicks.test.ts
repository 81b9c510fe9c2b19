import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CLICK_DEAD, ELEMENT_ROLE, ELEMENT_SELECTOR } from '../../../src/records/index.js';
import { tellActivity } from '../../../src/trail/activity.js';
import { WARN } from '../../../src/trail/record.js';
import { recordDeadClicks } from '../../../src/trail/sources/dead-clicks.js';
import { badgeWith, part } from '../../badge/badge-with.js';
import { until } from '../../page.js';
import { clickOn, collect, pause } from './collect.js';

describe('recordDeadClicks', () => {
  const { records, emit } = collect();
  let stop = () => {};
  let box: HTMLElement;
  let button: HTMLElement;
  beforeEach(async () => {
    box = await fixture(
      html`<div id="box" style="user-select: none; -webkit-user-select: none"><button id="pay">Pay</button></div>`,
    );
    button = box.querySelector('button')!;
    records.length = 0;
    stop = recordDeadClicks(emit, 250);
  });
  afterEach(() => {
    stop();
    box.remove();
  });

  const selectors = () => records.map(({ attributes }) => attributes![ELEMENT_SELECTOR]);
  /** Which clicks were found dead, when all have had their time. */
  async function judged(): Promise<unknown[]> {
    await pause(400);
    return selectors();
  }
  /** The box with that in it. */
  function put(markup: string): HTMLElement {
    box.innerHTML = markup;
    return box.firstElementChild as HTMLElement;
  }

  it('records a click on a button that does nothing', async () => {
    const before = Date.now();
    await clickOn(button);
    const after = Date.now();
    await until(() => records.length, 'the record');
    const [{ timestamp, ...record }] = records as [(typeof records)[0]];
    expect(record).to.deep.equal({
      eventName: CLICK_DEAD,
      severityNumber: WARN,
      attributes: { [ELEMENT_ROLE]: 'button', [ELEMENT_SELECTOR]: '#pay' },
    });
    expect(timestamp).to.be.within(before, after);
  });

  it('records one by a key', async () => {
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(await judged()).to.deep.equal(['#pay']);
  });

  it('judges each click', async () => {
    await clickOn(button);
    await clickOn(button);
    expect(await judged()).to.deep.equal(['#pay', '#pay']);
  });

  for (const markup of [
    '<div role="button" id="it" tabindex="0">x</div>',
    '<div onclick="" id="it">x</div>',
    '<input type="button" id="it" value="x">',
    '<a href="#" id="it">x</a>',
    '<a href="javascript:void 0" id="it">x</a>',
    '<div style="cursor: pointer" id="it">x</div>',
    '<button id="it"><svg viewBox="0 0 1 1" width="9" height="9"><path d="M0 0h1v1z"/></svg></button>',
    '<tr aria-selected="true"></tr><button id="it">x</button>',
  ])
    it(`records one on ${markup.slice(0, 50)}`, async () => {
      put(markup);
      // What a button's press does to itself is no answer.
      const it = box.querySelector('#it')!;
      it.addEventListener('pointerdown', () => it.classList.add('pressed'));
      await clickOn(it);
      expect(await judged()).to.deep.equal(['#it']);
    });

  for (const markup of [
    'text',
    '<p>text</p>',
    '<button disabled>x</button>',
    '<button aria-disabled="true">x</button>',
    '<input>',
    '<input type="checkbox" style="cursor: pointer">',
    '<label style="cursor: pointer">x</label>',
    '<select style="cursor: pointer"><option>x</select>',
    '<div role="tab" aria-selected="true">x</div>',
    '<a href="/" aria-current="page" onclick="return false">x</a>',
    '<a href="" onclick="return false">x</a>',
    '<a href="/demo/favicon.svg" target="frame">x</a><iframe name="frame"></iframe>',
    '<canvas style="cursor: pointer"></canvas>',
  ])
    it(`leaves ${markup.slice(0, 60)} alone`, async () => {
      put(markup);
      const it = box.firstElementChild ?? box;
      await clickOn(it);
      expect(await judged()).to.deep.equal([]);
    });

  it('leaves pages alone on which everything has the pointer', async () => {
    document.body.style.cursor = 'pointer';
    await clickOn(put('<p>text</p>'));
    document.body.style.cursor = '';
    expect(await judged()).to.deep.equal([]);
  });

  const answers: { [what: string]: (other: HTMLElement) => unknown } = {
    'adds something elsewhere': (other) => other.append(document.createElement('p')),
    'changes an attribute': (other) => other.setAttribute('aria-expanded', 'true'),
    'changes itself': () => (button.textContent = 'Paid'),
    'changes text': (other) => ((other.firstChild as Text).data = 'y'),
    'answers late': (other) => setTimeout(() => other.append('z'), 100),
    'goes to another address': () => history.replaceState(null, '', `?${Math.random()}`),
    'sends a request': tellActivity,
    'moves the focus': (other) => other.focus(),
    scrolls: (other) => (other.scrollTop = 30),
    'selects something': (other) => getSelection()!.selectAllChildren(other),
    'clicks on another, as on a file input': (other) => other.click(),
    'changes a field': (other) => other.dispatchEvent(new Event('change', { bubbles: true })),
  };
  for (const [what, answer] of Object.entries(answers))
    it(`records nothing where it ${what}`, async () => {
      const other = document.createElement('div');
      other.innerHTML = 'x<p style="height: 200px"></p>';
      Object.assign(other, {
        tabIndex: 0,
        style: 'height: 50px; overflow: auto; user-select: text; -webkit-user-select: text',
      });
      box.append(other);
      button.addEventListener('click', () => answer(other));
      await clickOn(button);
      expect(await judged()).to.deep.equal([]);
      getSelection()!.removeAllRanges();
    });

  it('records nothing where a form is sent, or says what is missing', async () => {
    put('<form><input required><button>x</button></form>');
    const form = box.querySelector('form')!;
    form.addEventListener('submit', (event) => event.preventDefault());
    await clickOn(form.querySelector('button')!);
    form.noValidate = true;
    await clickOn(form.querySelector('button')!);
    expect(await judged()).to.deep.equal([]);
  });

  it('records nothing where a menu opens with the press already', async () => {
    button.addEventListener('pointerdown', () => box.append(document.createElement('ul')), { once: true });
    await clickOn(button);
    expect(await judged()).to.deep.equal([]);
    // The next press has no part in that.
    await clickOn(button);
    expect(await judged()).to.deep.equal(['#pay']);
  });

  it('sees what changes in the open shadow roots around', async () => {
    box.attachShadow({ mode: 'open' }).innerHTML = '<button>x</button><p></p>';
    const inner = box.shadowRoot!.querySelector('button')!;
    await clickOn(inner);
    expect(await judged()).to.deep.equal(['#box >> button']);
    inner.onclick = () => box.shadowRoot!.querySelector('p')!.append('y');
    await clickOn(inner);
    expect(await judged()).to.have.length(1);
  });

  it('leaves our own element alone, and takes no change of it for an answer', async () => {
    const badge = await badgeWith();
    await clickOn(part(badge, 'id'));
    part(badge, 'copy-button').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ctrlKey: true }));
    button.addEventListener('click', () => badge.setAttribute('data-x', ''));
    await clickOn(button);
    expect(await judged()).to.deep.equal(['#pay']);
  });

  it('leaves clicks with a modifier alone, and those of pages that are being left', async () => {
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    button.addEventListener('click', () => dispatchEvent(new PageTransitionEvent('pagehide')));
    button.click();
    expect(await judged()).to.deep.equal([]);
  });

  it('survives a form whose inputs have the names of its methods', async () => {
    const names = ['getAttribute', 'localName', 'contains', 'nodeName', 'id'];
    put(`<form role="button" style="padding: 9px">${names.map((name) => `<input name="${name}">`).join('')}</form>`);
    // The badge's own observer asks what is new.
    await pause(0);
    const form = Object.assign(box.firstElementChild!, { matches: 'x', closest: 'x' });
    form.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(await judged()).to.deep.equal(['#box > form']);
  });

  it('takes the growth of a page by fifty thousand elements for one answer', async () => {
    const growing = document.createElement('div');
    button.addEventListener('click', () => {
      for (let i = 0; i < 50_000; i++) growing.append(document.createElement('i'));
    });
    box.append(growing);
    button.click();
    expect(await judged()).to.deep.equal([]);
  });

  it('ends, also for clicks that wait', async () => {
    await clickOn(button);
    stop();
    await clickOn(button);
    expect(await judged()).to.deep.equal([]);
  });
});
