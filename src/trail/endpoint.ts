import { attempt } from '../session/attempt.js';
import { NAME } from '../session/hint.js';

/** The address as a URL of the page's. Throws a `TypeError` for what records cannot be sent to. */
export function endpointOf(given: string | URL): string {
  const url = attempt(() => new URL(given, document.baseURI));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new TypeError(
      `${NAME}: trail endpoint "${given}" is no address to send to: use one such as "/v1/logs" or "https://collector.example/v1/logs"`,
    );
  }
  url.hash = '';
  return url.href;
}
