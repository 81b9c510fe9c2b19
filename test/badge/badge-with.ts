import { fixture, html, oneEvent } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { SessionIdBadge } from '../../src/index.js';
import { freshName, until } from '../page.js';

export const part = (badge: Element, name: string): HTMLElement => badge.shadowRoot!.querySelector(`[part~="${name}"]`)!;

/** A badge on the page, with its session settled, shown and told. */
export async function badgeWith(cookie = freshName(), properties: Partial<SessionIdBadge> = {}): Promise<SessionIdBadge> {
  const parent = await fixture(html`<div></div>`);
  const badge = Object.assign(document.createElement('session-id-badge'), { cookie, ...properties });
  const told = oneEvent(badge, 'session-change');
  parent.append(badge);
  await told;
  await badge.updateComplete;
  return badge;
}

/** A real click, in the middle of a part. */
export async function clickOn(badge: Element, name: string): Promise<void> {
  const { x, y, width, height } = part(badge, name).getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
}

/** Opens the panel, and waits for what is in it. */
export async function openPanel(badge: SessionIdBadge): Promise<void> {
  part(badge, 'info').showPopover();
  await until(() => part(badge, 'info').querySelector('#explanation'), 'the explanation');
}
