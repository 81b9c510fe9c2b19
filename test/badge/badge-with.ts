import { fixture, html, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { SessionIdBadge } from '../../src/index.js';
import { freshName } from '../page.js';

export const part = (badge: Element, name: string): HTMLElement => badge.shadowRoot!.querySelector(`[part~="${name}"]`)!;

/** A badge on the page, with its session settled, shown and told. */
export async function badgeWith(cookie = freshName()): Promise<SessionIdBadge> {
  const parent = await fixture(html`<div></div>`);
  const badge = document.createElement('session-id-badge');
  badge.cookie = cookie;
  const told = oneEvent(badge, 'session-change');
  parent.append(badge);
  await told;
  await badge.updateComplete;
  return badge;
}
