import { RECORD_UID } from '../../../src/records/attributes.ts';
import type { LogRecord } from './flatten.ts';
import type { Complain } from './json.ts';

/** What browsers let a page send while it goes away, all of such requests together; so no request may be larger. */
const MAX_BYTES = 64 * 1024;
const SESSION_ID = /^[A-Za-z0-9_-]{8,64}$/;
/** Nothing about the customer or the customer's machine, other than what every request says in its headers. */
const RESOURCE = /^(service|telemetry|browser|user_agent)\./;
const YEAR_2000 = Date.UTC(2000);
const YEAR_2100 = Date.UTC(2100);

/** What the trail promises of each request, beyond OTLP. `bytes`: as it was on the wire. */
export function check(records: readonly LogRecord[], bytes: number, complain: Complain): void {
  if (bytes > MAX_BYTES) complain('body', `${bytes} bytes, more than ${MAX_BYTES}`);
  if (!records.length) complain('body', 'no records');

  const sessions = new Set(records.map(({ sessionId }) => sessionId));
  if (sessions.size > 1) complain('session.id', `${sessions.size} sessions in one request: ${[...sessions].join(', ')}`);
  const resources = new Set(records.flatMap(({ resource }) => Object.keys(resource)));
  for (const name of resources) if (!RESOURCE.test(name)) complain('resource', `${name} is nothing of a resource's`);

  const uids = new Set<unknown>();
  for (const [i, { sessionId, eventName, severityNumber, time, attributes }] of records.entries()) {
    const where = `record ${i} (${eventName})`;
    if (!eventName) complain(where, 'no eventName');
    if (!(severityNumber >= 1 && severityNumber <= 24)) complain(where, `severityNumber ${severityNumber}`);
    if (!(time > YEAR_2000 && time < YEAR_2100)) complain(where, `timeUnixNano is ${time} ms, not of this century`);
    if (!SESSION_ID.test(sessionId)) complain(where, sessionId ? `session.id ${sessionId} is no ID` : 'no session.id');
    const uid = attributes[RECORD_UID];
    if (!uid || typeof uid != 'string') complain(where, `no ${RECORD_UID}`);
    else if (uids.has(uid)) complain(where, `${RECORD_UID} ${uid} is there twice`);
    uids.add(uid);
  }
}
