/** What is on its way by `keepalive`, characters: browsers let a page have 64 KiB, of which others may want some. */
let inFlight = 0;
const MOST_IN_FLIGHT = 60_000;

/** How long an answer may take, ms. */
const PATIENCE = 10_000;

/** `retry`: later, after so many ms where the server has said so. `refuse`: it will not have that, then or later. */
export interface Answer {
  readonly then: 'done' | 'refuse' | 'retry';
  readonly after?: number | undefined;
  /** What a developer should know. */
  readonly hint?: string | undefined;
}

/** What to try again, https://opentelemetry.io/docs/specs/otlp/#failures-1. */
const RETRYABLE = [429, 502, 503, 504];

/** `Retry-After` in ms: seconds or a date, https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. Undefined where there is none. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return ms >= 0 ? ms : undefined;
}

/** A server that took only some says so, and does not want the rest again. */
async function rejectedBy(response: Response): Promise<string | undefined> {
  const { partialSuccess } = (await response.json()) as { partialSuccess?: { rejectedLogRecords?: string | number } };
  const rejected = Number(partialSuccess?.rejectedLogRecords);
  return rejected ? `it rejected ${rejected} records` : undefined;
}

/**
 * Sends it once. Never rejects. `send` is the browser's own `fetch`, or what was there before ours was put on it. A `lasting`
 * request goes on when the page is left, if it is small enough.
 */
export async function post(
  send: typeof fetch,
  url: string,
  headers: HeadersInit,
  body: string,
  isLasting: boolean,
): Promise<Answer> {
  const size = isLasting && inFlight + body.length <= MOST_IN_FLIGHT ? body.length : 0;
  inFlight += size;
  // AbortSignal.timeout is not in Chrome before 103.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE);
  try {
    const response = await send(url, {
      method: 'POST',
      headers,
      body,
      keepalive: !!size,
      signal: controller.signal,
      // Neither path nor query of the page.
      referrerPolicy: 'origin',
    });
    const { status } = response;
    if (response.ok) return { then: 'done', hint: await rejectedBy(response).catch(() => undefined) };
    return RETRYABLE.includes(status)
      ? { then: 'retry', after: retryAfter(response.headers) }
      : { then: 'refuse', hint: `it answered ${status}; name one that takes OTLP/HTTP logs as JSON` };
  } catch {
    const isOffline = navigator.onLine === false;
    return {
      then: 'retry',
      hint: isOffline ? undefined : 'it cannot be reached for now; on another origin it must allow this one by CORS',
    };
  } finally {
    clearTimeout(timer);
    inFlight -= size;
  }
}
