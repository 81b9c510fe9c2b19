import { expect, fixture, html } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import type { SessionIdBadge } from '../../src/index.js';
import { violations } from '../accessibility.js';
import { clearFacts, freshName, until } from '../page.js';
import { badgeWith, openPanel, part } from './badge-with.js';
import { directionOf, SOME_LANGUAGES } from './languages.js';
import { withClipboard } from './stand-in-clipboard.js';

/** A badge that stays pending. */
function pendingBadge(): SessionIdBadge {
  const badge = document.createElement('session-id-badge');
  badge.source = { getSessionId: () => null };
  return badge;
}

describe('accessibility', () => {
  afterEach(clearFacts);

  for (const language of SOME_LANGUAGES) {
    it(`axe finds nothing against WCAG 2.2 AA in any state, in ${language}`, async function () {
      this.timeout(30_000);
      const page = await fixture<HTMLElement>(html`<footer lang=${language} dir=${directionOf(language)}></footer>`);
      const cookie = freshName();
      const [pending, settled, copied, manual] = [
        pendingBadge(),
        ...[{ supportHref: 'mailto:a@b.example?body={session-id}' }, {}, {}].map((properties) =>
          Object.assign(document.createElement('session-id-badge'), { cookie, ...properties }),
        ),
      ] as [SessionIdBadge, SessionIdBadge, SessionIdBadge, SessionIdBadge];
      page.append(pending, settled, copied, manual);
      await until(() => manual.session, 'the session');
      await withClipboard('works', () => copied.copy());
      await withClipboard('refuses', () => manual.copy());
      await Promise.all([pending.copy(), until(() => part(manual, 'status').textContent, 'the message')]);
      await until(() => part(pending, 'status').textContent && part(copied, 'status').textContent, 'the other messages');
      expect(copied.matches(':state(copied)') && manual.matches(':state(copy-failed)')).to.equal(true);
      expect(await violations(page)).to.deep.equal([]);

      settled.copyFormat = 'report';
      await settled.manager!.renew('logout');
      await openPanel(settled);
      part(settled, 'info').querySelector('details')!.open = true;
      expect(part(settled, 'info').querySelectorAll('pre, p bdi')).to.have.lengthOf(2);
      expect(await violations(page)).to.deep.equal([]);
    });
  }

  it('has one live region, there and empty from the first rendering, that says nothing of a new session', async () => {
    const badge = document.createElement('session-id-badge');
    badge.cookie = freshName();
    document.body.append(badge);
    await badge.updateComplete;
    const region = part(badge, 'status');
    expect([region.getAttribute('role'), region.textContent]).to.deep.equal(['status', '']);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(region.textContent!));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await until(() => badge.session, 'the session');
    for (const reason of ['logout', 'renew'] as const) await badge.manager!.renew(reason);
    await badge.updateComplete;
    // A task more than an announcement waits for.
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    expect(part(badge, 'status')).to.equal(region);
    expect(said).to.deep.equal([]);
    badge.remove();
  });

  it('keeps every name in every state', async () => {
    const badge = await badgeWith();
    const names = () => [...badge.shadowRoot!.querySelectorAll('[aria-label]')].map((e) => e.getAttribute('aria-label')).join();
    const before = names();
    await withClipboard('works', () => badge.copy());
    await badge.updateComplete;
    expect(names()).to.equal(before);
    await withClipboard('refuses', () => badge.copy());
    await badge.updateComplete;
    expect(names()).to.equal(before);
    await badge.manager!.renew();
    await badge.updateComplete;
    expect(names()).to.equal(before);
  });

  it('moves nothing about: no animation, whatever the customer has set', async () => {
    const badge = await badgeWith();
    await withClipboard('works', () => badge.copy());
    await badge.updateComplete;
    await openPanel(badge);
    expect(badge.shadowRoot!.getAnimations()).to.deep.equal([]);
  });

  // Only Chromium's driver can tell the tree.
  (navigator.userAgent.includes('Chrome/') ? describe : describe.skip)('the tree that a screen reader gets', () => {
    interface Node {
      role: string;
      name?: string;
      children?: Node[];
    }
    const tree = ({ role, name, children = [] }: Node, depth = 0): string[] => [
      `${'  '.repeat(depth)}${role} ${name ?? ''}`.trimEnd(),
      ...children.flatMap((child) => tree(child, depth + 1)),
    ];
    async function treeAround(badge: Element): Promise<string[]> {
      const host = badge.parentElement!;
      host.setAttribute('role', 'contentinfo');
      const all = tree((await a11ySnapshot({})) as unknown as Node);
      const start = all.findIndex((line) => line.trim().startsWith('contentinfo'));
      const depth = all[start + 1]!.search(/\S/);
      return all.slice(start + 1).map((line) => line.slice(depth));
    }

    const CLOSED = [
      'status',
      'StaticText Session ID',
      'StaticText 6fgj',
      'StaticText e001',
      'StaticText 2345',
      'StaticText 6782',
      'button Copy session ID',
      'button What is this?',
    ];

    it('is label, ID and two buttons', async () => {
      const badge = await badgeWith(undefined, { sessionId: '6fgje00123456782' });
      expect(await treeAround(badge)).to.deep.equal(CLOSED);
    });

    it('is the panel, too, once that is open', async () => {
      const badge = await badgeWith(undefined, { sessionId: '6fgje00123456782' });
      await openPanel(badge);
      part(badge, 'info').querySelector('details')!.open = true;
      const { default: en } = await import('../../src/badge/locales/en.js');
      expect(await treeAround(badge)).to.deep.equal([
        ...CLOSED,
        'dialog What is this?',
        `  StaticText ${en.explanation}`,
        '  DisclosureTriangle Spell it on the phone',
        '  StaticText six, Foxtrot, Golf, Juliett',
        '  StaticText Echo, zero, zero, one',
        '  StaticText two, three, four, five',
        '  StaticText six, seven, eight, two',
        '  button Close',
      ]);
    });
  });
});
