import { expect, oneEvent } from '@open-wc/testing';
import type { CopyOutcome, SessionIdBadge } from '../../src/index.js';
import { clearFacts, freshName, until } from '../page.js';
import { badgeWith, clickOn, openPanel, part } from './badge-with.js';
import { pasted, soilClipboard } from './clipboard.js';

async function copied(badge: SessionIdBadge): Promise<CopyOutcome> {
  const told = oneEvent(badge, 'session-id-copy') as Promise<CustomEvent<CopyOutcome>>;
  await clickOn(badge, 'copy-button');
  return (await told).detail;
}

const preview = (badge: Element) => part(badge, 'info').querySelector('pre')!.textContent!;

/** The report as a map of its lines. */
const lines = (report: string) =>
  new Map(report.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));

/** With the texts of the report there, so that a click writes at once. */
async function reporter(properties: Partial<SessionIdBadge> = {}): Promise<SessionIdBadge> {
  const badge = await badgeWith(freshName(), { copyFormat: 'report', ...properties });
  await openPanel(badge);
  part(badge, 'info').hidePopover();
  await until(() => !part(badge, 'info').querySelector('pre'), 'the end of the panel');
  return badge;
}

describe('the report', () => {
  const address = location.href;
  beforeEach(soilClipboard);
  afterEach(() => {
    history.replaceState(null, '', address);
    clearFacts();
  });

  it('is labelled plain text on session, moment, page and browser', async () => {
    history.replaceState(null, '', '/checkout?card=4111#secret');
    const badge = await reporter({ appVersion: '1.2.3' });
    const { ok, id, text } = await copied(badge);
    expect(ok).to.equal(true);
    expect(id).to.equal(badge.session!.id);
    const found = lines(text);
    expect([...found.keys()]).to.deep.equal([
      'Session ID',
      'Started',
      'Now',
      'Page',
      'Browser',
      'Window',
      'Language',
      'Online',
      'Version',
      'Kept in',
    ]);
    expect(found.get('Session ID')).to.equal(id);
    expect(Date.parse(found.get('Started')!)).to.equal(badge.session!.startedAt);
    expect(found.get('Now')).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Date.now() - Date.parse(found.get('Now')!)).to.be.within(0, 10_000);
    expect(found.get('Page')).to.equal(`${location.origin}/checkout`);
    expect(found.get('Browser')).to.equal(navigator.userAgent);
    expect(found.get('Window')).to.equal(`${innerWidth}×${innerHeight}`);
    expect(found.get('Language')).to.equal(navigator.language);
    expect(found.get('Online')).to.equal('yes');
    expect(found.get('Version')).to.equal('1.2.3');
    expect(found.get('Kept in')).to.equal('cookie');
    expect(await pasted()).to.equal(text);
  });

  it('can be seen before it is copied: the very text', async () => {
    const badge = await reporter();
    await openPanel(badge);
    const seen = preview(badge);
    // Another second, so that a report of this moment is another one.
    const { now } = Date;
    try {
      Date.now = () => now() + 5000;
      // The click closes the panel.
      expect((await copied(badge)).text).to.equal(seen);
      expect(await pasted()).to.equal(seen);
      Date.now = () => now() + 120_000;
      const later = (await copied(badge)).text;
      expect(later).to.not.equal(seen);
      expect(lines(later).get('Session ID')).to.equal(lines(seen).get('Session ID'));
    } finally {
      Date.now = now;
    }
  });

  it('is made anew where something in it has changed since it was seen', async () => {
    const badge = await reporter();
    await openPanel(badge);
    part(badge, 'info').hidePopover();
    badge.manager!.describe(['GET /api/order 503']);
    expect((await copied(badge)).text).to.contain('GET /api/order 503');
  });

  it('follows the session, and never holds an earlier ID', async () => {
    const badge = await reporter();
    const first = badge.session!.id;
    await badge.manager!.renew('logout');
    await openPanel(badge);
    expect(preview(badge)).to.contain(badge.session!.id).and.not.to.contain(first);
    expect((await copied(badge)).text)
      .to.contain(badge.session!.id)
      .and.not.to.contain(first);
  });

  it('holds what the manager has been told: lines of this session, and those of a function, asked each time', async () => {
    const badge = await reporter();
    const { manager } = badge;
    manager!.describe(['checkout: 503 three times']);
    let failures = 0;
    const end = manager!.describe(() => [`failures: ${++failures}`]);
    manager!.describe(() => {
      throw new Error('a source that fails');
    });
    expect((await copied(badge)).text).to.match(/\ncheckout: 503 three times\nfailures: \d+$/);
    await manager!.renew();
    const { text } = await copied(badge);
    expect(text).to.contain('failures:').and.not.to.contain('checkout');
    end();
    expect((await copied(badge)).text).to.not.contain('failures');
  });

  it('keeps each of its lines a line', async () => {
    const badge = await reporter({ appVersion: '1\nSession ID: 0000\u202e0000' });
    badge.manager!.describe(['one\r\ntwo\u2028three']);
    const { text } = await copied(badge);
    expect(text.split('\n')).to.have.lengthOf(11);
    expect(text).to.contain('Version: 1 Session ID: 0000 0000\n').and.to.contain('\none two three');
  });

  it('speaks the language of the page', async () => {
    const badge = await reporter({ lang: 'nl' });
    const { text } = await copied(badge);
    expect([...lines(text).keys()].slice(0, 4)).to.deep.equal(['Sessie-ID', 'Begin', 'Nu', 'Pagina']);
  });

  it('is copied by a click that comes before its texts are there', async () => {
    const badge = await badgeWith(freshName(), { lang: 'cs' });
    const told = oneEvent(badge, 'session-id-copy') as Promise<CustomEvent<CopyOutcome>>;
    // In the click itself: nothing has been loaded for it.
    part(badge, 'copy-button').addEventListener('click', () => (badge.copyFormat = 'report'), { capture: true, once: true });
    await clickOn(badge, 'copy-button');
    const { ok, text } = (await told).detail;
    expect(ok).to.equal(true);
    expect(text).to.contain('ID relace: ');
    expect(await pasted()).to.equal(text);
  });

  it('leaves the ID, not the report, to the customer’s own keys', async () => {
    const badge = await reporter();
    const { execCommand } = document;
    Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: undefined });
    document.execCommand = () => false;
    try {
      const { id } = badge.session!;
      expect(await badge.copy()).to.deep.equal({ ok: false, reason: 'refused', manual: true, id, text: id });
    } finally {
      document.execCommand = execCommand;
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
    }
  });
});
