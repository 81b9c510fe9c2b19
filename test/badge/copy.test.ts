import { aTimeout, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { CopyOutcome, SessionIdBadge } from '../../src/index.js';
import { clearFacts, dropCookie, freshName, until } from '../page.js';
import { badgeWith, clickOn, part } from './badge-with.js';
import { pasted, soilClipboard } from './clipboard.js';

async function outcomeOfClick(badge: SessionIdBadge): Promise<CopyOutcome> {
  const outcome = new Promise<CopyOutcome>((resolve) => {
    for (const type of ['session-id-copy', 'session-id-copy-error'] as const) {
      badge.addEventListener(type, (event) => resolve(event.detail), { once: true });
    }
  });
  await clickOn(badge, 'copy-button');
  return outcome;
}

const replaced = <Key extends keyof Clipboard>(key: Key, value: unknown) =>
  Object.defineProperty(navigator.clipboard, key, { configurable: true, value });

describe('copying', () => {
  beforeEach(soilClipboard);
  afterEach(() => {
    clearFacts();
    for (const key of ['writeText', 'write']) Reflect.deleteProperty(navigator.clipboard, key);
  });

  it('puts the 16 characters on the clipboard with one click', async () => {
    const badge = await badgeWith();
    const { id } = badge.session!;
    expect(await outcomeOfClick(badge)).to.deep.equal({ ok: true, method: 'clipboard', id, text: id });
    expect(await pasted()).to.equal(id);
  });

  it('works with the keyboard alone', async () => {
    const badge = await badgeWith();
    part(badge, 'copy-button').focus();
    const told = oneEvent(badge, 'session-id-copy');
    await sendKeys({ press: 'Enter' });
    expect(((await told) as CustomEvent<CopyOutcome>).detail).to.include({ ok: true, id: badge.session!.id });
    expect(badge.shadowRoot!.activeElement).to.equal(part(badge, 'copy-button'));
    expect(await pasted()).to.equal(badge.session!.id);
  });

  for (const [how, writeText] of [
    ['refuses', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
    [
      'throws',
      () => {
        throw new TypeError('no');
      },
    ],
    ['is missing', undefined],
  ] as const) {
    it(`falls back to the copy event where the clipboard ${how}`, async () => {
      const badge = await badgeWith();
      const { id } = badge.session!;
      replaced('writeText', writeText);
      const outcome = await outcomeOfClick(badge);
      expect(outcome).to.include({ ok: true, id, text: id });
      expect(outcome.ok && outcome.method).to.be.oneOf(['copy-event', 'selection']);
      expect(await pasted()).to.equal(id);
    });
  }

  it('falls back, or says the truth, where the clipboard never answers', async () => {
    const badge = await badgeWith();
    replaced('writeText', () => new Promise(() => {}));
    const outcome = await outcomeOfClick(badge);
    const text = await pasted();
    if (outcome.ok) expect(text).to.equal(badge.session!.id);
    else expect(outcome).to.include({ reason: 'timeout', manual: true });
  });

  it('is not stopped by a host that listens for copy', async () => {
    const badge = await badgeWith();
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    for (const type of [true, false]) document.addEventListener('copy', stop, type);
    replaced('writeText', undefined);
    try {
      expect((await outcomeOfClick(badge)).ok).to.equal(true);
    } finally {
      for (const type of [true, false]) document.removeEventListener('copy', stop, type);
    }
    expect(await pasted()).to.equal(badge.session!.id);
  });

  it('moves neither the selection nor the focus on its way', async () => {
    const text = await fixture(html`<p>the customer has selected this</p>`);
    const badge = await badgeWith();
    replaced('writeText', undefined);
    getSelection()!.selectAllChildren(text);
    expect((await badge.copy()).id).to.equal(badge.session!.id);
    part(badge, 'copy-button').focus();
    getSelection()!.selectAllChildren(text);
    const told = oneEvent(badge, 'session-id-copy');
    await sendKeys({ press: 'Enter' });
    await told;
    expect(String(getSelection())).to.contain('the customer has selected this');
    expect(badge.shadowRoot!.activeElement).to.equal(part(badge, 'copy-button'));
  });

  it('copies no separators where the customer drags over the ID', async () => {
    const badge = await badgeWith();
    const { left, right, top, height } = part(badge, 'id').getBoundingClientRect();
    const y = Math.round(top + height / 2);
    await sendMouse({ type: 'move', position: [Math.floor(left), y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.ceil(right), y] });
    await sendMouse({ type: 'up' });
    await executeServerCommand('chord', ['Control', 'c']);
    expect((await pasted()).trim()).to.equal(badge.session!.id);
  });

  it('leaves the ID selected and says which keys to press where nothing works', async () => {
    const badge = await badgeWith();
    const { id } = badge.session!;
    replaced('writeText', undefined);
    const execCommand = document.execCommand;
    document.execCommand = () => true;
    try {
      const told = oneEvent(badge, 'session-id-copy-error');
      const outcome = await badge.copy();
      expect(outcome).to.deep.equal({ ok: false, reason: 'refused', manual: true, id, text: id });
      expect(((await told) as CustomEvent<CopyOutcome>).detail).to.equal(outcome);
    } finally {
      document.execCommand = execCommand;
    }
    await until(() => part(badge, 'status').textContent, 'the message');
    expect(part(badge, 'status').textContent).to.equal('Press Ctrl/⌘+C');
    expect(badge.matches(':state(copy-failed)')).to.equal(true);
    await executeServerCommand('chord', ['Control', 'c']);
    expect(await pasted()).to.equal(id);
  });

  it('answers before the first rendering and outside of any page, too', async () => {
    const badge = document.createElement('session-id-badge');
    expect(await badge.copy()).to.deep.equal({ ok: false, reason: 'no-session', manual: false, id: null, text: '' });
  });

  it('writes in the very task of the click', async () => {
    const badge = await badgeWith();
    let written = '';
    replaced('writeText', async (text: string) => void (written = text));
    part(badge, 'copy-button').click();
    expect(written).to.equal(badge.session!.id);
  });

  it('answers without a session that there is none, and never rejects', async () => {
    const badge = document.createElement('session-id-badge');
    badge.source = { getSessionId: () => null };
    document.body.append(badge);
    await badge.updateComplete;
    expect(await badge.copy()).to.deep.equal({ ok: false, reason: 'no-session', manual: false, id: null, text: '' });
    badge.remove();
  });

  it('copies the settled ID where the click comes while it is pending', async () => {
    const cookie = freshName();
    const badge = await badgeWith(cookie);
    const dead = badge.session!.id;
    let outcome: Promise<CopyOutcome> | undefined;
    // In the click: the cookie goes, and the copy is asked for while the new session is being settled.
    part(badge, 'label').addEventListener('click', () => {
      const pending = new Promise<void>((resolve) => {
        const end = badge.manager!.subscribe(() => {
          if (badge.session) return;
          end();
          outcome = badge.copy();
          resolve();
        });
      });
      dropCookie(cookie);
      return pending;
    });
    const { x, y, width, height } = part(badge, 'label').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
    await until(() => outcome, 'the copy while pending');
    const { id, ok } = await outcome!;
    expect(id).to.equal(badge.session!.id);
    expect(id).to.not.equal(dead);
    if (ok) expect(await pasted()).to.equal(id);
  });

  describe('feedback', () => {
    it('is shown, announced a task later, and gone after a while, with nothing moved', async () => {
      const badge = await badgeWith();
      badge.feedbackDuration = 2000;
      const box = () =>
        JSON.stringify([badge, part(badge, 'id'), part(badge, 'copy-button')].map((e) => e.getBoundingClientRect()));
      const before = box();
      const name = part(badge, 'copy-button').getAttribute('aria-label');
      const since = performance.now();
      // In the event: by the time that the click's command answers, the announcement may have come.
      let atOnce: Promise<[boolean, string | null]>;
      badge.addEventListener('session-id-copy', () => {
        atOnce = badge.updateComplete.then(() => [badge.matches(':state(copied)'), part(badge, 'status').textContent]);
      });
      await outcomeOfClick(badge);
      expect(await atOnce!).to.deep.equal([true, '']);
      await until(() => part(badge, 'status').textContent == 'Copied', 'the announcement');
      expect(box()).to.equal(before);
      expect(part(badge, 'copy-button').getAttribute('aria-label')).to.equal(name);
      await until(() => part(badge, 'status').textContent == '', 'the end');
      expect(performance.now() - since).to.be.above(2000);
      expect(badge.matches(':state(copied)')).to.equal(false);
      expect(box()).to.equal(before);
    });

    it('is announced again for a second copy', async () => {
      const badge = await badgeWith();
      const said: string[] = [];
      const observer = new MutationObserver(() => said.push(part(badge, 'status').textContent!));
      observer.observe(part(badge, 'status'), { childList: true, characterData: true, subtree: true });
      await outcomeOfClick(badge);
      await until(() => said.at(-1) == 'Copied', 'the first');
      await outcomeOfClick(badge);
      await until(() => said.length >= 3 && said.at(-1) == 'Copied', 'the second');
      observer.disconnect();
      expect(said).to.deep.equal(['Copied', '', 'Copied']);
    });

    it('does not stay beside an ID that was not copied', async () => {
      const badge = await badgeWith();
      await outcomeOfClick(badge);
      await until(() => part(badge, 'status').textContent == 'Copied', 'the announcement');
      await badge.manager!.renew();
      await badge.updateComplete;
      await badge.updateComplete;
      expect(part(badge, 'status').textContent).to.equal('');
      expect(badge.matches(':state(copied)')).to.equal(false);
      const second = await outcomeOfClick(badge);
      expect(second.id).to.equal(badge.session!.id);
      expect(await pasted()).to.equal(badge.session!.id);
    });

    it('leaves the new session unannounced', async () => {
      const badge = await badgeWith();
      await badge.manager!.renew();
      await nextFrame();
      await aTimeout(100);
      expect(part(badge, 'status').textContent).to.equal('');
    });
  });
});
