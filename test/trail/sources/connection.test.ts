import { expect } from '@open-wc/testing';
import { CONNECTION_BACK, CONNECTION_LOST, DURATION } from '../../../src/records/index.js';
import { INFO, WARN } from '../../../src/trail/record.js';
import { recordConnection } from '../../../src/trail/sources/connection.js';
import { collect, pause } from './collect.js';

describe('recordConnection', () => {
  const { records, emit } = collect();
  beforeEach(() => void (records.length = 0));
  const names = () => records.map(({ eventName, severityNumber }) => [eventName, severityNumber]);

  it('records that it was lost, and that it is back, after how long', async () => {
    const stop = recordConnection(emit);
    expect(records).to.deep.equal([]);
    dispatchEvent(new Event('offline'));
    await pause(100);
    dispatchEvent(new Event('online'));
    stop();
    dispatchEvent(new Event('offline'));
    expect(names()).to.deep.equal([
      [CONNECTION_LOST, WARN],
      [CONNECTION_BACK, INFO],
    ]);
    expect(records[1]!.attributes![DURATION]).to.be.within(95, 1000);
  });

  it('records at once that there is none', () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    const stop = recordConnection(emit);
    Reflect.deleteProperty(navigator, 'onLine');
    dispatchEvent(new Event('online'));
    stop();
    expect(names().map(([name]) => name)).to.deep.equal([CONNECTION_LOST, CONNECTION_BACK]);
    expect(records[1]!.attributes![DURATION]).to.equal(undefined);
  });
});
