import type { SessionIdBadge } from '../../src/index.ts';
import { isLoggedIn, showLoggedOut } from './login-display.ts';

/** Makes the buttons of the strip work. */
export function listenToButtons(): void {
  onClick('reset-script', resetByScript);
  onClick('reset-server', resetByServer);
  onClick('log-out-script', logOutByScript);
}

/** Does the work on a click and says how it ended, where that can be read out. */
function onClick(id: string, work: () => string | Promise<string>): void {
  const status = document.querySelector('#session-log-status')!;
  document.querySelector(`#${id}`)!.addEventListener('click', async () => {
    try {
      status.textContent = await work();
    } catch (error) {
      status.textContent = `That did not work: ${(error as Error).message}`;
    }
  });
}

function resetByScript(): string {
  const names = document.cookie.split('; ').flatMap((pair) => pair.split('=')[0] || []);
  for (const name of names) document.cookie = `${name}=; Max-Age=0; Path=/`;
  return `Deleted by script: ${names.join(', ') || 'nothing'}. The login is out of a script's reach and stays.`;
}

async function resetByServer(): Promise<string> {
  await post('/reset');
  return 'The server has deleted all cookies, the login too. The shop will notice at the next page.';
}

async function logOutByScript(): Promise<string> {
  if (!isLoggedIn()) return 'Nobody is logged in on this page.';
  await post('/api/logout');
  await document.querySelector<SessionIdBadge>('session-id-badge[signed-in]')!.manager!.renew('logout');
  showLoggedOut();
  return 'Logged out on the server, and told the badge.';
}

async function post(path: string): Promise<void> {
  const response = await fetch(path, { method: 'POST' });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
}
