import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { failure, JSON_TYPE, PROTOBUF_TYPE, success, type Answer } from '../otlp/answer.ts';
import { LONGEST_BODY, takeIn, type IntakeOptions } from './intake.ts';
import { createMemory } from './memory.ts';
import { readBody } from './read-body.ts';
import { RefusedError } from './refused.ts';

export interface IntakeRouteOptions extends IntakeOptions {
  /** Whether pages of that origin may send. */
  readonly allowsOrigin: (origin: string) => boolean;
  /** Whose request that is; undefined for a sender who has shown the token. */
  readonly senderOf: (c: Context) => string | undefined;
}

/** Without parameters. */
const typeOf = (c: Context): string => (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
const isProtobuf = (c: Context): boolean => typeOf(c) == PROTOBUF_TYPE;

const say = (c: Context, status: 200 | RefusedError['status'], { type, body }: Answer): Response =>
  c.body(body, status, { 'Content-Type': type });

function refuse(c: Context, { status, message, retryAfter }: RefusedError): Response {
  if (retryAfter) c.header('Retry-After', String(retryAfter));
  return say(c, status, failure(isProtobuf(c), status, message));
}

/** `POST /v1/logs`, https://opentelemetry.io/docs/specs/otlp/#otlphttp: JSON or protobuf, gzip or not. */
export function intakeRoutes({ allowsOrigin, senderOf, ...options }: IntakeRouteOptions): Hono {
  const memory = createMemory();
  const intake = new Hono();
  const allowOrigins = cors({
    origin: (origin) => (allowsOrigin(origin) ? origin : null),
    allowMethods: ['POST'],
    // What exporters in browsers send beside their body.
    allowHeaders: ['Content-Type', 'Content-Encoding', 'Authorization'],
    exposeHeaders: ['Retry-After'],
    // So that sendBeacon, which always sends cookies, can be used. There are none that mean anything here.
    credentials: true,
    maxAge: 7_200,
  });
  // Servers have none, and send the most: the headers double what a request costs.
  intake.use('/v1/logs', (c, next) => (c.req.header('Origin') ? allowOrigins(c, next) : next()));
  intake.use('/v1/logs', async (c, next) => {
    if (c.req.method != 'POST') return c.json({ message: 'send OTLP logs here, by POST' }, 405, { Allow: 'POST' });
    // Not text/plain either, which any page may send without being asked for its origin.
    if (![JSON_TYPE, PROTOBUF_TYPE].includes(typeOf(c))) {
      return refuse(c, new RefusedError(415, `Content-Type can be ${JSON_TYPE} or ${PROTOBUF_TYPE}`));
    }
    return next();
  });
  intake.post('/v1/logs', async (c) => {
    const sender = senderOf(c);
    const held = memory.hold(sender);
    try {
      const { rejected, message } = await takeIn(
        {
          read: () => readBody(c, LONGEST_BODY, held),
          isProtobuf: isProtobuf(c),
          encoding: c.req.header('Content-Encoding')?.trim().toLowerCase(),
          sender,
        },
        options,
      );
      return say(c, 200, success(isProtobuf(c), rejected, message));
    } catch (error) {
      if (error instanceof RefusedError) return refuse(c, error);
      throw error;
    } finally {
      held.release();
    }
  });
  return intake;
}
