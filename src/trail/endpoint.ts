/** The address as a URL of the page's. Throws a `TypeError` for what records cannot be sent to. */
export function endpointOf(given: string | URL): string {
  let url: URL | undefined;
  try {
    url = new URL(given, document.baseURI);
  } catch {
    // Said below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    throw new TypeError(
      `session-id-badge: trail endpoint "${given}" is no address to send to: use one such as "/v1/logs" or "https://collector.example/v1/logs"`,
    );
  }
  url.hash = '';
  return url.href;
}
