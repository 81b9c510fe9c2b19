import { expect, fixture, html } from '@open-wc/testing';
import { ELEMENT_ROLE, ELEMENT_SELECTOR } from '../../src/records/index.js';
import { describeElement } from '../../src/trail/element.js';
import { expectCost } from './cost.js';

const roleOf = (element: Element) => describeElement(element)[ELEMENT_ROLE];
const selectorOf = (element: Element) => describeElement(element)[ELEMENT_SELECTOR];
const parsed = (markup: string): Element => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return document.importNode(template.content, true).firstElementChild!;
};

describe('describeElement', () => {
  for (const [markup, role] of Object.entries({
    '<button>': 'button',
    '<a href="/x">': 'link',
    '<a>': 'a',
    '<summary>': 'button',
    '<input>': 'textbox',
    '<input type="EMAIL">': 'textbox',
    '<input type="unheard-of">': 'textbox',
    '<input type="submit">': 'button',
    '<input type="checkbox">': 'checkbox',
    '<input type="range">': 'slider',
    '<input type="number">': 'spinbutton',
    '<input type="search">': 'searchbox',
    '<input type="file">': 'file',
    '<select>': 'combobox',
    '<textarea>': 'textbox',
    '<img>': 'img',
    '<dialog>': 'dialog',
    '<nav>': 'navigation',
    '<my-card>': 'my-card',
    '<constructor>': 'constructor',
    '<svg>': 'svg',
    '<div role="tab">': 'tab',
    '<div role=" Switch checkbox">': 'switch',
    '<div role="peter@example.org">': 'div',
    '<div role="">': 'div',
  }))
    it(`calls ${markup} ${role}`, () => {
      expect(roleOf(parsed(markup))).to.equal(role);
    });

  it('finds the element again, by the nearest ID', async () => {
    const box = await fixture<HTMLElement>(html`<div id="pay-box"><ul><li></li><li><b></b><i></i><b></b></li></ul></div>`);
    const last = box.querySelectorAll('b')[1]!;
    expect(selectorOf(last)).to.equal('#pay-box > ul > li:nth-of-type(2) > b:nth-of-type(2)');
    expect(document.querySelector(selectorOf(last))).to.equal(last);
    expect(document.querySelector(selectorOf(box.querySelector('i')!))).to.equal(box.querySelector('i'));
    expect(selectorOf(box)).to.equal('#pay-box');
  });

  it('names five levels where there is no ID', async () => {
    const box = await fixture<HTMLElement>(html`<p><b><b><b><b><b><i></i></b></b></b></b></b></p>`);
    expect(selectorOf(box.querySelector('i')!)).to.equal('b > b > b > b > i');
  });

  it('tells the first of its tag from those after it', async () => {
    const box = await fixture<HTMLElement>(html`<div id="two"><p></p><p></p></div>`);
    expect(selectorOf(box.firstElementChild!)).to.equal('#two > p:nth-of-type(1)');
  });

  it('leads through shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div id="shop"></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<p><button></button></p><form id="order"><button></button></form>';
    const [first, second] = host.shadowRoot!.querySelectorAll('button');
    expect(selectorOf(first!)).to.equal('#shop >> p > button');
    expect(selectorOf(second!)).to.equal('#shop >> #order > button');
  });

  it('escapes IDs', async () => {
    const box = await fixture<HTMLElement>(html`<div id="form1:pay.now"></div>`);
    expect(document.querySelector(selectorOf(box))).to.equal(box);
  });

  for (const id of [
    'customer-12345',
    'peter@example.org',
    '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
    'a1b2c3',
    ':r1:',
    'radix-:r1:',
    '«r1»',
    'eyJhbGciOiJIUzINiIsInRcCIkpXVCJ',
    'peter mueller',
    'x'.repeat(100_000),
  ])
    it(`does not say the ID ${id.slice(0, 40)}`, async () => {
      const box = await fixture<HTMLElement>(html`<div id="outer"><div id=${id}></div></div>`);
      expect(selectorOf(box.firstElementChild!)).to.equal('#outer > div');
    });

  it('says no text, value, class or name', () => {
    const element = parsed('<div class="secret"><input value="secret" name="secret" title="secret" data-x="secret"></div>');
    element.append('secret');
    expect(JSON.stringify([describeElement(element), describeElement(element.firstElementChild!)])).not.to.contain('secret');
  });

  it('is not fooled by a form with inputs of these names', async () => {
    const names = ['id', 'tagName', 'localName', 'nodeName', 'attributes', 'parentNode', 'parentElement', 'classList', 'role'];
    const names2 = ['getAttribute', 'matches', 'previousElementSibling', 'nextElementSibling', 'getRootNode', 'childNodes'];
    const box = await fixture<HTMLElement>(
      html`<div id="around"><form>${[...names, ...names2].map((name) => html`<input name=${name} />`)}</form></div>`,
    );
    const form = box.firstElementChild!;
    expect(form.id).to.be.instanceof(HTMLInputElement);
    expect(describeElement(form)).to.deep.equal({ [ELEMENT_ROLE]: 'form', [ELEMENT_SELECTOR]: '#around > form' });
    expect(selectorOf(form.children[2]!)).to.equal('#around > form > input:nth-of-type(3)');
  });

  it('is not fooled by getters that throw', async () => {
    const box = await fixture<HTMLElement>(html`<div id="around"><button role="switch"></button></div>`);
    const button = box.firstElementChild!;
    for (const name of ['id', 'localName', 'parentNode', 'getAttribute', 'getRootNode'])
      Object.defineProperty(button, name, {
        get() {
          throw new Error(name);
        },
      });
    expect(describeElement(button)).to.deep.equal({ [ELEMENT_ROLE]: 'switch', [ELEMENT_SELECTOR]: '#around > button' });
  });

  it('says nothing of what is no element', () => {
    for (const it of [document, document.createTextNode('x'), window, null, {}])
      expect(describeElement(it as Element)).to.deep.equal({ [ELEMENT_ROLE]: '', [ELEMENT_SELECTOR]: '' });
  });

  it('takes no longer among fifty thousand', async () => {
    const box = await fixture<HTMLElement>(html`<div id="crowd"></div>`);
    box.innerHTML = '<i></i>'.repeat(50_000);
    const middle = box.children[25_000]!;
    const alone = await fixture<HTMLElement>(html`<div id="alone"><b></b><i></i></div>`);
    const describeOften = (element: Element) => () => {
      for (let i = 0; i < 100; i++) describeElement(element);
    };
    await expectCost(describeOften(middle), describeOften(alone.children[1]!), 20);
    expect(selectorOf(middle)).to.equal('#crowd > i');
    expect(selectorOf(box.children[0]!)).to.equal('#crowd > i:nth-of-type(1)');
    box.remove();
  });

  it('is short, whatever the page is made of', () => {
    const element = document.createElement(`x-${'a'.repeat(100_000)}`);
    element.setAttribute('role', 'b'.repeat(100_000));
    expect(JSON.stringify(describeElement(element)).length).to.be.below(300);
  });
});
