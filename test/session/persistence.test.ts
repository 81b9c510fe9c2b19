import { aTimeout, expect } from '@open-wc/testing';
import { getSessionManager } from '../../src/session/index.js';
import { mintSessionId } from '../../src/session/session-id.js';
import { changesOf, clearFacts, consoleDuring, cookieValue, dropCookie, freshName, setCookie, until } from '../page.js';

const OWN = mintSessionId(Date.now());

/** What is kept of that name, in any place. */
const kept = (cookie: string) => [cookieValue(cookie), sessionStorage[cookie], localStorage['session-id-badge']];

describe('persistence', () => {
  // Changes of this option clear the facts of the whole origin, so each test begins without.
  beforeEach(clearFacts);

  it('in memory stores nothing, and begins new sessions all the same', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, persistence: 'memory', signedIn: true });
    const session = (await manager.ready)!;
    expect(session.persistence).to.equal('memory');
    const next = await manager.renew('logout');
    expect(next.id).to.not.equal(session.id);
    expect(await manager.renew('logout')).to.equal(next);
    dispatchEvent(new Event('focus'));
    await manager.renew();
    expect(kept(cookie)).to.deep.equal([undefined, undefined, undefined]);
    expect(changesOf(manager)[0]).to.include({ reason: 'renew', sequence: 3 });
  });

  it('in the tab stores in sessionStorage alone', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, persistence: 'tab' });
    const { id, persistence } = (await manager.ready)!;
    expect(persistence).to.equal('tab');
    expect(kept(cookie)).to.deep.equal([undefined, id, undefined]);
    const next = await manager.renew();
    expect(kept(cookie)).to.deep.equal([undefined, next.id, undefined]);
  });

  it('keeps the ID when consent is given, withdrawn, and given again, and none of that is a change of session', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, persistence: 'memory' });
    const changes = changesOf(manager);
    const { id } = (await changes.next()).session;
    for (const persistence of ['cookie', 'memory', 'tab', 'cookie', 'tab', 'memory'] as const) {
      getSessionManager({ cookie, persistence });
      await until(() => manager.session!.persistence == persistence, persistence);
      expect(manager.session!.id).to.equal(id);
      const [inCookie, inTab, facts] = kept(cookie);
      expect(inCookie, `cookie in ${persistence}`).to.equal(persistence == 'cookie' ? id : undefined);
      expect(inTab, `tab in ${persistence}`).to.equal(persistence == 'tab' ? id : undefined);
      expect(!!facts, `facts in ${persistence}`).to.equal(persistence == 'cookie');
    }
    expect(changes).to.have.lengthOf(1);
  });

  it('without consent takes over what an earlier page has stored, and deletes it', async () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    sessionStorage[cookie] = OWN;
    const manager = getSessionManager({ cookie, persistence: 'memory' });
    expect(manager.session).to.include({ id: OWN, persistence: 'memory' });
    expect(changesOf(manager)[0]).to.include({ reason: 'resume', source: 'outside' });
    await until(() => kept(cookie).every((value) => value === undefined), 'nothing left');
    dispatchEvent(new Event('focus'));
    await manager.renew();
    expect(kept(cookie)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('follows a consent that was given elsewhere', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, persistence: 'memory' });
    const changes = changesOf(manager);
    const { session: first } = await changes.next();
    // A page that has just said no takes out what it finds.
    await aTimeout(0);
    setCookie(cookie, OWN);
    // For engines that tell nothing on their own here.
    dispatchEvent(new Event('focus'));
    const change = await changes.next();
    expect(change).to.deep.include({ reason: 'adopted', previous: first });
    expect(change.session).to.include({ id: OWN, persistence: 'cookie' });
    dropCookie(cookie);
    dispatchEvent(new Event('focus'));
    expect(await changes.next()).to.include({ reason: 'cookie-reset' });
    expect(cookieValue(cookie)).to.equal(manager.getSessionId());
  });

  it('of another kind is passed over, with one error', async () => {
    const cookie = freshName();
    const said = await consoleDuring('error', () => {
      getSessionManager({ cookie, persistence: 'disk' as 'tab' });
      getSessionManager({ cookie, persistence: 'disk' as 'tab' });
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('persistence "disk"').and.to.contain('memory');
    expect((await getSessionManager({ cookie }).ready)!.persistence).to.equal('cookie');
  });
});

describe('a clear loop', () => {
  beforeEach(clearFacts);

  it('ends after three new sessions in a minute: the last ID stays in memory, nothing is written, and that is said once', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    await changes.next();
    const said = await consoleDuring('warn', async () => {
      for (const spoil of [dropCookie, (name: string) => setCookie(name, '?'), dropCookie]) {
        spoil(cookie);
        dispatchEvent(new Event('focus'));
        await changes.next();
      }
      const { id } = manager.session!;
      dropCookie(cookie);
      await until(() => manager.session?.persistence == 'memory', 'memory');
      setCookie(cookie, '?');
      dispatchEvent(new Event('focus'));
      dropCookie(cookie);
      await manager.renew('logout');
      expect(manager.session!.persistence).to.equal('memory');
      expect(manager.session!.id).to.not.equal(id);
      expect(changes[3]!.session.id).to.equal(id);
    });
    expect(cookieValue(cookie)).to.equal(undefined);
    expect(changes.map(({ reason }) => reason)).to.deep.equal(['start', 'cookie-reset', 'invalid', 'cookie-reset', 'logout']);
    const ours = said.filter((text) => text.includes(`"${cookie}"`));
    expect(ours).to.have.lengthOf(1);
    expect(ours[0]).to.contain('memory');
  });

  it('is over a minute later, for the next page', async () => {
    for (const [ago, persistence] of [
      [30_000, 'memory'],
      [61_000, 'cookie'],
    ] as const) {
      const cookie = freshName();
      const at = Date.now() - ago;
      localStorage['session-id-badge'] = JSON.stringify({ [cookie]: { resets: [at, at, at] } });
      const manager = getSessionManager({ cookie });
      expect((await manager.ready)!.persistence, `${ago} ms later`).to.equal(persistence);
      expect(changesOf(manager)[0]).to.include({ reason: 'start', source: 'this-tab' });
    }
  });
});

describe('a dead ID', () => {
  beforeEach(clearFacts);

  it('that a late write brings back makes way for the live one, with nothing to tell', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    const { session: dead } = await changes.next();
    const live = await manager.renew('logout');
    setCookie(cookie, dead.id);
    dispatchEvent(new Event('focus'));
    await until(() => cookieValue(cookie) == live.id, 'the live ID');
    expect(manager.session).to.include({ id: live.id });
    // And a logout is still the same one.
    expect((await manager.renew('logout')).id).to.equal(live.id);
    expect(changes).to.have.lengthOf(2);
  });
});
