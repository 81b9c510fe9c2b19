import { expect } from '@open-wc/testing';
import { getSessionManager, type SessionManager } from '../../src/session/index.js';
import { startTrail, type Trail, type TrailOptions, type TrailRecord } from '../../src/trail/index.js';
import { clearFacts, consoleDuring, dropCookie, firstLine, freshName, until } from '../page.js';
import { createSink, type Sink } from './sink.js';

/** Something that a source records at once: what the badge says when its ID was copied. */
const copy = (method = 'clipboard') =>
  dispatchEvent(new CustomEvent('session-id-copy', { detail: { ok: true, method, id: 'x', text: 'x' } }));

const COPIED = 'session_badge.id.copied';
const attributesOf = (records: TrailRecord[]) => records.map(({ attributes }) => attributes!);

describe('startTrail', () => {
  let cookie: string;
  let manager: SessionManager;
  let sink: Sink;
  let trail: Trail | undefined;
  const start = (options: TrailOptions = {}): Trail => (trail = startTrail({ loggerProvider: sink, manager, ...options }));

  beforeEach(async () => {
    cookie = freshName();
    manager = getSessionManager({ cookie });
    await manager.ready;
    sink = createSink(() => trail?.flush());
  });
  afterEach(() => {
    trail?.stop();
    clearFacts();
  });

  it('puts the session, a name of its own and the page on each record', async () => {
    start();
    copy();
    const [record] = await sink.next(COPIED);
    expect(record!.attributes).to.include({
      'session.id': manager.session!.id,
      'session_badge.page.path': location.pathname.replace(/[^/]+$/, (name) => name),
      'session_badge.copy.method': 'clipboard',
    });
    expect(record!.attributes!['log.record.uid']).to.match(/^[0-9a-f]{16}$/);
  });

  it('tells when the session began, once', async () => {
    start();
    expect(attributesOf(await sink.next('session.start'))).to.have.length(1);
    expect(sink.records.filter(({ eventName }) => eventName == 'session.end')).to.have.length(0);
  });

  it('counts what repeats', async () => {
    start();
    for (let i = 0; i < 5; i++) copy();
    const records = await sink.next(COPIED);
    expect(attributesOf(records).map(({ 'session_badge.count': count }) => count)).to.deep.equal([5]);
  });

  it('tells all counts when the customer copies the ID: support may look at any moment', async () => {
    start();
    const fail = () => dispatchEvent(new CustomEvent('session-id-copy-error', { detail: { reason: 'refused' } }));
    const has = (name: string) => until(() => sink.records.some(({ eventName }) => eventName == name), name);
    fail();
    await has('session_badge.id.not_copied');
    fail();
    fail();
    copy();
    await has(COPIED);
    const failed = sink.records.filter(({ eventName }) => eventName == 'session_badge.id.not_copied');
    expect(attributesOf(failed).map(({ 'session_badge.count': count }) => count)).to.deep.equal([undefined, 2]);
  });

  it('leaves each record the ID under which it happened', async () => {
    start();
    const before = manager.session!.id;
    copy();
    const after = (await manager.renew()).id;
    copy();
    await until(() => sink.records.filter(({ eventName }) => eventName == COPIED).length == 2, 'two copies');
    const ids = attributesOf(await sink.next(COPIED)).map(({ 'session.id': id }) => id);
    expect(ids).to.deep.equal([before, after]);
  });

  it('ties two sessions together after a renewal', async () => {
    start();
    const before = manager.session!.id;
    await manager.renew();
    expect(attributesOf(await sink.next('session.end'))[0]).to.include({ 'session.id': before });
    await until(() => sink.records.some(({ attributes }) => attributes!['session.previous_id'] == before), 'the previous ID');
  });

  it('ties nothing together after a logout', async () => {
    start();
    const before = manager.session!.id;
    const after = (await manager.renew('logout')).id;
    await until(
      () =>
        sink.records.some(({ eventName, attributes }) => eventName == 'session.start' && attributes!['session.id'] == after),
      'the start of the next',
    );
    expect(sink.records.filter(({ attributes }) => 'session.previous_id' in attributes!)).to.have.length(0);
    expect(attributesOf(await sink.next('session.end'))[0]).to.include({ 'session.id': before });
  });

  it('throws away what waits when the customer resets the cookies', async () => {
    start();
    const before = manager.session!.id;
    copy();
    dropCookie(cookie);
    await until(() => manager.session && manager.session.id != before, 'a new session');
    copy();
    await sink.next(COPIED);
    expect(attributesOf(sink.records).filter(({ 'session.id': id }) => id == before)).to.have.length(0);
  });

  it('is silent while it is not enabled, and throws away what waits', async () => {
    start();
    copy();
    trail!.enabled = false;
    copy();
    expect(trail!.enabled).to.equal(false);
    trail!.enabled = true;
    copy('selection');
    const methods = attributesOf(await sink.next(COPIED)).map(({ 'session_badge.copy.method': method }) => method);
    expect(methods).to.deep.equal(['selection']);
  });

  it('records nothing under Global Privacy Control, also when that is switched on later', async () => {
    const set = (value: boolean | undefined) =>
      Object.defineProperty(navigator, 'globalPrivacyControl', { value, configurable: true });
    start();
    await sink.next('session.start');
    try {
      copy();
      set(true);
      copy('selection');
      expect(trail!.enabled).to.equal(false);
      trail!.enabled = true;
      expect(trail!.enabled).to.equal(false);
    } finally {
      set(undefined);
    }
    trail!.enabled = true;
    copy('copy-event');
    const methods = attributesOf(await sink.next(COPIED)).map(({ 'session_badge.copy.method': method }) => method);
    expect(methods).to.deep.equal(['copy-event']);
  });

  it('is silent after consent to storage was taken back', async () => {
    start();
    copy();
    getSessionManager({ cookie, persistence: 'memory' });
    await until(() => manager.session?.persistence == 'memory', 'memory');
    copy();
    expect(trail!.enabled).to.equal(false);
    getSessionManager({ cookie, persistence: 'cookie' });
    await until(() => manager.session?.persistence == 'cookie', 'the cookie');
    expect(trail!.enabled).to.equal(true);
    copy('selection');
    const methods = attributesOf(await sink.next(COPIED)).map(({ 'session_badge.copy.method': method }) => method);
    expect(methods).to.deep.equal(['selection']);
  });

  it('lets the host change or drop each record', async () => {
    start({
      redact: (record) =>
        record.eventName == COPIED ? { ...record, attributes: { mine: true, 'session.id': 'other-id' } } : null,
    });
    copy();
    const [record] = await sink.next(COPIED);
    expect(record!.attributes).to.include({ mine: true, 'session.id': manager.session!.id });
    expect(sink.records).to.have.length(1);
  });

  it('drops what a hook throws on, and says so once', async () => {
    const said = await consoleDuring('warn', async () => {
      start({
        redact: (record) => {
          if (record.eventName == COPIED) throw new Error('no');
          return record;
        },
      });
      copy();
      copy('selection');
      await sink.next('session.start');
    });
    expect(said.map(firstLine)).to.deep.equal(['session-id-badge: redact "Error: no" ignored']);
    expect(sink.records.filter(({ eventName }) => eventName == COPIED)).to.have.length(0);
  });

  it('keeps the last records', async () => {
    start({ ringSize: 2 });
    copy();
    copy('selection');
    copy('copy-event');
    await until(() => sink.records.filter(({ eventName }) => eventName == COPIED).length == 3, 'three');
    expect(trail!.records).to.deep.equal(sink.records.slice(-2));
  });

  it('counts what is more than a minute may have, and loses none of the count', async () => {
    start({ maxPerMinute: 10 });
    for (let i = 0; i < 10_000; i++) {
      dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: i }));
    }
    await sink.next('session_badge.records.dropped');
    const happened = sink.records.filter(({ eventName, attributes }) =>
      [eventName, attributes!['session_badge.dropped.event']].includes('exception'),
    );
    expect(happened.length).to.be.at.most(11);
    const sum = attributesOf(happened).reduce((all, { 'session_badge.count': count = 1 }) => all + Number(count), 0);
    expect(sum).to.equal(10_000);
  });

  it('lists the last failures in the report of the badge, of this session alone', async () => {
    start();
    const fail = (code: string) =>
      dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason: { code } }));
    fail('the first');
    await manager.renew();
    fail('mail jan@example.nl');
    await sink.next('exception');
    const lines = manager.description.join('\n');
    expect(lines).to.match(/^\d\d:\d\d:\d\dZ exception: .*mail \[email\]/m);
    expect(lines).not.to.contain('the first');
    trail!.stop();
    expect(manager.description).to.deep.equal([]);
  });

  it('is one for a session and page, and puts back what was there when it stops', async () => {
    const { fetch } = globalThis;
    const first = start();
    expect(start()).to.equal(first);
    const said = await consoleDuring('warn', () => startTrail({ manager, endpoint: '/v1/other' }));
    expect(said).to.have.length(1);
    first.stop();
    expect(globalThis.fetch).to.equal(fetch);
    copy();
    expect(start()).not.to.equal(first);
    copy('selection');
    const methods = attributesOf(await sink.next(COPIED)).map(({ 'session_badge.copy.method': method }) => method);
    expect(methods).to.deep.equal(['selection']);
  });

  it('refuses what nothing can be sent to', () => {
    for (const endpoint of ['ftp://a.example/', 'javascript:alert(1)', 'https://me:secret@a.example/v1/logs', 'http://[']) {
      expect(() => startTrail({ manager, endpoint }), endpoint).to.throw(TypeError, '/v1/logs');
    }
    expect(() => startTrail({ manager })).to.throw(TypeError, 'endpoint or a loggerProvider');
    expect(() => startTrail({ manager, endpoint: '/v1/logs', loggerProvider: sink })).to.throw(TypeError, 'not both');
  });

  it('says what is no number, and goes on with the default', async () => {
    const said = await consoleDuring('warn', () => start({ ringSize: NaN, slowLoad: -1, maxPerMinute: 'many' as never }));
    expect(said).to.have.length(3);
    expect(firstLine(said[2]!)).to.equal('session-id-badge: trail-option "maxPerMinute: many" ignored: using 300');
    copy();
    await sink.next(COPIED);
    expect(trail!.records.length).to.be.greaterThan(0);
  });

  it('waits for a session', async () => {
    let id: string | null = null;
    let tell = () => {};
    const hosted = getSessionManager({
      source: { getSessionId: () => id, subscribe: (changed) => ((tell = changed), () => {}) },
    });
    start({ manager: hosted });
    copy();
    id = 'abcd1234efgh5678';
    tell();
    expect(attributesOf(await sink.next(COPIED))[0]).to.include({ 'session.id': id });
  });
});
