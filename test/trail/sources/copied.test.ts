import { expect } from '@open-wc/testing';
import { COPY_METHOD, ID_COPIED, ID_NOT_COPIED } from '../../../src/records/index.js';
import { INFO, WARN } from '../../../src/trail/record.js';
import { recordCopies } from '../../../src/trail/sources/copied.js';
import { badgeWith, clickOn } from '../../badge/badge-with.js';
import { until } from '../../page.js';
import { collect } from './collect.js';

describe('recordCopies', () => {
  const { records, emit } = collect();
  let stop = () => {};
  beforeEach(() => {
    records.length = 0;
    stop = recordCopies(emit);
  });
  afterEach(() => stop());
  const tell = (type: string, detail: unknown) => document.body.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));

  it('records that the customer copied the ID, without the ID', async () => {
    const badge = await badgeWith();
    await clickOn(badge, 'copy-button');
    await until(() => records.length, 'the record');
    const [{ timestamp, ...record }] = records as [(typeof records)[0]];
    expect(record).to.deep.equal({ eventName: ID_COPIED, severityNumber: INFO, attributes: { [COPY_METHOD]: 'clipboard' } });
    expect(timestamp).to.be.closeTo(Date.now(), 5000);
  });

  it('records that it could not be copied, and why', () => {
    tell('session-id-copy-error', { ok: false, reason: 'refused', manual: false, id: null, text: '' });
    expect(records).to.have.length(1);
    expect(records[0]).to.include({ eventName: ID_NOT_COPIED, severityNumber: WARN });
    expect(records[0]!.attributes).to.deep.equal({ [COPY_METHOD]: 'refused' });
  });

  it('repeats no words but its own', () => {
    const thrower = {
      get method() {
        throw new Error();
      },
    };
    for (const detail of [
      { method: 'peter@example.org' },
      { method: ['clipboard'] },
      { method: 7 },
      thrower,
      null,
      'clipboard',
      undefined,
    ])
      tell('session-id-copy', detail);
    dispatchEvent(new Event('session-id-copy'));
    expect(records).to.have.length(8);
    for (const { attributes } of records) expect(attributes).to.deep.equal({});
  });

  it('ends', () => {
    stop();
    tell('session-id-copy', { method: 'clipboard' });
    tell('session-id-copy-error', { reason: 'timeout' });
    expect(records).to.have.length(0);
  });
});
