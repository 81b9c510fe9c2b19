import { expect } from '@open-wc/testing';
import { ErrorsInstrumentation } from '@opentelemetry/browser-instrumentation/experimental/errors';
import { EXCEPTION, EXCEPTION_MESSAGE, EXCEPTION_TYPE } from '../../../src/records/index.js';
import { ERROR } from '../../../src/trail/record.js';
import { recordOddErrors } from '../../../src/trail/sources/odd-errors.js';
import { until } from '../../page.js';
import { collect } from './collect.js';

const throwing = {
  get() {
    throw new Error('hostile');
  },
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
class Refusal {
  code = 7;
}
class Told {
  toString = () => 'told';
}
const unreadable = (...names: string[]) =>
  names.reduce((error, name) => Object.defineProperty(error, name, throwing), new RangeError('too far'));
const circular: Record<string, unknown> = { self: null };
circular.self = circular;

describe('recordOddErrors', () => {
  const ours = collect();
  const theirs = collect();
  const heard: Event[] = [];
  const instrumentation = new ErrorsInstrumentation({ enabled: false });
  instrumentation.setLoggerProvider({ getLogger: () => theirs } as never);
  let stop = () => {};
  const { error } = console;
  // Mocha's, which Chrome asks first.
  const { onerror } = window;
  /** The test runner takes it for a failure. */
  const quiet = (event: Event) => {
    heard.push(event);
    event.preventDefault();
    instrumentation['_onError'](event as never);
    event.stopImmediatePropagation();
  };
  const types = ['error', 'unhandledrejection'];
  beforeEach(() => {
    // Where it prints what cannot be printed, it does not come back.
    console.error = () => {};
    window.onerror = null;
    stop = recordOddErrors(ours.emit);
    for (const type of types) addEventListener(type, quiet, true);
    for (const list of [ours.records, theirs.records, heard]) list.length = 0;
  });
  afterEach(() => {
    console.error = error;
    window.onerror = onerror;
    stop();
    for (const type of types) removeEventListener(type, quiet, true);
  });

  /** What of it is recorded, by this source and, where that says anything, by OpenTelemetry's. */
  async function recorded(thrown: unknown, isThrown: boolean) {
    if (isThrown)
      setTimeout(() => {
        throw thrown;
      });
    else void Promise.reject(thrown);
    await until(() => heard.length, 'the event');
    const told = theirs.records.filter(({ attributes: a }) => a![EXCEPTION_TYPE] || a![EXCEPTION_MESSAGE]);
    return { ours: ours.records, theirs: told };
  }

  const odd: [what: string, thrown: unknown, type: string, message: string | RegExp][] = [
    ['a number', 404, 'number', '404'],
    ['zero', 0, 'number', '0'],
    ['an empty string', '', 'string', ''],
    ['a symbol', Symbol('s'), 'symbol', 'Symbol(s)'],
    ['a big integer', 5n, 'bigint', '5'],
    ['false', false, 'boolean', 'false'],
    ['an object', { orderId: 1, items: [] }, 'Object', 'orderId, items'],
    ['an object with a code', { code: 'E_STOCK', at: 1 }, 'Object', 'code: E_STOCK'],
    ['an object of a class', new Refusal(), 'Refusal', 'code: 7'],
    ['an object that is a text', new Told(), 'Told', 'told'],
    ['an object of itself', circular, 'Object', 'self'],
    ['an object of nothing', Object.create(null), 'object', ''],
    ['a list', ['Jane Doe'], 'Array', '0'],
    [
      'a function without a name',
      (
        () => () =>
          1
      )(),
      'Function',
      '',
    ],
    ['an event', new Event('error'), 'Event', 'type: error'],
    ['a response', new Response('', { status: 503 }), 'Response', /^status: 503/],
    ['an error of which the name cannot be read', unreadable('name'), 'RangeError', 'too far'],
    ['an error of which the stack cannot be read', unreadable('stack'), 'RangeError', 'too far'],
    ['an error of which nothing can be read', unreadable('name', 'message', 'stack', 'constructor'), 'object', ''],
    ['a revoked proxy', revoked(), 'object', ''],
  ];
  for (const [what, thrown, type, message] of odd) {
    for (const isThrown of [true, false]) {
      it(`records ${what} that is ${isThrown ? 'thrown' : 'rejected'}, where OpenTelemetry has nothing to say`, async () => {
        const { ours, theirs } = await recorded(thrown, isThrown);
        expect(theirs).to.deep.equal([]);
        expect(ours).to.have.length(1);
        const [{ eventName, severityNumber, attributes }] = ours as [(typeof ours)[0]];
        expect([eventName, severityNumber, attributes![EXCEPTION_TYPE]]).to.deep.equal([EXCEPTION, ERROR, type]);
        if (typeof message == 'string') expect(attributes![EXCEPTION_MESSAGE]).to.equal(message);
        else expect(attributes![EXCEPTION_MESSAGE]).to.match(message);
      });
    }
  }

  for (const [what, thrown] of [
    ['undefined', undefined],
    ['null', null],
  ] as const) {
    it(`records ${what} that is rejected`, async () => {
      const { ours, theirs } = await recorded(thrown, false);
      expect(theirs).to.deep.equal([]);
      expect(ours.map(({ attributes }) => attributes)).to.deep.equal([{ [EXCEPTION_TYPE]: what, [EXCEPTION_MESSAGE]: what }]);
    });

    it(`leaves ${what} that is thrown to OpenTelemetry: the browser has a message for it`, async () => {
      const { ours, theirs } = await recorded(thrown, true);
      expect([ours.length, theirs.length]).to.deep.equal([0, 1]);
    });
  }

  for (const [what, thrown] of [
    ['errors', new TypeError('no')],
    ['errors of their own cause', Object.assign(new Error('round'), { cause: circular })],
    ['DOM exceptions', new DOMException('gone', 'AbortError')],
    ['strings', 'no'],
    ['objects with a message', { message: 'no' }],
    ['functions with a name', function refuse() {}],
  ] as const) {
    it(`leaves ${what} to OpenTelemetry`, async () => {
      for (const isThrown of [true, false]) {
        for (const list of [ours.records, theirs.records, heard]) list.length = 0;
        const told = await recorded(thrown, isThrown);
        expect([told.ours.length, told.theirs.length]).to.deep.equal([0, 1]);
      }
    });
  }

  it('cuts what is long', async () => {
    const { ours } = await recorded({ toString: () => 'x'.repeat(1e6) }, false);
    expect(ours[0]!.attributes![EXCEPTION_MESSAGE]).to.equal('x'.repeat(2048));
  });

  it('passes over errors of elements and events without anything', () => {
    const image = new Image();
    document.body.append(image);
    image.dispatchEvent(new ErrorEvent('error', { error: 5, bubbles: true }));
    dispatchEvent(new Event('error'));
    image.remove();
    expect(ours.records).to.deep.equal([]);
  });

  it('ends', async () => {
    stop();
    expect((await recorded(5, false)).ours).to.deep.equal([]);
  });
});
