import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sessionIdTime } from '../../../src/session/session-id.ts';
import type { App } from './apps.ts';
import type { Visit } from './visit.ts';
import { folderOf } from './workplace.ts';

/** An app that is served, in one of its two modes. */
export interface Stage {
  readonly app: App;
  readonly url: string;
  /** A customer who was never here, on no page yet. */
  visit(): Promise<Visit>;
  /** The errors and warnings of all visits until now. */
  readonly said: readonly string[];
}

/** `production` as the app is built, `dev` on the framework's dev server. */
export type Mode = 'production' | 'dev';

/** Something that holds in every framework. */
export interface Check {
  /** A column of the table. */
  readonly title: string;
  readonly modes: readonly Mode[];
  /** Whether there is such a thing in that app. */
  readonly concerns: (app: App) => boolean;
  run(stage: Stage): Promise<void>;
}

const BOTH: readonly Mode[] = ['production', 'dev'];
const all = () => true;
const DAY = 86_400_000;

/** Opens the page and resolves to the ID that it starts with. */
async function start(visit: Visit): Promise<string> {
  await visit.open();
  const { shown, cookie, log } = await visit.lookAfter(1);
  assert.match(shown, /^[0-9a-hjkmnp-tv-z]{16}$/);
  assert.equal(cookie, shown);
  assert.deepEqual(log, [`start ${shown}`]);
  return shown;
}

async function copies(visit: Visit, id: string): Promise<void> {
  await visit.click('session-id-badge >>> [part=copy-button]');
  await visit.wait((line) => document.querySelector('#log li:last-child')?.textContent.trim() == line, `copied ${id}`);
}

async function firstRender({ visit }: Stage): Promise<void> {
  const customer = await visit();
  const id = await start(customer);
  await customer.reload();
  assert.deepEqual(await customer.lookAfter(1), { shown: id, cookie: id, log: [`resume ${id}`] });
}

async function attributes({ visit }: Stage): Promise<void> {
  const customer = await visit();
  const id = await start(customer);
  const given = await customer.ask((badge) => ({
    appVersion: badge.appVersion,
    maxDuration: badge.maxDuration,
    label: badge.shadowRoot!.querySelector('[part=label]')!.textContent.trim(),
    support: badge.shadowRoot!.querySelector<HTMLAnchorElement>('[part=support-link]')?.href,
  }));
  assert.deepEqual(given, {
    appVersion: '4.2.0',
    maxDuration: 3_600_000,
    label: 'Support code',
    support: `https://help.example/?session=${id}`,
  });
}

/** Resolves when the badge has that value, as text. */
const signedIn = (visit: Visit, value: 'true' | 'false' | 'undefined'): Promise<void> =>
  visit.wait((text) => String(document.querySelector('session-id-badge')?.signedIn) == text, value);

async function signingIn({ visit }: Stage): Promise<void> {
  const customer = await visit();
  const first = await start(customer);
  assert.equal(await customer.ask((badge) => badge.signedIn), undefined);
  assert.equal(await customer.ask((badge) => badge.hasAttribute('signed-in')), false);

  await customer.click('#sign-in');
  await signedIn(customer, 'true');
  await customer.click('#sign-out');
  const after = await customer.lookAfter(2);
  assert.notEqual(after.shown, first);
  assert.deepEqual(after, { shown: after.shown, cookie: after.shown, log: [`start ${first}`, `logout ${after.shown}`] });
  assert.equal(await customer.ask((badge) => badge.signedIn), false);
  await customer.click('#forget');
  await signedIn(customer, 'undefined');
  assert.deepEqual(await customer.look(), after);
}

/** The state comes from the address, as from the server's session. By somebody else: a second logout within a second is none. */
async function signedInAtFirst({ visit }: Stage): Promise<void> {
  const customer = await visit();
  await customer.open('?signed-in=true');
  await signedIn(customer, 'true');
  const before = await customer.lookAfter(1);
  assert.deepEqual(before.log, [`start ${before.shown}`]);
  await customer.open('?signed-in=false');
  await customer.wait(() => document.querySelector('#log')?.textContent.includes('logout '));
  const { shown, cookie, log } = await customer.look();
  assert.notEqual(shown, before.shown);
  assert.equal(cookie, shown);
  // Where the state comes late the session was resumed before.
  assert.deepEqual(
    log.filter((line) => line != `resume ${before.shown}`),
    [`logout ${shown}`],
  );
}

async function copying({ visit }: Stage): Promise<void> {
  const customer = await visit();
  const id = await start(customer);
  await copies(customer, id);
  assert.deepEqual((await customer.look()).log, [`start ${id}`, `copied ${id}`]);
}

async function toggling({ visit }: Stage): Promise<void> {
  const customer = await visit();
  const id = await start(customer);
  await customer.click('#toggle');
  await customer.wait(() => !document.querySelector('session-id-badge'));
  await customer.click('#toggle');
  // Each badge tells the change that it finds: a new element once more.
  await customer.wait((shown) => document.querySelector('session-id-badge')?.session?.id == shown, id);
  const { shown, cookie, log } = await customer.look();
  assert.deepEqual({ shown, cookie }, { shown: id, cookie: id });
  assert.deepEqual([...new Set(log)], [`start ${id}`]);
  await copies(customer, id);
}

async function serverRendered({ app, url }: Stage): Promise<void> {
  const tag = async (query: string): Promise<string> => {
    const html = await (await fetch(url + query)).text();
    // No ID is there before the browser has one. The hash of a file may look like one, but not of today.
    const words = html.match(/\b\w{16}\b/g) ?? [];
    assert.deepEqual(
      words.filter((word) => Date.now() - sessionIdTime(word)! < DAY),
      [],
    );
    const tags = html.match(/<session-id-badge(?:\s[^>]*)?>/g) ?? [];
    assert.equal(tags.length, 1, `${tags.length} badges in ${html}`);
    return tags[0]!;
  };
  assert.doesNotMatch(await tag(''), /\ssigned-in/);
  if (app.rendering == 'build') return;
  assert.match(await tag('?signed-in=true'), /\ssigned-in(="(true)?")?[\s>]/);
  assert.match(await tag('?signed-in=false'), /\ssigned-in="false"/);
}

async function editing({ visit, app }: Stage): Promise<void> {
  const customer = await visit();
  const id = await start(customer);
  const file = path.join(folderOf(app), app.edited!);
  const before = readFileSync(file, 'utf8');
  assert.equal(before.split('Before').length, 2, `${app.edited} has to say Before once`);
  writeFileSync(file, before.replace('Before', 'After'));
  await customer.wait(() => document.querySelector('#edit')?.textContent.trim() == 'After');
  await customer.wait(
    (shown) => document.querySelector('[data-ready]') && document.querySelector('session-id-badge')?.session?.id == shown,
    id,
  );
  await copies(customer, id);
  const { shown, cookie, log } = await customer.look();
  assert.deepEqual({ shown, cookie }, { shown: id, cookie: id });
  // Some load the page again, some make a new element, some keep all.
  assert.deepEqual(
    log.filter((line) => !/^(start|resume) /.test(line) || !line.endsWith(id)),
    [`copied ${id}`],
  );
}

async function quiet({ said }: Stage): Promise<void> {
  assert.deepEqual(said, []);
}

/** In the order in which they are made. */
export const checks: readonly Check[] = [
  { title: 'one session', modes: BOTH, concerns: all, run: firstRender },
  { title: 'attributes, properties', modes: BOTH, concerns: all, run: attributes },
  { title: 'signed-in', modes: BOTH, concerns: all, run: signingIn },
  { title: 'signed-in at first', modes: BOTH, concerns: all, run: signedInAtFirst },
  { title: 'copy', modes: BOTH, concerns: all, run: copying },
  { title: 'removed, put back', modes: BOTH, concerns: all, run: toggling },
  { title: 'in the HTML', modes: ['production'], concerns: ({ rendering }) => rendering != 'browser', run: serverRendered },
  { title: 'hot reload', modes: ['dev'], concerns: ({ edited }) => !!edited, run: editing },
  // The last, since it judges all of them.
  { title: 'quiet console', modes: BOTH, concerns: all, run: quiet },
];
