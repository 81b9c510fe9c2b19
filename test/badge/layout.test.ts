import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { SessionIdBadge } from '../../src/index.js';
import { clearFacts, dropCookie, freshName, until } from '../page.js';
import { part } from './badge-with.js';
import { directionOf, SOME_LANGUAGES } from './languages.js';
import { withClipboard } from './stand-in-clipboard.js';

/** A window of its own, so many CSS pixels wide, with the badge in a footer. */
async function inWindow(width: number, language: string, { style = '' } = {}): Promise<[Document, SessionIdBadge]> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe width=${width} height="600" style="border: 0"></iframe>`);
  frame.srcdoc = `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><style>body { margin: 8px } ${style}</style>
    <footer><session-id-badge cookie="${freshName()}" support-href="https://help.example/{session-id}"></session-id-badge> <b>after</b></footer>
    <script type="module" src="/src/define.ts"></script>`;
  await until(() => frame.contentDocument!.querySelector('session-id-badge')?.session, 'the badge in the window', 10_000);
  const page = frame.contentDocument!;
  const badge = page.querySelector('session-id-badge')!;
  await badge.updateComplete;
  return [page, badge];
}

describe('layout', () => {
  afterEach(clearFacts);

  for (const language of SOME_LANGUAGES) {
    it(`nothing moves from one state to another, in ${language}`, async () => {
      const page = await fixture<HTMLElement>(
        html`<p lang=${language} dir=${directionOf(language)}><session-id-badge></session-id-badge> <b>after</b></p>`,
      );
      const badge = page.querySelector('session-id-badge')!;
      const cookie = freshName();
      badge.cookie = cookie;
      const names = ['label', 'id', 'copy-button', 'info-button'];
      const places = () =>
        [badge, page.querySelector('b')!, ...names.map((name) => part(badge, name))]
          .map((element) => Object.values(element.getBoundingClientRect().toJSON()).map((at) => Math.round(Number(at) * 4) / 4))
          .join('\n');
      await badge.updateComplete;
      // At its first rendering the badge has no ID yet.
      const seen = [places()];
      await until(() => badge.session, 'the session');
      await badge.updateComplete;
      seen.push(places());
      for (const how of ['works', 'refuses'] as const) {
        await withClipboard(how, () => badge.copy());
        await badge.updateComplete;
        seen.push(places());
        await until(() => part(badge, 'status').textContent, 'the message');
        seen.push(places());
      }
      getSelection()!.removeAllRanges();
      const { id } = badge.session!;
      dropCookie(cookie);
      await until(() => badge.session?.id != id, 'the loss');
      await badge.updateComplete;
      seen.push(places());
      await until(() => badge.session, 'the new session');
      await badge.updateComplete;
      seen.push(places());
      part(badge, 'info').showPopover();
      await nextFrame();
      seen.push(places());
      part(badge, 'info').hidePopover();
      expect(new Set(seen).size, seen.join('\n\n')).to.equal(1);
    });

    it(`nothing is lost in a narrow window, nor with letters twice as large, in ${language}`, async function () {
      this.timeout(30_000);
      for (const [width, style] of [
        [320, ''],
        [640, 'html { font-size: 200% }'],
      ] as const) {
        const [page, badge] = await inWindow(width, language, { style });
        await withClipboard('works', () => badge.copy());
        await badge.updateComplete;
        expect(page.documentElement.scrollWidth, `${width}`).to.be.at.most(width);
        for (const name of ['label', 'id', 'copy-button', 'info-button', 'support-link']) {
          const { left, right, width: itsWidth } = part(badge, name).getBoundingClientRect();
          expect(left, `${name} at ${width}`).to.be.at.least(0);
          expect(right, `${name} at ${width}`).to.be.at.most(width);
          expect(itsWidth).to.be.above(0);
        }
        const [first, ...groups] = [...part(badge, 'id').children].map((group) => group.getBoundingClientRect().top);
        for (const top of groups) expect(top, `a group at ${width}`).to.equal(first);
      }
    });
  }

  it('targets are 24 px, and 44 px for fingers', async () => {
    const [, badge] = await inWindow(640, 'en');
    const sizes = () =>
      ['copy-button', 'info-button', 'support-link'].map((name) => {
        const { width, height } = part(badge, name).getBoundingClientRect();
        return Math.min(width, height);
      });
    for (const size of sizes()) expect(size).to.be.at.least(24);
    // As if the pointer were coarse: the rules for it, without the condition.
    const [sheet] = badge.shadowRoot!.adoptedStyleSheets;
    const coarse = [...sheet!.cssRules].find((rule) => rule.cssText.startsWith('@media (pointer: coarse)'));
    const inner = [...(coarse as CSSMediaRule).cssRules].map(({ cssText }) => cssText).join('\n');
    sheet!.insertRule(`@media all { ${inner} }`, sheet!.cssRules.length);
    for (const size of sizes()) expect(size).to.be.at.least(44);
  });
});
