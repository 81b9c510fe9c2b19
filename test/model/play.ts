import type vm from 'node:vm';
import { flush } from './clock.ts';
import { Origin } from './origin.ts';
import { COOKIE, isValid, Rules } from './rules.ts';
import { MOST_TABS, type Action, type Scenario } from './scenario.ts';
import { Tab, type Visit } from './tab.ts';

const HOUR = 3_600_000;
/** All tabs agree after it, in ms, however few events the browser tells. */
const CONVERGED = 2000;

/** Plays a scenario with the real engine. Throws what rule was broken, and the whole story. */
export async function play(engine: vm.Script, scenario: Scenario): Promise<Rules> {
  const { mode, tellsRepeats, noise } = scenario;
  const origin = new Origin(mode, tellsRepeats, noise);
  const rules = new Rules(origin);
  const { clock } = origin;
  const tabs: Tab[] = [];
  let opened = 0;
  /** Renewals asked for that have not been answered. */
  const asked = new Map<Visit, number>();

  const visits = () => tabs.map((tab) => tab.visit);
  const judge = () => {
    if (rules.breach) throw new Error(`${rules.breach}\n${rules.timeline}`);
  };

  const open = (hidden: boolean) => {
    const tab = new Tab('ABCDEFGHIJKLMNOPQRSTUVWXYZ'[opened++]!, origin, engine, rules);
    tabs.push(tab);
    tab.load(hidden);
  };
  const end = (tab: Tab, crashes: boolean) => {
    rules.log(tab.visit, crashes ? 'crashes' : 'ends');
    // What it has begun may be lost, and is then begun again.
    rules.disturb();
    if (crashes) rules.factsKept = false;
    asked.delete(tab.visit);
    tab.visit.page.end(crashes);
  };
  const renew = async (visit: Visit, reason: 'logout' | 'renew') => {
    const before = visit.manager.session?.id;
    rules.log(visit, 'is asked to', reason);
    rules.causes++;
    if (!visit.told.length) rules.askedEarly.add(visit);
    asked.set(visit, (asked.get(visit) ?? 0) + 1);
    const session = await visit.manager.renew(reason);
    if (!asked.has(visit)) return;
    asked.set(visit, asked.get(visit)! - 1);
    rules.renewed(visit, reason, before, session);
  };
  const write = (value: string | undefined, tab?: Tab) => {
    rules.log(tab?.visit, 'somebody writes', value ?? 'no cookie');
    rules.spoil();
    // A tab that sees somebody else's ID notes when that was, in place of what it knew.
    if (isValid(value)) rules.factsKept = false;
    if (tab) tab.visit.page.cookies.write(`${COOKIE}=${value ?? ''}; Path=/${value === undefined ? '; Max-Age=0' : ''}`);
    else origin.cookies.set(COOKIE, value!);
  };

  const act = (action: Action) => {
    const tab = 'tab' in action && action.tab !== undefined ? tabs[action.tab % tabs.length] : undefined;
    switch (action.do) {
      case 'open':
        if (tabs.length < MOST_TABS) open(action.hidden);
        return;
      case 'move the clock':
        rules.log(undefined, 'the clock moves by', action.hours, 'h');
        clock.moved += action.hours * HOUR;
        rules.disturb();
        return;
      case 'clear':
        rules.log(undefined, 'the customer clears', action.what);
        if (action.what != 'storage') {
          rules.spoil();
          origin.cookies.clear();
        }
        if (action.what != 'cookies') {
          // With them goes what tells a clear loop.
          rules.resets = [];
          rules.factsKept = false;
          origin.local.clear();
        }
        return;
      case 'write': {
        const value = typeof action.value == 'number' ? rules.held.at(-action.value) : action.value;
        if (value !== undefined) write(value, tab);
        return;
      }
    }
    if (!tab) return;
    const { visit } = tab;
    switch (action.do) {
      case 'close':
      case 'crash':
        end(tab, action.do == 'crash');
        tabs.splice(tabs.indexOf(tab), 1);
        return;
      case 'reload':
        end(tab, false);
        return tab.load(visit.page.hidden);
      case 'hide':
      case 'show':
        return visit.page.show(action.do == 'hide');
      case 'focus':
        return visit.page.dispatch('focus');
      case 'read':
        return visit.page.process.run(() => rules.read(visit));
      case 'click':
        rules.log(visit, 'is clicked');
        return visit.page.dispatch('pointerdown');
      case 'logout':
      case 'renew':
        return void renew(visit, action.do);
      case 'delete cookie':
        return write(undefined, tab);
    }
  };

  const rest = async (duration: number) => {
    await clock.advance(duration);
    judge();
  };
  const agree = (among = visits()) => {
    rules.agree(among);
    judge();
  };

  for (let i = 0; i < scenario.tabs; i++) open(false);
  for (const action of scenario.actions) {
    if (action.do == 'wait') await clock.advance(action.ms);
    else if (action.do == 'clear again and again') {
      for (let i = 0; i < action.times; i++) {
        act({ do: 'clear', what: 'cookies' });
        await clock.advance(action.every);
      }
    } else act(action);
    await flush();
    judge();
  }

  await rest(CONVERGED);
  // The events of `cookieStore` do not wait for a tab to be shown.
  agree(visits().filter(({ page }) => mode == 'secure' || !page.hidden));
  if (mode == 'plain http' && rules.isToldToAll) {
    // Nor does the `storage` event, but the timers of tabs in the background do.
    await rest(CONVERGED);
    agree();
  }
  rules.log(undefined, 'all are shown');
  for (const { page } of visits()) page.show(false);
  await rest(CONVERGED);
  agree();
  const [lastWrite, lastTold] = [rules.lastWrite, rules.lastTold];
  await rest(scenario.quiet);
  agree();
  if (rules.lastWrite > lastWrite || rules.lastTold > lastTold) rules.failed(undefined, 'there is no peace');
  for (const [visit, count] of asked) if (count) rules.failed(visit, 'has been asked to renew, and does not answer');

  // The customer comes back, and uses all of them at once.
  rules.log(undefined, 'all are clicked');
  // Where the session has expired, those that keep it to themselves begin one each.
  rules.causes += 1 + visits().filter(({ manager }) => manager.session?.persistence != 'cookie').length;
  for (const { page } of visits()) page.dispatch('pointerdown');
  await rest(CONVERGED);
  agree();
  for (const visit of visits()) if (isValid(visit.manager.session?.id)) rules.fresh(visit, visit.manager.session.id);
  rules.count();
  judge();
  return rules;
}
