import { expect, fixture, html } from '@open-wc/testing';
import type { SessionIdBadge } from '../../src/index.js';
import type { Trail } from '../../src/trail/index.js';
import { clearFacts, consoleDuring, freshName, until } from '../page.js';
import { badgeWith } from './badge-with.js';

const ENDPOINT = '/echo?badge';
const isLoaded = () =>
  performance.getEntriesByType('resource').some(({ name }) => new URL(name).pathname.startsWith('/src/trail/'));

/** Unbundled, the trail is a hundred files, ms. */
const PATIENCE = 20_000;

/** What of this session was sent. */
interface Sent {
  url: string;
  body: string;
}

describe('<session-id-badge trail="…">', function () {
  this.timeout(2 * PATIENCE);
  const sent: Sent[] = [];
  const { fetch } = globalThis;
  before(() => {
    globalThis.fetch = (url, init) => {
      sent.push({ url: String(url as string), body: String(init?.body) });
      return fetch(url, init);
    };
  });
  after(() => {
    globalThis.fetch = fetch;
  });
  afterEach(clearFacts);

  const sentOf = (badge: SessionIdBadge) => sent.filter(({ body }) => body.includes(badge.session!.id));
  const isSent = (badge: SessionIdBadge, what = 'session_badge') =>
    until(() => sentOf(badge).some(({ body }) => body.includes(what)), `${what} in what is sent`, PATIENCE);

  /** The trail of the badge, as an application would find it; ends it. */
  async function trailOf(badge: SessionIdBadge): Promise<Trail> {
    const { startTrail } = await import('../../src/trail/index.js');
    return startTrail({ manager: badge.manager, endpoint: badge.trail ?? ENDPOINT });
  }

  // First: nothing of it is unloaded again.
  it('loads nothing of the trail where there is none', async () => {
    const badge = await badgeWith();
    badge.trail = null;
    badge.setAttribute('app-version', '1');
    badge.removeAttribute('trail');
    await badge.updateComplete;
    await badge.manager!.renew();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isLoaded()).to.equal(false);
    expect(sent).to.deep.equal([]);
  });

  it('starts the trail of its own session when the attribute is there before the element is defined', async () => {
    const box = document.createElement('div');
    const cookie = freshName();
    // As the parser makes it, and as it is before the script comes: not upgraded in a document without a window.
    box.append(new DOMParser().parseFromString(`<session-id-badge cookie="${cookie}" trail="${ENDPOINT}">`, 'text/html').body);
    document.body.append(box);
    const badge = box.querySelector('session-id-badge')!;
    await until(() => badge.session, 'a session');
    await isSent(badge);
    expect(isLoaded()).to.equal(true);
    expect(new URL(sentOf(badge)[0]!.url, location.href).href).to.equal(new URL(ENDPOINT, location.href).href);
    (await trailOf(badge)).stop();
    box.remove();
  });

  it('starts it by its property, set before the upgrade or after', async () => {
    const early = await badgeWith(freshName(), { trail: ENDPOINT });
    await isSent(early);
    const late = await badgeWith();
    late.trail = ENDPOINT;
    await isSent(late);
    for (const badge of [early, late]) {
      expect(badge.trail).to.equal(ENDPOINT);
      (await trailOf(badge)).stop();
    }
  });

  it('starts it by its attribute, and with the version of the software', async () => {
    const cookie = freshName();
    const badge = await fixture<SessionIdBadge>(
      html`<session-id-badge cookie=${cookie} trail=${ENDPOINT} app-version="shop 1.2.3"></session-id-badge>`,
    );
    await until(() => badge.session, 'a session');
    await isSent(badge, 'shop 1.2.3');
    (await trailOf(badge)).stop();
  });

  it('ends it when the attribute is removed, and goes on when it comes back', async () => {
    const badge = await badgeWith(freshName(), {});
    badge.setAttribute('trail', ENDPOINT);
    await isSent(badge);
    const trail = await trailOf(badge);
    expect(trail.enabled).to.equal(true);
    badge.removeAttribute('trail');
    await until(() => !trail.enabled, 'the end');
    badge.setAttribute('trail', ENDPOINT);
    await until(() => trail.enabled, 'the trail again');
    trail.stop();
  });

  it('is one for two badges of one session', async () => {
    const cookie = freshName();
    const first = await badgeWith(cookie, { trail: ENDPOINT });
    const second = await badgeWith(cookie, { trail: ENDPOINT });
    expect(second.manager).to.equal(first.manager);
    await isSent(first);
    const trail = await trailOf(first);
    expect(await trailOf(second)).to.equal(trail);
    dispatchEvent(new CustomEvent('session-id-copy', { detail: { method: 'selection' } }));
    await isSent(first, 'session_badge.id.copied');
    expect(trail.records.filter(({ eventName }) => eventName == 'session_badge.id.copied')).to.have.length(1);
    trail.stop();
  });

  it('says once that nothing can be sent to such an address, and works all the same', async () => {
    let badge!: SessionIdBadge;
    let other!: SessionIdBadge;
    const errors: unknown[] = [];
    const said = await consoleDuring('error', async () => {
      errors.push(
        ...(await consoleDuring('warn', async () => {
          badge = await badgeWith(freshName(), { trail: 'ftp://nowhere.example/' });
          other = await badgeWith(freshName(), { trail: 'ftp://nowhere.example/' });
          await other.manager!.renew();
          await new Promise((resolve) => setTimeout(resolve, 300));
        })),
      );
    });
    expect(said).to.deep.equal([]);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.contain('ftp://nowhere.example/').and.to.contain('/v1/logs');
    for (const each of [badge, other]) {
      await each.updateComplete;
      expect(each.shadowRoot!.querySelector('[part=id]')!.textContent).to.equal(each.session!.id);
      expect(sentOf(each)).to.deep.equal([]);
    }
  });

  it('removed again at once starts nothing', async () => {
    const badge = await badgeWith();
    badge.setAttribute('trail', ENDPOINT);
    badge.removeAttribute('trail');
    await badge.updateComplete;
    badge.setAttribute('trail', ENDPOINT);
    await badge.updateComplete;
    badge.removeAttribute('trail');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(sentOf(badge)).to.deep.equal([]);
  });
});
