import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { createTries, type Tries } from './tries.ts';

const COOKIE = 'desk_login';
/** How long a login lasts, in s: a working day. */
const LASTS = 12 * 3_600;

/** Takes the same time however much of it is right, and however long it is. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(hash('sha256', one, 'buffer'), hash('sha256', other, 'buffer'));

/** Who may look sessions up: everybody where there is no token. */
export interface TokenGuard {
  /** Whether the request shows the token, as `Authorization: Bearer`, or the cookie that it was exchanged for. */
  isSignedIn(c: Context): boolean;
  /** Whether a sender shows the token itself. */
  isTrustedSender(c: Context): boolean;
  /** 401 for everybody else, and 429 for who has shown too many wrong ones. */
  readonly signedInOnly: MiddlewareHandler;
  /** `POST /api/login`, `POST /api/logout`. */
  readonly routes: Hono;
}

/** `now`: ms since 1970. */
export function createTokenGuard(
  token: string | undefined,
  addressOf: (c: Context) => string,
  now: () => number = Date.now,
): TokenGuard {
  const tries = createTries(now);
  // Of their own: a sender with a wrong one must not keep agents at the same address out.
  const sendersTries = createTries(now);

  // Nothing is kept of a login, so that it holds for each desk that has the token, and after a restart.
  const sign = (until: number) => createHmac('sha256', token!).update(`${COOKIE} ${until}`).digest('base64url');

  function isLogin(cookie: string | undefined): boolean {
    const [until, signature] = cookie?.split('.') ?? [];
    return !!signature && Number(until) > now() && isSame(signature, sign(Number(until)));
  }
  const shownBy = (c: Context) => /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  function isToken(c: Context, given: unknown, counted = tries): boolean {
    const isRight = typeof given == 'string' && isSame(given, token!);
    if (!isRight) counted.failed(addressOf(c));
    return isRight;
  }
  function shows(c: Context, counted: Tries): boolean {
    const shown = token && shownBy(c);
    return !!shown && !counted.areOver(addressOf(c)) && isToken(c, shown, counted);
  }
  const isSignedIn = (c: Context) => !token || isLogin(getCookie(c, COOKIE)) || shows(c, tries);
  const tooMany = (c: Context) => c.json({ message: 'too many wrong tokens: wait a minute' }, 429, { 'Retry-After': '60' });

  const attributes = (c: Context) => ({
    path: '/',
    httpOnly: true,
    sameSite: 'Strict' as const,
    secure: new URL(c.req.url).protocol == 'https:' || c.req.header('X-Forwarded-Proto') == 'https',
  });

  const tooLong = (c: Context) => c.json({ message: 'this is not the token' }, 413);

  const routes = new Hono();
  routes.post('/api/login', bodyLimit({ maxSize: 4_096, onError: tooLong }), async (c) => {
    if (!token) return c.body(null, 204);
    if (tries.areOver(addressOf(c))) return tooMany(c);
    const body: unknown = await c.req.json().catch(() => null);
    const given = body && typeof body == 'object' && 'token' in body ? body.token : undefined;
    if (!isToken(c, given)) return c.json({ message: 'this is not the token' }, 401);
    const until = now() + LASTS * 1_000;
    setCookie(c, COOKIE, `${until}.${sign(until)}`, { ...attributes(c), maxAge: LASTS });
    return c.body(null, 204);
  });
  routes.post('/api/logout', (c) => {
    deleteCookie(c, COOKIE, attributes(c));
    return c.body(null, 204);
  });

  return {
    isSignedIn,
    isTrustedSender: (c) => shows(c, sendersTries),
    async signedInOnly(c, next) {
      if (isSignedIn(c)) return next();
      return shownBy(c) && tries.areOver(addressOf(c))
        ? tooMany(c)
        : c.json({ message: 'sign in with the token of the desk (DESK_TOKEN)' }, 401);
    },
    routes,
  };
}
