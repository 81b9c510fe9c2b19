import { aTimeout, expect } from '@open-wc/testing';
import { getSessionManager } from '../../src/session/index.js';
import { mintSessionId } from '../../src/session/session-id.js';
import { changesOf, clearFacts, cookieValue, dropCookie, freshName, setCookie } from '../page.js';

const OWN = mintSessionId(Date.now());

/** What an earlier page of the site left behind: it showed a session while the customer was signed in. */
const earlierPage = (cookie: string, signedIn: boolean) =>
  localStorage.setItem(
    'session-id-badge',
    JSON.stringify({ [cookie]: { tag: OWN.slice(-4), reason: 'start', at: 1, signedIn } }),
  );

describe('logging out', () => {
  afterEach(clearFacts);

  it('begins a new session when `signedIn` goes from true to false', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, signedIn: true });
    const changes = changesOf(manager);
    const first = (await changes.next()).session;
    getSessionManager({ cookie, signedIn: false });
    expect(await changes.next()).to.include({ reason: 'logout', source: 'this-tab', previous: first });
    getSessionManager({ cookie, signedIn: false });
    await manager.renew();
    expect(changes.map(({ reason }) => reason)).to.deep.equal(['start', 'logout', 'renew']);
  });

  it('concludes nothing from a page that does not say', async () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    earlierPage(cookie, true);
    expect(changesOf(getSessionManager({ cookie }))[0]).to.include({ reason: 'resume' });
    expect(cookieValue(cookie)).to.equal(OWN);
  });

  it('is the first change of the page that says so', async () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    earlierPage(cookie, true);
    const changes = changesOf(getSessionManager({ cookie, signedIn: false }));
    const change = await changes.next();
    expect(change).to.include({ reason: 'logout', source: 'this-tab', sequence: 1 });
    expect(change.previous!.id).to.equal(OWN);
    expect(cookieValue(cookie)).to.equal(change.session.id);
  });

  it('goes along with the session that the server has begun for it', async () => {
    for (const id of [mintSessionId(Date.now() - 2000), 'a-servers-own-session']) {
      const cookie = freshName();
      setCookie(cookie, id);
      earlierPage(cookie, true);
      const change = await changesOf(getSessionManager({ cookie, signedIn: false })).next();
      expect(change).to.include({ reason: 'resume', source: 'outside', previous: null });
      expect(cookieValue(cookie)).to.equal(id);
    }
  });

  it('goes along with it also after a page that was left at once, and has noted nothing of its session', async () => {
    const cookie = freshName();
    const id = mintSessionId(Date.now());
    setCookie(cookie, id);
    localStorage.setItem('session-id-badge', JSON.stringify({ [cookie]: { signedIn: true } }));
    const change = await changesOf(getSessionManager({ cookie, signedIn: false })).next();
    expect([change.reason, change.session.id]).to.deep.equal(['resume', id]);
  });

  it('is not put off by an ID that was there long before', async () => {
    const cookie = freshName();
    setCookie(cookie, mintSessionId(Date.now() - 120_000));
    earlierPage(cookie, true);
    expect(await changesOf(getSessionManager({ cookie, signedIn: false })).next()).to.include({ reason: 'logout' });
  });

  it('is a logout also when our cookie went with the login', async () => {
    const cookie = freshName();
    earlierPage(cookie, true);
    const change = await changesOf(getSessionManager({ cookie, signedIn: false })).next();
    expect(change).to.include({ reason: 'logout', previous: null });
  });

  it('is none for a customer who was not signed in', () => {
    const cookie = freshName();
    setCookie(cookie, OWN);
    earlierPage(cookie, false);
    expect(changesOf(getSessionManager({ cookie, signedIn: false }))[0]).to.include({ reason: 'resume' });
  });

  it('follows a readable login cookie, of which it never reads the value', async () => {
    const cookie = freshName();
    const authCookie = `${cookie}_login`;
    setCookie(authCookie, 'secret');
    const manager = getSessionManager({ cookie, authCookie });
    const changes = changesOf(manager);
    await changes.next();
    expect(JSON.stringify({ ...localStorage })).to.not.contain('secret');
    dropCookie(authCookie);
    // Without `cookieStore` it is noticed at the next look, a second later at most.
    expect(await changes.next()).to.include({ reason: 'logout' });
    expect(changes).to.have.lengthOf(2);
  });

  it('does not follow a login cookie that was never there', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, authCookie: `${cookie}_login` });
    const changes = changesOf(manager);
    await changes.next();
    dispatchEvent(new Event('focus'));
    await aTimeout(100);
    expect(changes).to.have.lengthOf(1);
  });

  it('told through the interface is the same one when a page says so, too', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie, signedIn: true });
    const changes = changesOf(manager);
    await changes.next();
    await manager.renew('logout');
    getSessionManager({ cookie, signedIn: false });
    await manager.renew();
    expect(changes.map(({ reason }) => reason)).to.deep.equal(['start', 'logout', 'renew']);
  });
});
