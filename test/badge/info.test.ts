import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { SessionIdBadge } from '../../src/index.js';
import { clearFacts, dropCookie, freshName, until } from '../page.js';
import { badgeWith, clickOn, openPanel, part } from './badge-with.js';

const isOpen = (badge: Element) => part(badge, 'info').matches(':popover-open');
/** In words: to print an element of Lit's, chai walks through everything that it knows. */
const focused = (badge: Element) => {
  const element = badge.shadowRoot!.activeElement;
  return element?.getAttribute('part') ?? element?.localName;
};
const textOf = (badge: Element) => part(badge, 'info').textContent!.replace(/\s+/g, ' ').trim();

describe('"What is this?"', () => {
  afterEach(clearFacts);

  it('is a native popover behind a named button', async () => {
    const badge = await badgeWith();
    const button = part(badge, 'info-button');
    expect([button.localName, button.getAttribute('aria-label')]).to.deep.equal(['button', 'What is this?']);
    expect(part(badge, 'info').popover).to.equal('auto');
    expect(isOpen(badge)).to.equal(false);
    await clickOn(badge, 'info-button');
    await until(() => isOpen(badge), 'the panel');
    await until(() => textOf(badge).includes('This ID stands for your visit'), 'the explanation');
    expect(textOf(badge)).to.contain('log out or delete cookies');
    await clickOn(badge, 'info-button');
    await until(() => !isOpen(badge), 'the end');
  });

  it('opens and closes by the keyboard alone, and gives the focus back', async () => {
    const badge = await badgeWith();
    part(badge, 'copy-button').focus();
    await sendKeys({ press: 'Tab' });
    expect(focused(badge)).to.equal('info-button');
    await sendKeys({ press: 'Enter' });
    await until(() => isOpen(badge) && part(badge, 'info').querySelector('summary'), 'the panel');
    // Where the texts came late, the focus waits on the panel itself.
    expect(focused(badge)).to.be.oneOf(['summary', 'info']);
    if (focused(badge) == 'info') await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => part(badge, 'info').querySelector('details')!.open, 'the spelling');
    await sendKeys({ press: 'Tab' });
    expect(badge.shadowRoot!.activeElement!.textContent).to.equal('Close');
    await sendKeys({ press: 'Escape' });
    await until(() => !isOpen(badge), 'the end');
    expect(focused(badge)).to.equal('info-button');
    await sendKeys({ press: ' ' });
    await until(() => isOpen(badge) && part(badge, 'info').querySelector('button'), 'the panel again');
    part(badge, 'info').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !isOpen(badge), 'the end again');
    expect(focused(badge)).to.equal('info-button');
  });

  it('closes by a click elsewhere', async () => {
    const badge = await badgeWith();
    await openPanel(badge);
    await sendMouse({ type: 'click', position: [2, 2] });
    await until(() => !isOpen(badge), 'the end');
    expect(part(badge, 'info').textContent!.trim()).to.equal('');
  });

  it('asks for its texts when it opens, not before', async () => {
    const badge = await badgeWith();
    performance.clearResourceTimings();
    const files = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/locales/ja')).length;
    badge.lang = 'ja';
    await badge.updateComplete;
    expect(files()).to.equal(0);
    await clickOn(badge, 'info-button');
    await until(files, 'the file');
    await until(() => textOf(badge).includes('ID'), 'the explanation');
  });

  it('shows an explanation of the host', async () => {
    const badge = await fixture<SessionIdBadge>(
      html`<session-id-badge cookie=${freshName()}><b slot="explanation">Ask Ann.</b></session-id-badge>`,
    );
    await openPanel(badge);
    const slot = part(badge, 'info').querySelector('slot')!;
    expect(slot.name).to.equal('explanation');
    expect(slot.assignedElements()[0]!.textContent).to.equal('Ask Ann.');
  });

  it('copies and renews nothing', async () => {
    const badge = await badgeWith();
    const { id } = badge.session!;
    let told = 0;
    for (const type of ['session-id-copy', 'session-change']) badge.addEventListener(type, () => told++);
    await openPanel(badge);
    part(badge, 'info').querySelector('summary')!.click();
    await nextFrame();
    expect(told).to.equal(0);
    expect(badge.session!.id).to.equal(id);
  });

  describe('spelling', () => {
    it('is there on demand, group by group, in visible text', async () => {
      const badge = await badgeWith(undefined, { sessionId: '6fgje00123456782' });
      await openPanel(badge);
      const details = part(badge, 'info').querySelector('details')!;
      const lines = () =>
        [...details.querySelectorAll('div')].filter((line) => line.checkVisibility()).map((line) => line.textContent);
      expect(lines()).to.deep.equal([]);
      details.querySelector('summary')!.click();
      expect(lines()).to.deep.equal([
        'six, Foxtrot, Golf, Juliett',
        'Echo, zero, zero, one',
        'two, three, four, five',
        'six, seven, eight, two',
      ]);
    });

    it('says capitals and signs of a foreign ID', async () => {
      const badge = await fixture<SessionIdBadge>(html`<session-id-badge lang="de" session-id="aB-3_xyz9"></session-id-badge>`);
      await openPanel(badge);
      expect(part(badge, 'info').querySelector('details')!.textContent!.replace(/\s+/g, ' ')).to.contain(
        'Aachen, groß Berlin, Bindestrich, drei',
      );
    });

    it('never is in a name that a screen reader says', async () => {
      const badge = await badgeWith();
      await openPanel(badge);
      part(badge, 'info').querySelector('summary')!.click();
      const names = [...badge.shadowRoot!.querySelectorAll('[aria-label]')].map((element) =>
        element.getAttribute('aria-label'),
      );
      expect(names).to.deep.equal(['Copy session ID', 'What is this?', 'What is this?']);
      expect(badge.shadowRoot!.querySelectorAll('[aria-labelledby], [title]')).to.have.lengthOf(0);
    });
  });

  describe('the ID before this one', () => {
    it('is there after a logout', async () => {
      const badge = await badgeWith();
      const { id } = badge.session!;
      await openPanel(badge);
      expect(textOf(badge)).to.not.contain('Until a moment ago');
      await badge.manager!.renew('logout');
      await badge.updateComplete;
      expect(textOf(badge)).to.contain(`Until a moment ago the ID was: ${id}`);
    });

    it('is there for a badge that comes after it', async () => {
      const cookie = freshName();
      const first = await badgeWith(cookie);
      const { id } = first.session!;
      await first.manager!.renew('logout');
      first.remove();
      const badge = await badgeWith(cookie);
      await openPanel(badge);
      expect(textOf(badge)).to.contain(id);
    });

    it('is not where the customer has reset the cookies', async () => {
      const cookie = freshName();
      const badge = await badgeWith(cookie);
      const { id } = badge.session!;
      const changed = oneEvent(badge, 'session-change');
      dropCookie(cookie);
      await changed;
      await openPanel(badge);
      expect(textOf(badge)).to.not.contain(id).and.not.to.contain('Until a moment ago');
    });

    it('is gone ten minutes later', async () => {
      const badge = await badgeWith();
      const { id } = badge.session!;
      await badge.manager!.renew('logout');
      const { now } = Date;
      try {
        Date.now = () => now() + 599_000;
        await openPanel(badge);
        expect(textOf(badge)).to.contain(id);
        Date.now = () => now() + 601_000;
        badge.requestUpdate();
        await badge.updateComplete;
        expect(textOf(badge)).to.not.contain(id);
      } finally {
        Date.now = now;
      }
    });

    it('is in no storage', async () => {
      const badge = await badgeWith();
      const { id } = badge.session!;
      await badge.manager!.renew('logout');
      expect(JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }])).to.not.contain(id);
    });
  });
});
