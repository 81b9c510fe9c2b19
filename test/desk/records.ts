import type { Attributes, DeskRecord } from '../../src/desk/record.ts';
import * as names from '../../src/records/attributes.ts';
import * as events from '../../src/records/events.ts';

/** An ID of ours whose session began at {@link START}. */
export const ID = '6fgje00123456782';
/** 2026-11-23T12:00:00Z, ms. */
export const START = Date.UTC(2026, 10, 23, 12);

const BROWSER: Attributes = {
  'service.name': 'shop.example',
  'service.version': '4.2.0',
  'user_agent.name': 'Chrome',
  'user_agent.version': '156',
  'browser.mobile': false,
  'browser.platform': 'Windows',
  'telemetry.sdk.name': 'session-id-badge',
};

let made = 0;

/** A record as the trail makes one: `minute` after the start, on that page. */
export function record(
  eventName: string,
  minute: number,
  page: string,
  severityNumber = 9,
  attributes: Attributes = {},
  rest: Partial<DeskRecord> = {},
): DeskRecord {
  const uid = (++made).toString(16).padStart(16, '0');
  const time = START + minute * 60_000;
  return {
    uid,
    sessionId: ID,
    time,
    received: time + 1200,
    eventName,
    severityNumber,
    severityText: '',
    body: null,
    attributes: { [names.SESSION_ID]: ID, [names.RECORD_UID]: uid, [names.PAGE_PATH]: page, ...attributes },
    resource: BROWSER,
    scope: { name: 'session-id-badge', version: '' },
    traceId: '',
    spanId: '',
    ...rest,
  };
}

const url = (path: string) => (path.startsWith('http') ? path : `https://shop.example${path}`);

/** What happens in a shop, each by the minute after the start and the page. */
export const happening = {
  begin: (minute: number) => record(events.SESSION_START, minute, '/'),
  visit: (minute: number, page: string) => record('browser.navigation', minute, page, 9, { [names.URL_FULL]: url(page) }),
  state: (minute: number, page: string, state: string) =>
    record(events.PAGE_STATE, minute, page, 9, { [names.PAGE_STATE_NAME]: state }),
  click: (minute: number, page: string) =>
    record('browser.user_action.click', minute, page, 9, {
      'browser.css_selector': 'main > button',
      'browser.tag_name': 'BUTTON',
    }),
  asset: (minute: number, page: string, path: string, duration = 40) =>
    record('browser.resource_timing', minute, page, 9, {
      [names.URL_FULL]: url(path),
      'browser.resource_timing.initiator_type': 'script',
      'browser.resource_timing.duration': duration,
    }),
  request: (minute: number, page: string, path: string, duration = 80) =>
    record('browser.resource_timing', minute, page, 9, {
      [names.URL_FULL]: url(path),
      'browser.resource_timing.initiator_type': 'fetch',
      'browser.resource_timing.duration': duration,
    }),
  failed: (minute: number, page: string, path: string, status: number | undefined, count = 1) =>
    record(events.REQUEST_FAILED, minute, page, status && status < 500 ? 13 : 17, {
      [names.HTTP_METHOD]: 'POST',
      [names.URL_FULL]: url(path),
      ...(status ? { [names.HTTP_STATUS]: status, [names.ERROR_TYPE]: `${status}` } : { [names.ERROR_TYPE]: 'TypeError' }),
      [names.DURATION]: 310,
      ...(count > 1 && { [names.COUNT]: count }),
    }),
  timeout: (minute: number, page: string, path: string) =>
    record(events.REQUEST_ABORTED, minute, page, 13, {
      [names.URL_FULL]: url(path),
      [names.ERROR_TYPE]: 'timeout',
      [names.DURATION]: 8000,
    }),
  slow: (minute: number, page: string, path: string, duration: number) =>
    record(events.REQUEST_SLOW, minute, page, 13, {
      [names.URL_FULL]: url(path),
      [names.HTTP_STATUS]: 200,
      [names.DURATION]: duration,
    }),
  missing: (minute: number, page: string, type: string, path: string) =>
    record(events.LOAD_FAILED, minute, page, type == 'image' ? 13 : 17, {
      [names.LOAD_TYPE]: type,
      [names.URL_FULL]: url(path),
    }),
  dead: (minute: number, page: string, role = 'button', count = 1) =>
    record(events.CLICK_DEAD, minute, page, 13, {
      [names.ELEMENT_ROLE]: role,
      [names.ELEMENT_SELECTOR]: '#compare > button',
      ...(count > 1 && { [names.COUNT]: count }),
    }),
  rage: (minute: number, page: string, count: number) =>
    record(events.CLICK_RAGE, minute, page, 13, {
      [names.ELEMENT_ROLE]: 'button',
      [names.ELEMENT_SELECTOR]: '#pay',
      [names.COUNT]: count,
    }),
  sluggish: (minute: number, page: string, duration: number) =>
    record(events.INTERACTION_SLOW, minute, page, 13, { [names.INTERACTION_TYPE]: 'click', [names.DURATION]: duration }),
  alert: (minute: number, page: string, text?: string) =>
    record(events.MESSAGE_SHOWN, minute, page, 13, { [names.MESSAGE_TYPE]: 'alert' }, { body: text ?? null }),
  dialog: (minute: number, page: string) => record(events.MESSAGE_SHOWN, minute, page, 9, { [names.MESSAGE_TYPE]: 'dialog' }),
  thrown: (minute: number, page: string, message: string) =>
    record(events.EXCEPTION, minute, page, 17, {
      [names.EXCEPTION_TYPE]: 'TypeError',
      [names.EXCEPTION_MESSAGE]: message,
      [names.EXCEPTION_STACKTRACE]: `TypeError: ${message}\n    at total (https://shop.example/shop.js:10:5)`,
    }),
  refused: (minute: number, page: string) =>
    record(events.CSP_VIOLATION, minute, page, 17, { [names.CSP_DIRECTIVE]: 'script-src-elem', [names.URL_FULL]: 'inline' }),
  offline: (minute: number, page: string) => record(events.CONNECTION_LOST, minute, page, 13),
  copied: (minute: number, page: string) => record(events.ID_COPIED, minute, page, 9, { [names.COPY_METHOD]: 'clipboard' }),
  /** A server's own log of the same session. */
  logged: (minute: number, severityNumber: number, text: string) =>
    record(
      '',
      minute,
      '',
      severityNumber,
      { [names.PAGE_PATH]: null },
      {
        body: text,
        severityText: severityNumber < 13 ? 'INFO' : 'ERROR',
        resource: { 'service.name': 'orders', 'service.version': '9.9.9' },
        scope: { name: 'pino', version: '' },
      },
    ),
};
