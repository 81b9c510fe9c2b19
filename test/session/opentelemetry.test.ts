import { expect } from '@open-wc/testing';
import {
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
  type LogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import { TracerProvider, InMemorySpanExporter, SimpleSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace';
import {
  createSessionLogRecordProcessor,
  createSessionSpanProcessor,
  type Session,
  type SessionObserver,
  type SessionProvider,
  type SessionPublisher,
} from '@opentelemetry/web-common';
import { getSessionManager, type SessionManager } from '../../src/session/index.js';
import { changesOf, clearFacts, dropCookie, freshName } from '../page.js';

// The type check is part of the test: a manager is what OpenTelemetry's own packages ask for.
const asProvider = (manager: SessionManager): SessionProvider & SessionPublisher => manager;

const logsOf = (session: SessionProvider) => {
  const exporter = new InMemoryLogRecordExporter();
  const processors: LogRecordProcessor[] = [
    createSessionLogRecordProcessor(session),
    new SimpleLogRecordProcessor({ exporter }),
  ];
  const logger = new LoggerProvider({ processors }).getLogger('shop');
  return { logger, ids: () => exporter.getFinishedLogRecords().map(({ attributes }) => attributes['session.id']) };
};

const spansOf = (session: SessionProvider) => {
  const exporter = new InMemorySpanExporter();
  const spanProcessors: SpanProcessor[] = [createSessionSpanProcessor(session), new SimpleSpanProcessor({ exporter })];
  const tracer = new TracerProvider({ spanProcessors }).getTracer('shop');
  return { tracer, ids: () => exporter.getFinishedSpans().map(({ attributes }) => attributes['session.id']) };
};

describe("OpenTelemetry's web packages", () => {
  afterEach(clearFacts);

  it('put the ID of the moment on every log record', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const { logger, ids } = logsOf(asProvider(manager));
    logger.emit({ body: 'before there is a session' });
    const first = (await manager.ready)!.id;
    logger.emit({ body: 'one' });
    const second = (await manager.renew()).id;
    logger.emit({ body: 'two' });
    expect(ids()).to.deep.equal([undefined, first, second]);
  });

  it('put the ID on every span, by which it began', async () => {
    const manager = getSessionManager({ cookie: freshName() });
    const { tracer, ids } = spansOf(asProvider(manager));
    const first = (await manager.ready)!.id;
    const span = tracer.startSpan('order');
    const second = (await manager.renew()).id;
    tracer.startSpan('pay').end();
    span.end();
    expect(ids()).to.deep.equal([second, first]);
  });

  it('get the next session from the first log record after the last has expired', async () => {
    const now = Date.now;
    const manager = getSessionManager({ cookie: freshName(), maxDuration: '1h' });
    const { logger, ids } = logsOf(asProvider(manager));
    const { id } = (await manager.ready)!;
    try {
      Date.now = () => now() + 36e5;
      logger.emit({ body: 'an hour later' });
      expect(ids()[0]).to.equal(manager.session!.id);
      expect(ids()[0]).to.not.equal(id);
    } finally {
      Date.now = now;
    }
  });

  it('hear, as session observers, the end of a session before the start of the next, linked only where the customer has not parted the two', async () => {
    const cookie = freshName();
    const manager = getSessionManager({ cookie });
    const changes = changesOf(manager);
    const heard: string[] = [];
    const observer: SessionObserver = {
      onSessionStarted: ({ id, startTimestamp }: Session, previous?: Session) =>
        heard.push(`start ${id} ${Date.now() - startTimestamp < 60_000}${previous ? ` after ${previous.id}` : ''}`),
      onSessionEnded: ({ id }: Session) => heard.push(`end ${id}`),
    };
    asProvider(manager).addObserver(observer);
    await changes.next();
    await manager.renew();
    await manager.renew('logout');
    await changes.next();
    await changes.next();
    dropCookie(cookie);
    await changes.next();
    const [one, two, three, four] = changes.map(({ session }) => session.id);
    expect(heard).to.deep.equal([
      `start ${one} true`,
      `end ${one}`,
      `start ${two} true after ${one}`,
      `end ${two}`,
      `start ${three} true`,
      `end ${three}`,
      `start ${four} true`,
    ]);
  });
});
