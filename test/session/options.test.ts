import { expect } from '@open-wc/testing';
import { getSessionManager, type SessionSource } from '../../src/session/index.js';
import { changesOf, clearFacts, consoleDuring, cookieValue, dropCookie, freshName } from '../page.js';

describe('options', () => {
  afterEach(clearFacts);

  for (const cookie of [
    'PHPSESSID',
    'JSESSIONID',
    'connect.sid',
    'ASP.NET_SessionId',
    'laravel_session',
    'sid',
    'sessionid',
    'session_id',
    'auth_token',
    'user_login',
    'my-jwt',
    'two words',
    'a;b',
    '',
  ]) {
    it(`refuse the cookie name "${cookie}" with one clear error, and go on with the default`, async () => {
      const said = await consoleDuring('error', () => {
        expect(getSessionManager({ cookie })).to.equal(getSessionManager());
        getSessionManager({ cookie });
      });
      expect(said).to.have.lengthOf(1);
      expect(said[0]).to.contain(`"${cookie}"`).and.to.contain('another name');
      if (cookie) expect(cookieValue(cookie)).to.equal(undefined);
    });
  }

  for (const cookie of ['diagnostic_session', 'diagnostic_session_id', 'shop_visit', 'support.trace', '__Secure-diagnostic']) {
    it(`take the cookie name "${cookie}"`, async () => {
      const said = await consoleDuring('error', () => {
        const manager = getSessionManager({ cookie });
        expect(manager).to.equal(getSessionManager({ cookie }));
      });
      expect(said).to.deep.equal([]);
    });
  }

  it('that come second warn once, and name both', async () => {
    const cookie = freshName();
    const said = await consoleDuring('warn', () => {
      getSessionManager({ cookie, authCookie: 'first_one' });
      getSessionManager({ cookie });
      getSessionManager({ cookie, authCookie: 'first_one' });
      getSessionManager({ cookie, authCookie: 'second_one' });
      getSessionManager({ cookie, authCookie: 'second_one' });
    });
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('first_one').and.to.contain('second_one');
  });

  it('with a domain that the browser refuses keep the session in the tab, and say so once', async () => {
    const cookie = freshName();
    const said = await consoleDuring('warn', async () => {
      const manager = getSessionManager({ cookie, cookieDomain: 'elsewhere.example' });
      const session = (await manager.ready)!;
      expect(session.persistence).to.equal('tab');
      expect(sessionStorage.getItem(cookie)).to.equal(session.id);
      await manager.renew();
      expect(sessionStorage.getItem(cookie)).to.equal(manager.getSessionId());
    });
    // Other tests' managers live on, and may say something of theirs.
    const ours = said.filter((text) => text.includes(`"${cookie}"`));
    expect(ours).to.have.lengthOf(1);
    expect(ours[0]).to.contain('tab');
  });

  it('find the ID that an earlier page of the tab had to keep outside the cookie', () => {
    const cookie = freshName();
    sessionStorage.setItem(cookie, 'from-a-page-before');
    const [change] = changesOf(getSessionManager({ cookie }));
    expect(change!.reason).to.equal('resume');
    expect(change!.session).to.include({ id: 'from-a-page-before', persistence: 'tab' });
  });
});

describe('a source of its own', () => {
  const sourceOf = (id: string | null) => {
    let changed = () => {};
    const source: SessionSource & { id: string | null } = {
      id,
      getSessionId: () => source.id,
      subscribe: (call) => ((changed = call), () => {}),
    };
    return { source, move: (next: string | null) => ((source.id = next), changed()) };
  };

  it('is shown and followed, and nothing is made or stored', async () => {
    const cookies = document.cookie;
    const { source, move } = sourceOf('sdk-session-1');
    const manager = getSessionManager({ source });
    const changes = changesOf(manager);
    expect(changes[0]).to.deep.include({ reason: 'resume', source: 'outside', previous: null });
    expect(manager.session).to.include({ id: 'sdk-session-1', persistence: 'host' });
    move('sdk-session-2');
    expect(changes[1]).to.include({ reason: 'adopted', source: 'outside' });
    expect(changes[1]!.previous!.id).to.equal('sdk-session-1');
    expect(document.cookie).to.equal(cookies);
    expect(localStorage.length).to.equal(0);
  });

  it('is pending while it has none, and ready with the first', async () => {
    const { source, move } = sourceOf(null);
    const manager = getSessionManager({ source });
    expect(manager.session).to.equal(null);
    move('sdk-session-1');
    expect((await manager.ready)!.id).to.equal('sdk-session-1');
  });

  it('is never shown when it breaks the grammar: one error that names it', async () => {
    const { source, move } = sourceOf('sdk-session-1');
    const manager = getSessionManager({ source });
    const said = await consoleDuring('error', () => {
      move('<b>no</b>');
      move('<b>no</b>');
    });
    expect(manager.session).to.equal(null);
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.contain('<b>no</b>').and.to.contain('8 to 64');
  });

  it('is not ours to renew: it warns and stays', async () => {
    const { source } = sourceOf('sdk-session-1');
    const manager = getSessionManager({ source });
    const said = await consoleDuring('warn', () => manager.renew());
    expect(said).to.have.lengthOf(1);
    expect(manager.getSessionId()).to.equal('sdk-session-1');
  });

  it('can be another manager', async () => {
    const cookie = freshName();
    const inner = getSessionManager({ cookie });
    const outer = getSessionManager({ source: inner });
    await outer.ready;
    await inner.renew();
    expect(outer.getSessionId()).to.equal(inner.getSessionId());
    dropCookie(cookie);
  });
});
