/** Pages of strict and strange hosts, and what a badge has to do there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CopyOutcome, SessionIdBadge } from '../../src/index.ts';
import type { Browser } from './browser.ts';
import { fillClipboard, readClipboard } from './clipboard.ts';
import type { Reply, Route } from './site.ts';
import type { Path, Tab } from './tab.ts';

declare global {
  /** The document that the badge is in: the page's, or that in its frame. */
  var view: () => Document;
  /** The badge there, also in the shadow root of another element. */
  var badge: () => SessionIdBadge | null;
  /** What the page has seen since its first script. */
  var seen: {
    /** What the Content-Security-Policy has refused. */
    violations: string[];
    /** What nobody caught, and what went to the console as a warning or an error. */
    errors: string[];
    /** How much has moved, where the browser can say it (Chromium). */
    moved: number;
    outcome: CopyOutcome | null;
  };
}

/** A script, as a site serves it. */
export const script = (body: string): Reply => ({ headers: { 'content-type': 'text/javascript' }, body });

/** A file of its own, since strict hosts forbid inline scripts. */
const WITNESS = `
globalThis.view = () => document.querySelector('iframe')?.contentDocument ?? document;
globalThis.badge = (root = view()) => root.querySelector('session-id-badge') ??
  [...root.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot && badge(shadowRoot)).find(Boolean);
globalThis.seen = { violations: [], errors: [], moved: 0, outcome: null };
document.addEventListener('securitypolicyviolation', (event) =>
  seen.violations.push([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));
addEventListener('error', (event) => seen.errors.push(String(event.message)));
addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
for (const level of ['warn', 'error']) console[level] = (...parts) => seen.errors.push(parts.map(String).join(' '));
for (const type of ['session-id-copy', 'session-id-copy-error']) addEventListener(type, ({ detail }) => (seen.outcome = detail));
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (seen.moved += value)))
    .observe({ type: 'layout-shift', buffered: true });
`;

/** The style sheet that the README asks for, so that nothing moves when the script arrives: the very one. */
const ROOM = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8').match(/```css\n(.*?)```/s)![1]!;

/** What every page made by `hostPage` loads. */
export const hostRoutes: Record<string, Route> = {
  '/witness.js': script(WITNESS),
  '/room.css': { headers: { 'content-type': 'text/css' }, body: ROOM },
};

/** A whole page: nothing inline in it but what `body` and `head` bring. `scripts` are modules, in that order. */
export function hostPage(
  body: string,
  { csp, scripts = ['/dist/cdn.js'], head = '' }: { csp?: string; scripts?: readonly string[]; head?: string } = {},
): Reply {
  return {
    headers: csp ? { 'content-security-policy': csp } : {},
    body: `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>shop</title>
<script src="/witness.js"></script>
<link rel="stylesheet" href="/room.css">
${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('\n')}
${head}
</head>
<body>
${body}
</body>
</html>`,
  };
}

/** The ID that the badge shows, as soon as it does. */
export const shownId = (tab: Tab): Promise<string> =>
  tab.waitFor(() => globalThis.badge()?.shadowRoot?.querySelector('[part=id]')?.textContent);

/** A real click on the button puts the ID that is shown on the real clipboard. `path` leads to the badge. */
export async function assertCopies(browser: Browser, tab: Tab, path: Path = 'session-id-badge'): Promise<void> {
  const id = await shownId(tab);
  assert.match(id, /^[0-9a-hjkmnp-tv-z]{16}$/);
  await fillClipboard(browser, 'something else');
  await tab.click([path, '[part=copy-button]'].flat());
  assert.deepEqual(await tab.waitFor(() => globalThis.seen.outcome), { ok: true, method: 'clipboard', id, text: id });
  assert.equal(await readClipboard(browser), id);
}

/** How many copy buttons the badge has. */
export const copyButtons = (tab: Tab): Promise<number> =>
  tab.evaluate(() => globalThis.badge()!.shadowRoot!.querySelectorAll('[part=copy-button]').length);

/** Nothing that a host would find in its console or in its reports. */
export async function assertQuiet(tab: Tab): Promise<void> {
  const { violations, errors } = await tab.evaluate(() => globalThis.seen);
  assert.deepEqual({ violations, errors }, { violations: [], errors: [] });
}
