/** Shows on this page that nobody is logged in any more, and tells the badge so that was told of logins before. */
export function showLoggedOut(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-login]')) part.hidden = part.dataset.login == 'in';
  for (const badge of document.querySelectorAll('session-id-badge[signed-in]')) badge.setAttribute('signed-in', 'false');
}

export const isLoggedIn = (): boolean => !!document.querySelector('session-id-badge[signed-in="true"]');
