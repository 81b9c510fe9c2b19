/** What both kinds of request headers can be asked. Node joins repeated `cookie` and `baggage` headers, as `Headers` does. */
type HeadersLike = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Where a session is read from: a web-standard `Request` (in Hono `c.req.raw`) or its `Headers`, or Node's `IncomingMessage` of
 * HTTP/1 or 2, such as the requests of Express and (`request.raw` or itself) of Fastify.
 */
export type RequestLike =
  | Headers
  | {
      readonly headers: HeadersLike;
      /** Of a `Request`; only whether it begins with `https:` is looked at. */
      readonly url?: string;
      /** Of Node's requests. */
      readonly socket?: object | null;
    };

/** The value of a header, empty where it is not there. Throws a `TypeError` where what is given is no request. */
export function headerOf(request: RequestLike, name: string): string {
  const given: unknown = request;
  const headers = Object(given) === given && 'headers' in request ? request.headers : (given as HeadersLike);
  if (isWeb(headers)) return headers.get(name) ?? '';
  // What has no headers is a plain object too, such as a framework's context.
  if (headers === given || !headers || typeof headers != 'object') {
    throw new TypeError('session-id-badge: what has no headers is no request: pass the request itself (in Hono, c.req.raw)');
  }
  return [headers[name] ?? ''].flat().join(name == 'cookie' ? ';' : ',');
}

/** Contexts may have a `get` of their own, but they have no `has`. */
const isWeb = (headers: HeadersLike): headers is Headers =>
  typeof headers?.get == 'function' && typeof headers.has == 'function';

/** Whether the browser speaks https, to this server or to a proxy before it that says so, as nearly all do. */
export function isSecure(request: RequestLike): boolean {
  const { url, socket } = request as Partial<Exclude<RequestLike, Headers>>;
  return (
    /^https:/i.test(url ?? '') ||
    !!(socket as { encrypted?: boolean } | undefined)?.encrypted ||
    /^\s*https\b/i.test(headerOf(request, 'x-forwarded-proto'))
  );
}
