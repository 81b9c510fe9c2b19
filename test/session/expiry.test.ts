import { expect } from '@open-wc/testing';
import { getSessionManager, type SessionManager } from '../../src/session/index.js';
import { mintSessionId } from '../../src/session/session-id.js';
import { changesOf, clearFacts, consoleDuring, cookieValue, freshName, setCookie, until } from '../page.js';

const HOUR = 36e5;
const DAY = 24 * HOUR;

const now = Date.now;
/** Sets the clock of the page so many ms ahead, or back. */
const shiftClock = (ms: number): void => void (Date.now = () => now() + ms);

const click = (target: EventTarget = document.body) =>
  target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));

/** Until everything that was asked of the manager so far has been done. */
const settled = async (manager: SessionManager): Promise<void> => {
  dispatchEvent(new Event('focus'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(manager.session).to.not.equal(null);
};

describe('an expired session', () => {
  afterEach(() => {
    Date.now = now;
    clearFacts();
  });

  it('has a successor for the first who asks, at once', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    const { session: first } = await changes.next();
    shiftClock(26 * HOUR);
    const id = manager.getSessionId();
    expect(id).to.not.equal(first.id);
    expect(changes).to.have.lengthOf(2);
    expect(changes[1]).to.include({ reason: 'expired', source: 'this-tab', previous: first, sequence: 2 });
    expect(changes[1]!.session.id).to.equal(id);
    expect(Math.abs(changes[1]!.session.startedAt! - Date.now())).to.be.below(2000);
    expect(manager.getSessionId()).to.equal(id);
    await until(() => cookieValue(cookie) == id, 'the cookie');
    await settled(manager);
    expect(changes).to.have.lengthOf(2);
  });

  it('is told as adopted where another tab was faster', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    await changes.next();
    shiftClock(26 * HOUR);
    const winner = mintSessionId(Date.now());
    setCookie(cookie, winner);
    const provisional = manager.getSessionId();
    await changes.next();
    expect((await changes.next()).previous!.id).to.equal(provisional);
    expect(changes[2]).to.include({ reason: 'adopted', source: 'other-tab' });
    expect(manager.getSessionId()).to.equal(winner);
    expect(cookieValue(cookie)).to.equal(winner);
  });

  it('ends with the next click or key outside what shows it, and stays until then', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const changes = changesOf(manager);
    const { session: first } = await changes.next();
    const badge = Object.assign(document.createElement('div'), { manager });
    document.body.append(badge);
    shiftClock(DAY + 1000);
    click(badge);
    dispatchEvent(new Event('focus'));
    await settled(manager);
    expect(manager.session).to.equal(first);
    click();
    click();
    expect(await changes.next()).to.include({ reason: 'expired', source: 'this-tab', previous: first });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
    await settled(manager);
    expect(changes).to.have.lengthOf(2);
    badge.remove();
  });

  it('is over when a page loads, which says so', async () => {
    const cookie = freshName();
    const old = mintSessionId(now() - DAY - 2000);
    setCookie(cookie, old);
    const change = await changesOf(getSessionManager({ cookie })).next();
    expect(change).to.include({ reason: 'expired', source: 'this-tab', sequence: 1 });
    expect(change.previous!.id).to.equal(old);
    expect(cookieValue(cookie)).to.equal(change.session.id);
  });

  it('is none a moment before', () => {
    const cookie = freshName();
    setCookie(cookie, mintSessionId(now() - DAY + 60_000));
    expect(changesOf(getSessionManager({ cookie }))[0]).to.include({ reason: 'resume' });
  });

  it('is also one that begins more than ten minutes ahead: it would live too long', async () => {
    for (const [ahead, reason] of [
      [9 * 60_000, 'resume'],
      [11 * 60_000, 'expired'],
      [2 * HOUR, 'expired'],
    ] as const) {
      const cookie = freshName();
      setCookie(cookie, mintSessionId(now() + ahead));
      expect(await changesOf(getSessionManager({ cookie })).next(), `${ahead}`).to.include({ reason });
    }
  });

  it('comes once when the clock is set back, and is no loop', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const changes = changesOf(manager);
    await changes.next();
    shiftClock(-2 * HOUR);
    const id = manager.getSessionId();
    for (let i = 0; i < 5; i++) expect(manager.getSessionId()).to.equal(id);
    click();
    await settled(manager);
    expect(changes.map(({ reason }) => reason)).to.deep.equal(['start', 'expired']);
  });

  it("can be a server's: its age counts from when it was first seen", async () => {
    const cookie = freshName();
    setCookie(cookie, 'from-the-server-1');
    const manager = getSessionManager({ cookie, maxDuration: '1h' });
    shiftClock(HOUR - 5000);
    expect(manager.getSessionId()).to.equal('from-the-server-1');
    shiftClock(HOUR);
    expect(manager.getSessionId()).to.not.equal('from-the-server-1');
    await settled(manager);
  });

  for (const at of [NaN, null, 'soon', 2 ** 53, -1, {}]) {
    it(`is not made by facts that say ${at}, more than once`, async () => {
      const cookie = freshName();
      setCookie(cookie, 'from-the-server-1');
      localStorage.setItem('session-id-badge', JSON.stringify({ [cookie]: { tag: 'er-1', at, active: at, resets: at } }));
      const manager = getSessionManager({ cookie, inactivityTimeout: '1h' });
      const changes = changesOf(manager);
      await changes.next();
      manager.getSessionId();
      click();
      await settled(manager);
      expect(changes).to.have.lengthOf(1);
      expect(changes[0]!.reason).to.equal(at == 2 ** 53 ? 'expired' : 'resume');
    });
  }
});

describe('inactivity', () => {
  afterEach(() => {
    Date.now = now;
    clearFacts();
  });

  it('ends no session unless the host asks', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const { id } = (await manager.ready)!;
    shiftClock(23 * HOUR);
    expect(manager.getSessionId()).to.equal(id);
  });

  it('is counted from the last click or key', async () => {
    const manager = getSessionManager({ cookie: freshName(), inactivityTimeout: '30m' });
    const { id } = (await manager.ready)!;
    for (let minutes = 20; minutes < 100; minutes += 20) {
      shiftClock(minutes * 60_000);
      click();
      expect(manager.getSessionId()).to.equal(id);
    }
    shiftClock((80 + 31) * 60_000);
    expect(manager.getSessionId()).to.not.equal(id);
    await settled(manager);
  });

  it('is written down at most every 15 s', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, inactivityTimeout: '30m' });
    await manager.ready;
    const active = () => JSON.parse(localStorage['session-id-badge'])[cookie].active;
    const first = active();
    shiftClock(10_000);
    click();
    expect(active()).to.equal(first);
    shiftClock(16_000);
    click();
    expect(active() - first).to.be.within(15_000, 20_000);
  });

  it('of earlier pages counts, too', async () => {
    for (const [minutes, reason] of [
      [29, 'resume'],
      [31, 'expired'],
    ] as const) {
      const cookie = freshName();
      const id = mintSessionId(now() - HOUR);
      setCookie(cookie, id);
      const facts = { tag: id.slice(-4), at: now() - HOUR, active: now() - minutes * 60_000 };
      localStorage.setItem('session-id-badge', JSON.stringify({ [cookie]: facts }));
      const change = await changesOf(getSessionManager({ cookie, inactivityTimeout: 30 * 60_000 })).next();
      expect(change, `${minutes} minutes`).to.include({ reason });
    }
  });
});

describe('durations', () => {
  afterEach(() => {
    Date.now = now;
    clearFacts();
  });

  for (const [maxDuration, ms] of [
    ['30m', 30 * 60_000],
    ['2h', 2 * HOUR],
    ['90s', 90_000],
    ['2d', 2 * DAY],
    ['1.5h', 1.5 * HOUR],
    ['5000', 5000],
    [7000, 7000],
  ] as const) {
    it(`can be ${typeof maxDuration} ${maxDuration}`, async () => {
      const manager = getSessionManager({ cookie: freshName(), maxDuration });
      const { id, startedAt } = (await manager.ready)!;
      Date.now = () => startedAt! + ms - 1;
      expect(manager.getSessionId()).to.equal(id);
      Date.now = () => startedAt! + ms;
      expect(manager.getSessionId()).to.not.equal(id);
      await settled(manager);
    });
  }

  for (const maxDuration of ['', 'soon', '30 m', '-5m', '0', -1, NaN, '1w', '1..2h', '1e3']) {
    it(`are not ${typeof maxDuration} "${maxDuration}": one error, and the default`, async () => {
      const cookie = freshName();
      let manager!: SessionManager;
      const said = await consoleDuring('error', () => {
        manager = getSessionManager({ cookie, maxDuration });
        getSessionManager({ cookie, maxDuration });
      });
      expect(said).to.have.lengthOf(1);
      expect(said[0]).to.contain(`max-duration "${maxDuration}"`).and.to.contain('30m');
      const { id } = (await manager.ready)!;
      shiftClock(23 * HOUR);
      expect(manager.getSessionId()).to.equal(id);
    });
  }

  it('of the first who asks count; another one is told once', async () => {
    const cookie = freshName();
    const said = await consoleDuring('warn', () => {
      getSessionManager({ cookie, maxDuration: '60m' });
      getSessionManager({ cookie, maxDuration: '1h' });
      getSessionManager({ cookie, maxDuration: '2h' });
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('7200000').and.to.contain('3600000');
  });
});
