import { expect } from '@open-wc/testing';
import { getSessionManager, type SessionChange } from '../../src/session/index.js';
import { mintSessionId, sessionIdTime } from '../../src/session/session-id.js';
import { changesOf, clearFacts, cookieValue, dropCookie, freshName, setCookie, until } from '../page.js';

const OWN = mintSessionId(Date.now());

describe('the session manager', () => {
  afterEach(clearFacts);

  it('starts a session where there is none, and writes the bare ID into the cookie', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    expect(manager.session).to.equal(null);
    expect(manager.getSessionId()).to.equal(null);
    const session = await manager.ready;
    expect(session!.id).to.match(/^[0-9a-hjkmnp-tv-z]{16}$/);
    expect(session!.persistence).to.equal('cookie');
    expect(Math.abs(Date.now() - session!.startedAt!)).to.be.below(60_000);
    expect(cookieValue(cookie)).to.equal(session!.id);
    const [change] = changesOf(manager);
    expect(change).to.deep.equal({ session, previous: null, reason: 'start', source: 'this-tab', sequence: 1 });
  });

  it('resumes a live ID at once, and says when it began', () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    const manager = getSessionManager({ cookie });
    const session = { id: OWN, startedAt: sessionIdTime(OWN), persistence: 'cookie' };
    expect(manager.session).to.deep.equal(session);
    expect(changesOf(manager)[0]).to.deep.equal({ session, previous: null, reason: 'resume', source: 'outside', sequence: 1 });
  });

  it("shows a server's ID as it is, begun when it was first seen", async () => {
    const cookie = freshName();
    setCookie(cookie, 'abcd1234efgh5678');
    const before = Date.now();
    const { id, startedAt } = getSessionManager({ cookie }).session!;
    expect(id).to.equal('abcd1234efgh5678');
    expect(startedAt).to.be.within(before, Date.now());
  });

  it('tells a reset once, with a new ID and the one before', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    const { session: first } = await changes.next();
    dropCookie(cookie);
    const change = await changes.next();
    expect(change).to.include({ reason: 'cookie-reset', source: 'this-tab', previous: first, sequence: 2 });
    expect(change.session.id).to.not.equal(first.id);
    expect(cookieValue(cookie)).to.equal(change.session.id);
    expect(changes).to.have.lengthOf(2);
  });

  it('has no session, and never the dead one, while a reset is being settled', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const dead = await manager.ready;
    const shown: (string | null)[] = [];
    manager.subscribe(() => shown.push(manager.getSessionId()));
    dropCookie(cookie);
    await until(() => manager.session && manager.session.id != dead!.id, 'the new session');
    expect(shown[0]).to.equal(null);
    expect(shown).to.not.include(dead!.id);
  });

  it('adopts an ID that somebody else put there', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    const { session: first } = await changes.next();
    setCookie(cookie, 'from-the-server-1');
    expect(await changes.next()).to.deep.include({ reason: 'adopted', source: 'outside', previous: first });
    expect(manager.getSessionId()).to.equal('from-the-server-1');
  });

  for (const hostile of ['<img onerror=alert(1)>', 'undefined', 'a%0d%0aSet-Cookie', 'x'.repeat(3000)]) {
    it(`replaces ${hostile.slice(0, 24)} and never shows it`, async () => {
      const cookie = freshName();
      setCookie(cookie, hostile);
      const change = await changesOf(getSessionManager({ cookie })).next();
      expect(change).to.include({ reason: 'invalid', previous: null, source: 'this-tab' });
      expect(cookieValue(cookie)).to.equal(change.session.id);
      expect(JSON.stringify(localStorage)).to.not.contain(hostile);
    });
  }

  it('replaces a hostile value that comes later, too', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    await changes.next();
    setCookie(cookie, '{}');
    expect(await changes.next()).to.include({ reason: 'invalid', previous: null });
    expect(cookieValue(cookie)).to.equal(manager.getSessionId());
  });

  it('renews when the host asks, and answers the new session', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const changes = changesOf(manager);
    const first = (await changes.next()).session;
    const session = await manager.renew();
    expect(session.id).to.not.equal(first.id);
    expect(changes[1]).to.deep.equal({ session, previous: first, reason: 'renew', source: 'this-tab', sequence: 2 });
  });

  it('makes one logout of two within a second', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const changes = changesOf(manager);
    await changes.next();
    const [one, two] = await Promise.all([manager.renew('logout'), manager.renew('logout')]);
    const three = await manager.renew('logout');
    expect(two).to.equal(one);
    expect(three).to.equal(one);
    expect(changes.map((change) => change.reason)).to.deep.equal(['start', 'logout']);
  });

  it('renews also when asked before the first session is settled', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const session = await manager.renew();
    expect(cookieValue(cookie)).to.equal(session.id);
    expect(changesOf(manager)[0]!.reason).to.equal('renew');
  });

  it('loses nothing with the facts: clearing localStorage renews nothing', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const session = await manager.ready;
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await manager.renew().then(() => {});
    expect(changesOf(manager)[0]).to.include({ reason: 'renew', previous: session });
  });

  it('keeps no dead ID in any storage', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const { id } = (await manager.ready)!;
    await manager.renew();
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])).to.not.contain(id);
  });

  it('gives what it tells out of hand: everything is frozen', async () => {
    const change = await changesOf(getSessionManager({ cookie: freshName() })).next();
    expect(Object.isFrozen(change)).to.equal(true);
    expect(Object.isFrozen(change.session)).to.equal(true);
  });

  describe('listeners', () => {
    it('hear the last change at once when the session is settled, and nothing after they ended', async () => {
      const manager = getSessionManager({ cookie: freshName() });
      await manager.ready;
      const heard: SessionChange[] = [];
      const end = manager.onChange((change) => heard.push(change));
      expect(heard).to.have.lengthOf(1);
      end();
      await manager.renew();
      expect(heard).to.have.lengthOf(1);
    });

    it('end with their signal', async () => {
      const manager = getSessionManager({ cookie: freshName() });
      await manager.ready;
      const heard: SessionChange[] = [];
      const controller = new AbortController();
      manager.onChange((change) => heard.push(change), { signal: controller.signal });
      controller.abort();
      manager.onChange((change) => heard.push(change), { signal: controller.signal });
      await manager.renew();
      expect(heard).to.have.lengthOf(1);
    });

    it('that throw cost the others nothing', async () => {
      const manager = getSessionManager({ cookie: freshName() });
      const error = console.error;
      const told: unknown[] = [];
      console.error = (...parts: unknown[]) => told.push(...parts);
      try {
        manager.onChange(() => {
          throw new Error('from a listener');
        });
        const changes = changesOf(manager);
        await changes.next();
        expect(changes).to.have.lengthOf(1);
        expect(String(told[0])).to.contain('from a listener');
      } finally {
        console.error = error;
      }
    });

    it('that renew get one more session, not an endless row', async () => {
      const manager = getSessionManager({ cookie: freshName() });
      let renewed: Promise<unknown> | undefined;
      const changes = changesOf(manager);
      manager.onChange(() => (renewed ??= manager.renew()));
      await changes.next();
      await changes.next();
      await renewed;
      expect(changes).to.have.lengthOf(2);
    });
  });

  it("tells OpenTelemetry's observers the end before the start, in their shape", async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const told: unknown[][] = [];
    manager.addObserver({
      onSessionEnded: (session) => told.push(['ended', session]),
      onSessionStarted: (session, previous) => told.push(['started', session, previous]),
    });
    const first = (await manager.ready)!;
    const second = await manager.renew();
    const shape = ({ id, startedAt }: typeof first) => ({ id, startTimestamp: startedAt });
    expect(told).to.deep.equal([
      ['started', shape(first), undefined],
      ['ended', shape(first)],
      ['started', shape(second), shape(first)],
    ]);
  });

  it('is one per cookie name', () => {
    const cookie = freshName();
    expect(getSessionManager({ cookie })).to.equal(getSessionManager({ cookie }));
    expect(getSessionManager({ cookie })).to.not.equal(getSessionManager({ cookie: freshName() }));
  });
});
