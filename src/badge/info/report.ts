import type { Session } from '../../session/types.js';
import type { Texts } from './texts.js';

/** What a badge knows beside what the browser says. */
export interface ReportFacts {
  readonly session: Session;
  /** What stands before the ID. */
  readonly label: string;
  /** The host's. */
  readonly appVersion: string | null | undefined;
  /** What the manager's `describe` has brought. */
  readonly lines: readonly string[];
}

/** One line, whatever it is: no line breaks, controls or bidirectional marks that would make it look like more, or other. */
const oneLine = (text: unknown): string =>
  String(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

const time = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+/, '');

/** What the customer hands to support: labelled plain text, nothing of an earlier session, no query or fragment of the address. */
export function reportText({ session, label, appVersion, lines }: ReportFacts, { report }: Texts, now: number): string {
  const { id, startedAt, persistence } = session;
  const { origin, pathname } = location;
  const rows: [label: string, value: unknown][] = [
    [label, id],
    [report.started, startedAt && time(startedAt)],
    [report.now, time(now)],
    [report.page, origin + pathname],
    [report.browser, navigator.userAgent],
    [report.viewport, `${innerWidth}×${innerHeight}`],
    [report.language, navigator.language],
    [report.online, navigator.onLine ? report.yes : report.no],
    [report.appVersion, appVersion],
    [report.persistence, persistence],
  ];
  return [...rows.filter(([, value]) => value).map((row) => row.map(oneLine).join(': ')), ...lines.map(oneLine)].join('\n');
}
