import { expect } from '@open-wc/testing';
import { getSessionManager, type SessionManager } from '../../src/session/index.js';
import { startTrail, type Trail, type TrailRecord } from '../../src/trail/index.js';
import { clearFacts, freshName, until } from '../page.js';

const ENDPOINT = '/echo?own-endpoint';
/** A path with an ID and an address in it, and more of that in its query. */
const PERSONAL = '/orders/48151623/jan%40shop.nl?email=a@b.nl#token=abc';
const MASKED = `${location.origin}/orders/{id}/{email}`;

describe("OpenTelemetry's instrumentations in a trail with an endpoint", () => {
  const { href } = location;
  const { error } = console;
  // Mocha's, to which errors are failures.
  const { onerror } = window;
  let manager: SessionManager;
  let trail: Trail;
  let delivered = 0;
  const { fetch } = globalThis;

  before(async () => {
    window.onerror = null;
    console.error = () => {};
    manager = getSessionManager({ cookie: freshName() });
    await manager.ready;
    globalThis.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (url == new URL(ENDPOINT, href).href) delivered++;
      return answer;
    };
    trail = startTrail({ manager, endpoint: ENDPOINT, ringSize: 10_000, maxPerMinute: 10_000 });
  });
  after(() => {
    trail.stop();
    globalThis.fetch = fetch;
    history.replaceState(null, '', href);
    window.onerror = onerror;
    console.error = error;
    clearFacts();
  });

  /** The first record of that name of which it holds, as soon as there is one. */
  async function recorded(name: string, holds: (record: TrailRecord) => unknown = () => true): Promise<TrailRecord> {
    const find = () => trail.records.find((record) => record.eventName == name && holds(record));
    await until(() => (void trail.flush(), find()), name);
    return find()!;
  }

  it('record an exception, masked, once', async () => {
    const thrown = new RangeError('no order 481516234 of jan@shop.nl');
    dispatchEvent(new ErrorEvent('error', { error: thrown, message: thrown.message }));
    const { attributes } = await recorded('exception');
    expect(attributes).to.include({
      'exception.type': 'RangeError',
      'exception.message': 'no order [number] of [email]',
      'session.id': manager.session!.id,
    });
    expect(attributes!['exception.stacktrace']).to.contain('instrumentations.test');
    expect(trail.records.filter(({ eventName }) => eventName == 'exception')).to.have.length(1);
  });

  it('record what is printed as an error, and nothing else that is printed', async () => {
    console.info('as information');
    console.warn('as a warning');
    console.error('as an error of jan@shop.nl', { password: 'x' });
    const isOurs = ({ body }: TrailRecord) => String(body).startsWith('as ');
    const { body, attributes } = await recorded('browser.console', isOurs);
    expect(body).to.equal('as an error of [email] object');
    expect(attributes!['session.id']).to.equal(manager.session!.id);
    expect(trail.records.filter(isOurs)).to.have.length(1);
  });

  it('record navigation within the page, without query, fragment and IDs', async () => {
    history.pushState(null, '', PERSONAL);
    const { attributes } = await recorded('browser.navigation', ({ attributes: a }) => a!['url.full'] == MASKED);
    expect(attributes).to.include({
      'session.id': manager.session!.id,
      'browser.navigation.same_document': true,
      'session_badge.page.path': '/orders/{id}/{email}',
    });
    history.replaceState(null, '', href);
  });

  it('record the load of the page itself', async () => {
    const { attributes } = await recorded(
      'browser.navigation',
      ({ attributes: a }) => a!['browser.navigation.same_document'] === false,
    );
    expect(attributes!['url.full']).to.match(/^http:\/\/[^?#]+$/);
  });

  it('record a click, by where it was', async () => {
    const button = Object.assign(document.createElement('button'), { id: 'pay', textContent: 'Pay jan@shop.nl' });
    document.body.append(button);
    button.click();
    button.remove();
    const record = await recorded('browser.user_action.click');
    expect(record.attributes).to.include({ 'browser.css_selector': '#pay', 'session.id': manager.session!.id });
    expect(JSON.stringify(record)).not.to.contain('Pay');
  });

  it('record what is loaded, masked in the same way', async () => {
    await fetch('/status/200/48151623?email=a@b.nl');
    const { attributes } = await recorded('browser.resource_timing', ({ attributes: a }) =>
      String(a!['url.full'] ?? a!['browser.resource_timing.url']).endsWith('/status/200/{id}'),
    );
    expect(attributes!['session.id']).to.equal(manager.session!.id);
  });

  it('record web vitals, at a time of this year', async () => {
    const { attributes, timestamp } = await recorded('browser.web_vital');
    expect(attributes!['session.id']).to.equal(manager.session!.id);
    expect(timestamp).to.be.within(performance.timeOrigin - 60_000, Date.now());
  });

  it('record nothing of the trail itself, nothing personal, and all under the session', async () => {
    await until(() => delivered, 'a delivery');
    // Measured, and then read when the page is idle, at the latest after a second.
    await fetch('/status/200/last');
    await recorded('browser.resource_timing', (record) => JSON.stringify(record).includes('/status/200/last'));
    const all = JSON.stringify(trail.records);
    for (const word of ['/echo', 'own-endpoint', 'a@b.nl', 'jan@', 'jan%40', '48151623', 'token=']) {
      expect(all).not.to.contain(word);
    }
    for (const { attributes } of trail.records) expect(attributes!['session.id']).to.equal(manager.session!.id);
  });

  it('end with it', async () => {
    await trail.flush();
    trail.stop();
    const { length } = trail.records;
    dispatchEvent(new ErrorEvent('error', { error: new Error('later'), message: 'later' }));
    console.error('later');
    history.replaceState(null, '', `${href}#later`);
    document.body.click();
    await fetch('/status/200/later');
    await trail.flush();
    expect(trail.records.slice(length)).to.deep.equal([]);
  });
});
