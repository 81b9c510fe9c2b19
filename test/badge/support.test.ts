import { expect } from '@open-wc/testing';
import { mintSessionId } from '../../src/session/session-id.js';
import { clearFacts, consoleDuring, freshName, setCookie } from '../page.js';
import { badgeWith, part } from './badge-with.js';

const ID = mintSessionId(Date.now());

async function linkOf(supportHref: string): Promise<{ href: string | undefined; said: string[] }> {
  const cookie = freshName();
  setCookie(cookie, ID);
  let href: string | undefined;
  const said = await consoleDuring('warn', async () => {
    const badge = await badgeWith(cookie, { supportHref });
    href = part(badge, 'support-link')?.getAttribute('href') ?? undefined;
    expect(part(badge, 'id').textContent).to.equal(ID);
  });
  return { href, said };
}

describe('support-href', () => {
  afterEach(clearFacts);

  for (const [template, href] of [
    ['https://help.example/new?session={session-id}', `https://help.example/new?session=${ID}`],
    ['https://help.example/{session-id}/{session-id}', `https://help.example/${ID}/${ID}`],
    ['https://help.example/#/new?session={session-id}', `https://help.example/#/new?session=${ID}`],
    ['https://help.example/a b?q=x y&session={session-id}', `https://help.example/a%20b?q=x%20y&session=${ID}`],
    ['  https://help.example/?s={session-id}\n', `https://help.example/?s=${ID}`],
    ['/contact?session={session-id}', `${location.origin}/contact?session=${ID}`],
    [
      'mailto:help@shop.example?subject=Session {session-id}&body=Dear all,%0A{session-id}',
      `mailto:help@shop.example?subject=Session%20${ID}&body=Dear%20all,%0A${ID}`,
    ],
  ] as const) {
    it(`fills the ID into ${template.trim()}`, async () => {
      expect(await linkOf(template)).to.deep.equal({ href, said: [] });
    });
  }

  for (const template of [
    '',
    'javascript:alert("{session-id}")',
    ' java\nscript:alert("{session-id}")',
    'data:text/html,{session-id}',
    'http://help.example/{session-id}',
    '//[/{session-id}',
    'blob:https://help.example/{session-id}',
    'https://help.example/without-the-id',
  ]) {
    it(`refuses ${JSON.stringify(template)}, says so once, and goes on without a link`, async () => {
      const { href, said } = await linkOf(template);
      expect(href).to.equal(undefined);
      expect(said).to.have.lengthOf(1);
      expect(said[0]).to.contain(`support-href "${template}"`).and.to.contain('`https:`, `mailto:`');
    });
  }

  it('leads nowhere while there is no ID, and follows it', async () => {
    const badge = await badgeWith(freshName(), { supportHref: 'https://help.example/?s={session-id}' });
    await badge.manager!.renew();
    await badge.updateComplete;
    expect(part(badge, 'support-link').getAttribute('href')).to.equal(`https://help.example/?s=${badge.session!.id}`);
    const pending = document.createElement('session-id-badge');
    Object.assign(pending, { source: { getSessionId: () => null }, supportHref: 'https://help.example/?s={session-id}' });
    document.body.append(pending);
    await pending.updateComplete;
    expect(part(pending, 'support-link').textContent).to.equal('Contact support');
    expect(part(pending, 'support-link').hasAttribute('href')).to.equal(false);
    pending.remove();
  });
});
