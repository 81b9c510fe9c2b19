import { Hono, type Context } from 'hono';
import { sessionRoutes } from './api/session-routes.ts';
import { createFollowers } from './followers.ts';
import { addressOf } from './guard/address.ts';
import { ownHostsOnly, ownPagesOnly } from './guard/host.ts';
import { createTokenGuard } from './guard/token.ts';
import { intakeRoutes } from './intake/routes.ts';
import { createSenders } from './intake/senders.ts';
import { createSessionCap } from './intake/session-cap.ts';
import { headers, pageRoutes } from './page-routes.ts';
import { remembered } from './remembered.ts';
import { StoreFailedError, type EventStore } from './store/event-store.ts';

export interface AppOptions {
  readonly store: EventStore;
  /** How long records are kept, ms. */
  readonly retention: number;
  /** What look-ups need; undefined: nothing. */
  readonly token: string | undefined;
  /** Whether pages of that origin may send records. */
  readonly allowsOrigin: (origin: string) => boolean;
  /** Names beside this machine's own and addresses under which the desk can be reached. */
  readonly hosts: readonly string[];
  /** Whether `X-Forwarded-For` says who is asking. */
  readonly trustsProxy: boolean;
}

/** How long the number of records that name no session is not counted again where none come, ms: there can be millions. */
const APART = 60_000;

/** What the desk answers to each request, and its intake by itself, for another site of the same process. */
export interface App {
  readonly app: Hono;
  /** `POST /v1/logs`, and nothing else. */
  readonly intake: Hono;
}

export function createApp({ store, retention, token, allowsOrigin, hosts, trustsProxy }: AppOptions): App {
  const followers = createFollowers();
  const cap = createSessionCap(store);
  const address = (c: Context) => addressOf(c, trustsProxy);
  const guard = createTokenGuard(token, address);
  const intake = intakeRoutes({
    store,
    followers,
    cap,
    retention,
    senders: createSenders(),
    allowsOrigin,
    senderOf: (c) => (guard.isTrustedSender(c) ? undefined : address(c)),
  });

  const apart = remembered(() => store.count(''), APART);
  followers.follow('', apart.forget);

  const app = new Hono();
  app.use(ownHostsOnly(hosts));
  // Senders may be of any site that is on the list, and what they are answered is no page: it goes without all that costs time.
  app.route('/', intake);
  app.use(headers);
  app.use(ownPagesOnly);
  app.route('/', guard.routes);
  app.get('/api/status', async (c) => {
    const signedIn = guard.isSignedIn(c);
    const inside = signedIn && { store: store.name, withoutSession: await apart.get() };
    return c.json({ retention, needsToken: !!token, signedIn, ...inside });
  });
  app.use('/api/*', guard.signedInOnly);
  app.route('/', sessionRoutes({ store, followers, cap, retention }));
  app.route('/', pageRoutes());
  app.notFound((c) => c.json({ message: 'there is nothing here' }, 404));
  app.onError((error, c) => {
    if (error instanceof StoreFailedError)
      return c.json({ message: 'the database does not answer' }, 503, { 'Retry-After': '10' });
    console.error(error);
    return c.json({ message: 'the desk has failed at this, and has said why on its own console' }, 500);
  });
  return { app, intake };
}
