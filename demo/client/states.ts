import type { SessionIdBadge } from '../../src/index.ts';

/** Nobody's session: it never comes, and the badge is pending for as long as the page is there. */
const source = { getSessionId: () => null };

const part = <Element extends HTMLElement>(selector: string) => document.querySelector<Element>(selector)!;

function addPending(state: string): SessionIdBadge {
  const badge = document.createElement('session-id-badge');
  badge.source = source;
  part(`#${state} .shown`).append(badge);
  return badge;
}

addPending('pending');
addPending('not-copied').copy();

part('#earlier button').addEventListener('click', () => {
  part<SessionIdBadge>('#earlier session-id-badge').manager!.renew('logout');
});

part('#panel button').addEventListener('click', () => {
  part('#panel session-id-badge').shadowRoot!.querySelector<HTMLElement>('[part=info-button]')!.click();
});

part('#languages select').addEventListener('change', ({ target }) => {
  const { lang, dir } = (target as HTMLSelectElement).selectedOptions[0]!;
  Object.assign(part('#languages .spoken'), { lang, dir });
});
