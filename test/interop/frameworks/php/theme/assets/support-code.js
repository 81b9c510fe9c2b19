/* global document */
import 'session-id-badge';

const badge = document.querySelector('session-id-badge');
badge.maxDuration = 3_600_000;
badge.words = {
  label: 'Support code',
  copy: 'Copy session ID',
  copied: 'Copied',
  failed: 'Not copied',
  press: 'Press Ctrl/⌘+C',
  info: 'What is this?',
  support: 'Contact support',
};

function log(text) {
  const line = document.createElement('li');
  line.textContent = text;
  document.querySelector('#log').append(line);
}
badge.addEventListener('session-change', ({ detail }) => log(`${detail.reason} ${detail.session.id}`));
badge.addEventListener('session-id-copy', ({ detail }) => log(`copied ${detail.id}`));
badge.addEventListener('session-id-copy-error', () => log('not copied'));

const onClick = (id, action) => document.getElementById(id).addEventListener('click', action);
onClick('sign-in', () => (badge.signedIn = true));
onClick('sign-out', () => (badge.signedIn = false));
onClick('forget', () => (badge.signedIn = undefined));
const footer = document.querySelector('footer');
onClick('toggle', () => (badge.isConnected ? badge.remove() : footer.append(badge)));

document.body.dataset.ready = '';
