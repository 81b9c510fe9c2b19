import { expect, fixture, html } from '@open-wc/testing';
import type { SessionIdBadge, Texts, Words } from '../../src/index.js';
import { clearFacts, consoleDuring, firstLine, freshName, until } from '../page.js';
import { badgeWith, openPanel, part } from './badge-with.js';
import { LANGUAGES } from './languages.js';

const labelOf = (badge: Element) => part(badge, 'label').textContent!.trim();
const WORDS: Words = {
  label: 'Sesje-ID',
  copy: 'Sesje-ID kopiearje',
  copied: 'Kopiearre',
  failed: 'Net kopiearre',
  press: 'Druk op Ctrl/⌘+C',
  info: 'Wat is dit?',
  support: 'Nei de helpdesk',
};

describe('languages', () => {
  afterEach(clearFacts);

  it('are eighteen, each with words and texts of its own', async () => {
    const badge = await badgeWith();
    const explanations = new Set<string>();
    const names = new Set<string>();
    for (const language of LANGUAGES) {
      badge.lang = language;
      await badge.updateComplete;
      names.add(part(badge, 'copy-button').getAttribute('aria-label')!);
      expect(badge.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal(language);
      await openPanel(badge);
      explanations.add(part(badge, 'info').querySelector('slot')!.textContent!);
      part(badge, 'info').hidePopover();
      await until(() => !part(badge, 'info').querySelector('slot'), 'the end of the panel');
    }
    expect(names.size).to.equal(LANGUAGES.length);
    expect(explanations.size).to.equal(LANGUAGES.length);
    for (const explanation of explanations) expect(explanation.length).to.be.above(60);
  });

  it('follow a change of lang around the badge, across shadow roots', async () => {
    const page = await fixture(html`<section lang="de"><div></div></section>`);
    const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
    root.innerHTML = `<p><session-id-badge cookie="${freshName()}"></session-id-badge></p>`;
    const badge = root.querySelector('session-id-badge')!;
    await badge.updateComplete;
    expect(labelOf(badge)).to.equal('Sitzungs-ID');
    page.setAttribute('lang', 'fr-CA');
    await until(() => labelOf(badge) == 'ID de session', 'French');
    root.querySelector('p')!.lang = 'NL';
    await until(() => labelOf(badge) == 'Sessie-ID', 'Dutch');
    root.querySelector('p')!.removeAttribute('lang');
    await until(() => labelOf(badge) == 'ID de session', 'French again');
    document.documentElement.lang = 'sv';
    page.removeAttribute('lang');
    await until(() => labelOf(badge) == 'Sessions-ID', 'Swedish');
    document.documentElement.lang = 'en';
    await until(() => labelOf(badge) == 'Session ID', 'English');
  });

  it('change in the open panel, too', async () => {
    const badge = await badgeWith();
    await openPanel(badge);
    badge.lang = 'it';
    await until(() => part(badge, 'info').textContent!.includes('Chiudi'), 'Italian');
    part(badge, 'info').hidePopover();
  });

  it('never flash up in another one: the first rendering has the right words', async () => {
    const page = await fixture(html`<div lang="uk"></div>`);
    const seen: string[] = [];
    const badge = document.createElement('session-id-badge');
    badge.cookie = freshName();
    page.append(badge);
    const observer = new MutationObserver(() => seen.push(labelOf(badge)));
    observer.observe(badge.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await until(() => badge.session, 'the session');
    await badge.updateComplete;
    observer.disconnect();
    expect(new Set(seen)).to.deep.equal(new Set(['ID сеансу']));
  });

  it('that are none are named once, and English speaks, marked as such', async () => {
    const said = await consoleDuring('warn', async () => {
      const page = await fixture(html`<p lang="qya-QYA"></p>`);
      for (let i = 0; i < 2; i++) {
        const badge = document.createElement('session-id-badge');
        page.append(badge);
        await badge.updateComplete;
        expect(labelOf(badge)).to.equal('Session ID');
        expect(badge.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('en');
      }
    });
    expect(said.map(firstLine)).to.deep.equal(['session-id-badge: lang "qya" ignored: using en']);
  });

  it('are not missed in a page that names none, or an empty one', async () => {
    const said = await consoleDuring('warn', async () => {
      const badge = await fixture<SessionIdBadge>(html`<session-id-badge lang="" cookie=${freshName()}></session-id-badge>`);
      expect(labelOf(badge)).to.equal('Session ID');
    });
    expect(said).to.deep.equal([]);
  });

  it('can be the host’s own', async () => {
    const said = await consoleDuring('warn', async () => {
      const { default: en } = await import('../../src/badge/locales/en.js');
      const texts: Texts = { ...en, explanation: 'Dizze ID…', close: 'Slute' };
      const badge = await badgeWith(undefined, { lang: 'fy', words: WORDS, texts });
      expect(labelOf(badge)).to.equal('Sesje-ID');
      expect(part(badge, 'info-button').getAttribute('aria-label')).to.equal('Wat is dit?');
      expect(badge.shadowRoot!.querySelector('[lang]')!.getAttribute('lang')).to.equal('fy');
      await openPanel(badge);
      expect(part(badge, 'info').textContent).to.contain('Dizze ID…').and.to.contain('Slute');
    });
    expect(said).to.deep.equal([]);
  });

  it('of a host that leaves something out are filled up, and each gap is named once', async () => {
    const said = await consoleDuring('warn', async () => {
      const words = { ...WORDS, support: undefined };
      const badge = await badgeWith(undefined, {
        lang: 'nl',
        words: { ...words, label: 7 } as unknown as Words,
        texts: { close: 'Slute' } as unknown as Texts,
        supportHref: 'https://help.example/{session-id}',
      });
      expect(labelOf(badge)).to.equal('Sessie-ID');
      expect(part(badge, 'copy-button').getAttribute('aria-label')).to.equal('Sesje-ID kopiearje');
      expect(part(badge, 'support-link').textContent).to.equal('Naar de helpdesk');
      await openPanel(badge);
      expect(part(badge, 'info').textContent).to.contain('Deze ID staat').and.to.contain('Slute');
    });
    expect(said.map((text) => firstLine(text).replace('session-id-badge: ', ''))).to.include.members([
      'words "label" ignored: missing',
      'words "support" ignored: missing',
      'texts "explanation" ignored: missing',
    ]);
    expect(new Set(said).size).to.equal(said.length);
  });
});
