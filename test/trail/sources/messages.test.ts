import { expect, fixture, html } from '@open-wc/testing';
import { ELEMENT_ROLE, ELEMENT_SELECTOR, MESSAGE_SHOWN, MESSAGE_TYPE } from '../../../src/records/index.js';
import { onActivity } from '../../../src/trail/activity.js';
import { INFO, WARN } from '../../../src/trail/record.js';
import { recordMessages } from '../../../src/trail/sources/messages.js';
import { badgeWith, clickOn } from '../../badge/badge-with.js';
import { until } from '../../page.js';
import { collect, pause } from './collect.js';

describe('recordMessages', () => {
  const { records, emit } = collect();
  let stop = () => {};
  let box: HTMLElement;
  beforeEach(async () => {
    box = await fixture(html`<div id="box"></div>`);
    records.length = 0;
  });
  afterEach(() => {
    stop();
    box.remove();
  });

  const start = (text = true) => (stop = recordMessages(emit, { text }));
  const bodies = () => records.map(({ body }) => body);
  /** So that all is looked at, more than once. */
  const looked = () => pause(500);
  const put = (markup: string): HTMLElement => {
    box.innerHTML = markup;
    return box.firstElementChild as HTMLElement;
  };

  it('records an alert that appears, without what it says', async () => {
    start(false);
    put('<div role="alert">Peter, your card was declined</div>');
    await until(() => records.length, 'the record');
    const [{ timestamp, ...record }] = records as [(typeof records)[0]];
    expect(record).to.deep.equal({
      eventName: MESSAGE_SHOWN,
      severityNumber: WARN,
      body: undefined,
      attributes: { [MESSAGE_TYPE]: 'alert', [ELEMENT_ROLE]: 'alert', [ELEMENT_SELECTOR]: '#box > div' },
    });
    expect(timestamp).to.be.closeTo(Date.now(), 2000);
    await looked();
    expect(records).to.have.length(1);
  });

  it('records what it says where that is wanted, on one line', async () => {
    start();
    put('<p><b role="alert">  Your card\n<i>was</i>  declined </b></p>');
    await looked();
    expect(bodies()).to.deep.equal(['Your card was declined']);
  });

  it('records an alert that was there before', async () => {
    put('<div role="alert">Wrong password</div>');
    start();
    await looked();
    expect(bodies()).to.deep.equal(['Wrong password']);
  });

  it('records alert dialogs and dialogs, by how grave they are', async () => {
    start();
    put('<div role="AlertDialog">Leave?</div><dialog>Cookies?</dialog>');
    box.querySelector('dialog')!.showModal();
    await looked();
    expect(
      records.map(({ attributes, severityNumber, body }) => [attributes![MESSAGE_TYPE], severityNumber, body]),
    ).to.deep.equal([
      ['alertdialog', WARN, 'Leave?'],
      ['dialog', INFO, 'Cookies?'],
    ]);
  });

  it('records a dialog each time it opens, whatever changes in it', async () => {
    start();
    const dialog = put('<dialog>one</dialog>') as HTMLDialogElement;
    await looked();
    expect(records).to.have.length(0);
    dialog.show();
    await looked();
    dialog.append('two');
    await looked();
    dialog.close();
    await looked();
    dialog.showModal();
    await looked();
    expect(bodies()).to.deep.equal(['one', 'one two']);
  });

  it('records an empty live region that gets text, and each time again', async () => {
    start();
    const region = put('<div role="alert"></div>');
    await looked();
    expect(records).to.have.length(0);
    region.textContent = 'Declined';
    await looked();
    region.firstChild!.nodeValue = 'Expired';
    await looked();
    region.textContent = '';
    await pause(100);
    region.textContent = 'Expired';
    await looked();
    expect(bodies()).to.deep.equal(['Declined', 'Expired', 'Expired']);
  });

  it('records an alert again when it is another one, or was taken out and put in again', async () => {
    start();
    const alert = put('<div role="alert">Declined</div>');
    await looked();
    put('<div role="alert">Declined</div>');
    await looked();
    put('');
    await looked();
    box.append(alert);
    await looked();
    expect(bodies()).to.deep.equal(['Declined', 'Declined', 'Declined']);
  });

  it('records what appears by its attributes', async () => {
    start();
    put(
      '<p hidden role="alert">a</p><p style="display: none" role="alert">b</p><p>c</p><div hidden><p role="alert">d</p></div>',
    );
    await looked();
    expect(records).to.have.length(0);
    const [a, b, c, d] = box.children as unknown as HTMLElement[];
    a!.hidden = false;
    b!.style.display = '';
    c!.setAttribute('role', 'alert');
    d!.hidden = false;
    await looked();
    expect(bodies()).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('records one appearance once, in however many steps it is written', async () => {
    start();
    const region = put('<div role="alert"></div>');
    for (const word of ['Your ', 'card ', 'was ', 'declined']) {
      region.append(word);
      await null;
    }
    region.className = 'shown';
    await looked();
    expect(bodies()).to.deep.equal(['Your card was declined']);
  });

  it('does not count down', async () => {
    start();
    const alert = put('<div role="alert">Signed out in 3 s</div>');
    for (let i = 2; i >= 0; i--) {
      await pause(350);
      alert.textContent = `Signed out in ${i} s`;
    }
    await looked();
    expect(bodies()).to.deep.equal(['Signed out in 3 s']);
  });

  it('never says what was typed', async () => {
    start();
    put(
      '<div role="alert">Sure?<textarea>secret</textarea><input value="secret"><p contenteditable>secret</p><select><option>secret</select><style>secret{}</style></div><textarea role="alert">secret</textarea>',
    );
    await looked();
    expect(bodies()).to.deep.equal(['Sure?']);
  });

  it('says no more than 300 characters, however much there is', async () => {
    start();
    // Not laid out, which takes a browser seconds.
    const hidden = (markup: string) => `<div role="alert"><p style="display: none">${markup}</p></div>`;
    put(hidden('word '.repeat(200_000)) + hidden('<i>a</i>'.repeat(50_000)));
    await until(() => records.length == 2, 'both');
    for (const body of bodies()) expect(body).to.have.lengthOf.within(298, 300);
  });

  for (const [name, type] of [
    ['alert', WARN],
    ['confirm', INFO],
    ['prompt', INFO],
  ] as const)
    it(`records ${name}(), which still asks and answers`, () => {
      const real = window[name];
      const asked: unknown[][] = [];
      const answer = {};
      const stub = ((...args: unknown[]) => (asked.push(args), answer)) as unknown as () => never;
      window[name] = stub;
      let told = 0;
      const end = onActivity(() => told++);
      try {
        start();
        const odd = {
          toString() {
            throw new Error();
          },
        };
        expect(window[name]('Really,\n Peter?', 'x')).to.equal(answer);
        (window[name] as (message: unknown) => void)(odd);
        expect(asked).to.deep.equal([['Really,\n Peter?', 'x'], [odd]]);
        expect(bodies()).to.deep.equal(['Really, Peter?', undefined]);
        expect(records[0]).to.deep.include({ severityNumber: type, attributes: { [MESSAGE_TYPE]: `window.${name}` } });
        expect(told).to.equal(2);
        stop();
        expect(window[name]).to.equal(stub);
      } finally {
        Object.assign(window, { [name]: real });
        end();
      }
    });

  it('leaves our own status alone', async () => {
    start();
    await clickOn(await badgeWith(), 'copy-button');
    await looked();
    expect(records).to.have.length(0);
  });

  it('survives documents and forms with names of their methods', async () => {
    start();
    put(
      '<img name="querySelectorAll"><img name="createTreeWalker"><form role="alert" name="body">Wrong<input name="getAttribute"><input name="localName"></form><p role="alert">Right</p>',
    );
    await until(() => records.length, 'a record');
    box.replaceChildren();
    expect(bodies()).to.include('Right');
    expect(bodies()).to.include('Wrong');
  });

  it('costs a page that grows by fifty thousand elements next to nothing', async () => {
    // Not laid out, which takes a browser seconds.
    const list = put('<div style="display: none"></div>');
    const grow = () => {
      const began = performance.now();
      for (let i = 0; i < 50_000; i++) {
        const item = document.createElement('i');
        item.className = 'x';
        list.append(item);
        item.className = 'y';
      }
      return performance.now() - began;
    };
    const without = grow();
    list.replaceChildren();
    start();
    const real = Document.prototype.querySelectorAll;
    let looks = 0;
    Document.prototype.querySelectorAll = function (this: Document, selector: string) {
      looks++;
      return real.call(this, selector);
    } as typeof real;
    try {
      let took = grow();
      box.insertAdjacentHTML('beforeend', '<p role="alert">Done</p>');
      await until(() => records.length, 'the record');
      expect(looks).to.equal(1);
      // What is slow itself is so each time; a busy machine is not.
      for (let i = 0; i < 5 && took >= without * 5 + 100; i++) {
        list.replaceChildren();
        took = Math.min(took, grow());
      }
      expect(took).to.be.below(without * 5 + 100);
    } finally {
      Document.prototype.querySelectorAll = real;
    }
    box.remove();
  });

  it('ends', async () => {
    start();
    put('<p></p>');
    stop();
    put('<div role="alert">x</div>');
    await looked();
    expect(records).to.have.length(0);
  });
});
