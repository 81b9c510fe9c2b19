import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import type { SessionChange, SessionIdBadge } from '../../src/index.js';
import { mintSessionId } from '../../src/session/session-id.js';
import { clearFacts, consoleDuring, cookieValue, dropCookie, freshName, setCookie, until } from '../page.js';
import { badgeWith, part } from './badge-with.js';

const OWN = mintSessionId(Date.now());

describe('<session-id-badge>', () => {
  afterEach(clearFacts);

  it('works without any attribute', async () => {
    const badge = await fixture<SessionIdBadge>(html`<session-id-badge></session-id-badge>`);
    await until(() => badge.session, 'a session');
    await badge.updateComplete;
    expect(part(badge, 'id').textContent).to.equal(badge.session!.id);
    expect(cookieValue('diagnostic_session')).to.equal(badge.session!.id);
  });

  it('shows a live ID with its first rendering', async () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    const badge = await fixture<SessionIdBadge>(html`<session-id-badge cookie=${cookie}></session-id-badge>`);
    expect(part(badge, 'id').textContent).to.equal(OWN);
  });

  it('says what it is: a label, the ID, a named native button, a live region that is empty', async () => {
    const badge = await badgeWith();
    expect(part(badge, 'label').textContent).to.contain('Session ID');
    const button = part(badge, 'copy-button');
    expect(button.localName).to.equal('button');
    expect(button.getAttribute('aria-label')).to.equal('Copy session ID');
    const status = part(badge, 'status');
    expect(status.getAttribute('role')).to.equal('status');
    expect(status.textContent).to.equal('');
    expect(badge.shadowRoot!.querySelectorAll('[role=status], [role=alert], [aria-live]')).to.have.lengthOf(1);
    const id = part(badge, 'id');
    expect([id.localName, id.dir, id.translate]).to.deep.equal(['bdi', 'ltr', false]);
  });

  it('is accessible', async () => {
    await expect(await badgeWith()).to.be.accessible();
  });

  it('groups an own ID in fours by space that is no character', async () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    const badge = await badgeWith(cookie);
    const groups = [...part(badge, 'id').children];
    expect(groups.map((group) => group.textContent)).to.deep.equal(OWN.match(/.{4}/g));
    expect(parseFloat(getComputedStyle(groups[1]!).marginLeft)).to.be.above(2);
    getSelection()!.selectAllChildren(part(badge, 'id'));
    expect(part(badge, 'id').innerText.replace(/\n/g, '')).to.equal(OWN);
  });

  it('leaves a foreign ID ungrouped', async () => {
    const badge = await fixture<SessionIdBadge>(html`<session-id-badge session-id="abcd1234efgh5678"></session-id-badge>`);
    expect([...part(badge, 'id').children].map((group) => group.textContent)).to.deep.equal(['abcd1234efgh5678']);
    expect(badge.session!.persistence).to.equal('host');
  });

  it('keeps the order of the groups in right-to-left text', async () => {
    const page = await fixture(html`<p dir="rtl" lang="ar"><session-id-badge cookie=${freshName()}></session-id-badge></p>`);
    const badge = page.querySelector('session-id-badge')!;
    await until(() => part(badge, 'id')?.children.length == 4, 'the groups');
    const lefts = [...part(badge, 'id').children].map((group) => group.getBoundingClientRect().left);
    expect(lefts).to.deep.equal([...lefts].sort((a, b) => a - b));
    expect(part(badge, 'copy-button').getBoundingClientRect().right).to.be.below(lefts[0]!);
  });

  it('speaks the language of the nearest lang, across shadow roots, and English elsewhere', async () => {
    const page = await fixture(html`<section lang="nl-BE"><div></div></section>`);
    const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<session-id-badge cookie="${freshName()}"></session-id-badge>`;
    const badge = root.querySelector('session-id-badge')!;
    await badge.updateComplete;
    expect(part(badge, 'label').textContent).to.contain('Sessie-ID');
    expect(part(badge, 'copy-button').getAttribute('aria-label')).to.equal('Sessie-ID kopiëren');
    badge.lang = 'en';
    await badge.updateComplete;
    expect(part(badge, 'label').textContent).to.contain('Session ID');
    badge.lang = 'tlh';
    await badge.updateComplete;
    expect(part(badge, 'label').textContent).to.contain('Session ID');
  });

  it('takes a label and icons of the host', async () => {
    const badge = await fixture<SessionIdBadge>(
      html`<session-id-badge cookie=${freshName()}><span slot="label">Diagnosis</span><b slot="copy-icon">C</b></session-id-badge>`,
    );
    const slot = badge.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=label]')!;
    expect(slot.assignedElements()[0]!.textContent).to.equal('Diagnosis');
    expect(badge.shadowRoot!.querySelector<HTMLSlotElement>('slot[name=copy-icon]')!.assignedElements()).to.have.lengthOf(1);
  });

  describe('session-change', () => {
    it('bubbles out of shadow roots with the change of the manager', async () => {
      const cookie = freshName();
      const heard = oneEvent(document, 'session-change');
      const badge = await fixture<SessionIdBadge>(html`<session-id-badge cookie=${cookie}></session-id-badge>`);
      const event = (await heard) as CustomEvent<SessionChange>;
      expect(event).to.include({ bubbles: true, composed: true, target: badge });
      expect(event.detail).to.include({ reason: 'start', sequence: 1 });
      expect(event.detail.session).to.equal(badge.session);
    });

    it('comes in a task after the connection, so that a later script can still listen', async () => {
      const cookie = freshName();
      setCookie(cookie, OWN);
      const badge = document.createElement('session-id-badge');
      badge.cookie = cookie;
      document.body.append(badge);
      await badge.updateComplete;
      const event = await oneEvent(badge, 'session-change');
      expect((event as CustomEvent<SessionChange>).detail.reason).to.equal('resume');
      badge.remove();
    });

    it('is told once by each badge, with one and the same detail', async () => {
      const cookie = freshName();
      const heard: [EventTarget, SessionChange][] = [];
      const page = await fixture<HTMLDivElement>(html`<div></div>`);
      page.addEventListener('session-change', (event) => heard.push([event.target!, event.detail]));
      page.innerHTML = `<session-id-badge cookie="${cookie}"></session-id-badge>`.repeat(3);
      await until(() => heard.length == 3, 'three events');
      const badges = [...page.children] as SessionIdBadge[];
      expect(new Set(heard.map(([target]) => target)).size).to.equal(3);
      expect(new Set(heard.map(([, detail]) => detail)).size).to.equal(1);
      expect(new Set(badges.map(({ manager }) => manager)).size).to.equal(1);
      dropCookie(cookie);
      await until(() => heard.length == 6, 'three more');
      expect(new Set(heard.map(([, detail]) => detail)).size).to.equal(2);
    });

    it('is never told again on re-connection, however often the badge moves', async () => {
      const badge = await badgeWith();
      const { session } = badge;
      const heard: SessionChange[] = [];
      badge.addEventListener('session-change', (event) => heard.push(event.detail));
      const there = document.createElement('div');
      document.body.append(there);
      const here = badge.parentElement!;
      for (let i = 0; i < 50; i++) {
        (i % 2 ? here : there).append(badge);
        if (i % 5 == 0) await nextFrame();
        if (i % 7 == 0) {
          badge.remove();
          await nextFrame();
        }
      }
      here.append(badge);
      await nextFrame();
      await badge.updateComplete;
      expect(heard).to.deep.equal([]);
      expect(badge.session).to.equal(session);
      await badge.manager!.renew();
      await badge.updateComplete;
      expect(heard.map(({ reason }) => reason)).to.deep.equal(['renew']);
      expect(part(badge, 'id').textContent).to.equal(badge.session!.id);
      there.remove();
    });

    it('tells what changed while the badge was away, once', async () => {
      const badge = await badgeWith();
      const heard: SessionChange[] = [];
      badge.addEventListener('session-change', (event) => heard.push(event.detail));
      const here = badge.parentElement!;
      badge.remove();
      await nextFrame();
      await badge.manager!.renew();
      expect(heard).to.have.lengthOf(0);
      here.append(badge);
      await until(() => heard.length, 'the change');
      await badge.updateComplete;
      expect(heard).to.have.lengthOf(1);
      expect(part(badge, 'id').textContent).to.equal(badge.session!.id);
    });
  });

  describe('renewal', () => {
    it('follows the signed-in attribute', async () => {
      const badge = await badgeWith();
      const first = badge.session;
      badge.setAttribute('signed-in', '');
      await until(() => localStorage.getItem('session-id-badge')!.includes('"signedIn":true'), 'the fact');
      const out = oneEvent(badge, 'session-change');
      badge.setAttribute('signed-in', 'false');
      expect(((await out) as CustomEvent<SessionChange>).detail).to.include({ reason: 'logout', previous: first });
    });

    it('takes an empty property, which Preact makes of undefined, for absent, and the words of markup for what they say', async () => {
      const badge = await badgeWith();
      const set = async (value: unknown) => {
        badge.signedIn = value as boolean;
        await badge.updateComplete;
        return badge.signedIn;
      };
      const heard: SessionChange[] = [];
      badge.addEventListener('session-change', ({ detail }) => heard.push(detail));
      expect(await set('true')).to.equal(true);
      await until(() => localStorage.getItem('session-id-badge')!.includes('"signedIn":true'), 'the fact');
      expect(await set('')).to.equal(undefined);
      expect(heard).to.have.lengthOf(0);
      const out = oneEvent(badge, 'session-change');
      expect(await set('false')).to.equal(false);
      expect(((await out) as CustomEvent<SessionChange>).detail.reason).to.equal('logout');
    });

    it('shows no dead ID while pending, and holds its place', async () => {
      const cookie = freshName();
      const badge = await badgeWith(cookie);
      const { id } = badge.session!;
      const width = badge.getBoundingClientRect().width;
      const seen: string[] = [];
      const widths: number[] = [];
      const observer = new MutationObserver(() => {
        seen.push(part(badge, 'id').textContent!);
        widths.push(badge.getBoundingClientRect().width);
      });
      observer.observe(badge.shadowRoot!, { subtree: true, childList: true, characterData: true });
      dropCookie(cookie);
      await until(() => badge.session && badge.session.id != id, 'the new session');
      await badge.updateComplete;
      observer.disconnect();
      expect(seen).to.not.include(id);
      expect(seen.at(-1)).to.equal(badge.session!.id);
      for (const other of widths) expect(other).to.be.closeTo(width, 0.5);
    });
  });

  describe('bad input', () => {
    for (const given of ['', 'short', 'has space', '<img src=x>', 'undefined']) {
      it(`session-id="${given}" stays pending, mints nothing, and is named in one error`, async () => {
        const cookies = document.cookie;
        const said = await consoleDuring('error', async () => {
          const badge = await fixture<SessionIdBadge>(html`<session-id-badge session-id=${given}></session-id-badge>`);
          await nextFrame();
          expect(badge.session).to.equal(null);
          expect(part(badge, 'id').textContent).to.equal('');
          expect(badge.matches(':state(pending)')).to.equal(true);
        });
        expect(said).to.have.lengthOf(1);
        expect(said[0]).to.contain(`"${given}"`);
        expect(document.cookie).to.equal(cookies);
      });
    }

    it('a session-id that is mended is shown', async () => {
      await consoleDuring('error', async () => {
        const badge = await fixture<SessionIdBadge>(html`<session-id-badge session-id="bad one"></session-id-badge>`);
        badge.sessionId = 'good-one-1';
        await badge.updateComplete;
        expect(part(badge, 'id').textContent).to.equal('good-one-1');
      });
    });

    it('a cookie name that carries logins is named, and the default used', async () => {
      const said = await consoleDuring('error', async () => {
        const badge = await fixture<SessionIdBadge>(html`<session-id-badge cookie="shop_sessionid"></session-id-badge>`);
        await badge.manager!.ready;
        expect(cookieValue('diagnostic_session')).to.equal(badge.session!.id);
        expect(cookieValue('shop_sessionid')).to.equal(undefined);
      });
      expect(said).to.have.lengthOf(1);
      expect(said[0]).to.contain('shop_sessionid');
    });

    it('a feedbackDuration of NaN is named once, and the default counts', async () => {
      const said = await consoleDuring('warn', async () => {
        const badge = await badgeWith(undefined, { feedbackDuration: NaN });
        expect(badge.feedbackDuration).to.equal(undefined);
      });
      expect(said).to.have.lengthOf(1);
      expect(said[0]).to.match(/^session-id-badge: feedback-duration "NaN" ignored\n.*2000 to 60000.*\nhttps:.*#hints$/);
    });

    for (const [attribute, value, level] of [
      ['signed-in', 'maybe', 'error'],
      ['feedback-duration', 'soon', 'warn'],
      ['feedback-duration', '100', 'warn'],
      ['feedback-duration', '-1', 'warn'],
      ['feedback-duration', '86400000', 'warn'],
      ['feedback-duration', 'Infinity', 'warn'],
      ['copy-format', 'pdf', 'warn'],
    ] as const) {
      it(`${attribute}="${value}" is named once in the console, and the badge goes on`, async () => {
        const said = await consoleDuring(level, async () => {
          const badge = await badgeWith();
          badge.setAttribute(attribute, value);
          await badge.updateComplete;
          expect(badge.signedIn).to.equal(undefined);
          expect(badge.feedbackDuration).to.equal(undefined);
          expect(badge.copyFormat).to.equal(undefined);
          expect(part(badge, 'id').textContent).to.equal(badge.session!.id);
        });
        expect(said).to.have.lengthOf(1);
        expect(said[0]).to.contain(attribute).and.to.contain(`"${value}"`);
      });
    }
  });
});
