import { expect } from '@open-wc/testing';
import { CSP_DIRECTIVE, CSP_DISPOSITION, CSP_VIOLATION, URL_FULL } from '../../../src/records/index.js';
import { ERROR, WARN } from '../../../src/trail/record.js';
import { recordCspViolations } from '../../../src/trail/sources/csp.js';
import { until } from '../../page.js';
import { collect } from './collect.js';
import { inFrame } from './in-frame.js';

const policy = (text: string) => `<meta http-equiv="content-security-policy" content="${text}">`;

describe('recordCspViolations', () => {
  it('records which directive refused which address', async () => {
    const { frame, records } = await inFrame('csp', 'recordCspViolations(emit)', policy("img-src 'none'"));
    frame.contentDocument!.body.append(
      Object.assign(frame.contentDocument!.createElement('img'), { src: `${location.origin}/a.png?token=1` }),
    );
    await until(() => records.length, 'the record');
    frame.remove();
    expect(records.map((record) => ({ ...record, timestamp: 0 }))).to.deep.equal([
      {
        eventName: CSP_VIOLATION,
        severityNumber: ERROR,
        timestamp: 0,
        attributes: {
          [CSP_DIRECTIVE]: 'img-src',
          [CSP_DISPOSITION]: 'enforce',
          [URL_FULL]: `${location.origin}/a.png`,
        },
      },
    ]);
    expect(records[0]!.timestamp).to.be.closeTo(Date.now(), 5000);
  });

  it('keeps the words that a browser has for what has no address', async () => {
    const { frame, records } = await inFrame('csp', 'recordCspViolations(emit)', policy("style-src 'self'"));
    frame.contentDocument!.body.append(frame.contentDocument!.createElement('style'));
    frame.contentDocument!.querySelector('style')!.textContent = 'p { color: red }';
    await until(() => records.length, 'the record');
    frame.remove();
    expect(records[0]!.attributes![URL_FULL]).to.equal('inline');
    expect(records[0]!.attributes![CSP_DIRECTIVE]).to.equal('style-src-elem');
  });

  it('takes what is only reported for a warning, passes over what is ignored, and ends', () => {
    const { records, emit } = collect();
    const stop = recordCspViolations(emit, (url) => url == 'https://logs.example/v1/logs');
    const violate = (blockedURI: string) =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI,
          disposition: 'report',
          effectiveDirective: 'connect-src',
          violatedDirective: 'connect-src',
          originalPolicy: '',
          documentURI: '',
          statusCode: 0,
        }),
      );
    violate('https://logs.example/v1/logs');
    violate('https://other.example/');
    stop();
    violate('https://other.example/');
    expect(records.map(({ severityNumber, attributes }) => [severityNumber, attributes![CSP_DISPOSITION]])).to.deep.equal([
      [WARN, 'report'],
    ]);
  });
});
