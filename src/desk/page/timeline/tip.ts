import { html, type TemplateResult } from 'lit';
import type { L10n } from '../l10n.ts';
import { explain } from './explain.ts';
import type { Mark } from './marks.ts';

/** What a mark is, for who points at it. Its own name says the same to who cannot see it. */
export function tipTemplate(mark: Mark, site: string, l10n: L10n): TemplateResult {
  const { title, lines } = explain(mark, site, l10n);
  return html`<div class="tip" aria-hidden="true">
    <strong>${title}</strong>${lines.map((line) => html`<div>${line}</div>`)}
  </div>`;
}

/**
 * Puts the tip beside its mark, `top` px from the top, on the side of a picture of that width (px) where there is more room. Not in the
 * template: a policy without inline styles forbids the attribute.
 */
export function placeTip(tip: HTMLElement, { x }: Mark, width: number, top: number): void {
  const isRight = x > width / 2;
  tip.style.left = isRight ? 'auto' : `${Math.max(8, x)}px`;
  tip.style.right = isRight ? `${Math.max(8, width - x)}px` : 'auto';
  tip.style.top = `${top}px`;
}
