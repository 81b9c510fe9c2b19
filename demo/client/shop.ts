import '../../src/define.ts';
import { listenToButtons } from './buttons.ts';
import { showLoggedOut } from './login-display.ts';
import { logSession } from './session-log.ts';

logSession();
listenToButtons();
// A logout in another tab, too: the badge hears of it there, so this page need not go on greeting the customer.
document.body.addEventListener('session-change', ({ detail }) => {
  if (detail.reason == 'logout') showLoggedOut();
});
