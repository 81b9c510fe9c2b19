import { setTimeout as sleep } from 'node:timers/promises';
import type { Middleware } from '@web/dev-server-core';

/**
 * Answers for other origins, which are other names of the test server. Any page may ask, with the header `baggage` and with `x-…`.
 *
 *   /echo               the method, headers and body of the request as JSON
 *   /redirect?to=…      a redirect to there
 *   /status/503/name    this status
 *   /slow/500/name      nothing, after so many ms, of the type that the name's extension says
 *   /hang/name          no answer for 10 s
 */
export const echo: Middleware = async (context, next) => {
  const [, route, said] = /^\/(echo$|redirect$|status|slow|hang)(?:\/(\d+))?/.exec(context.path) ?? [];
  if (!route) return next();
  context.set({
    'Access-Control-Allow-Origin': context.get('origin') || '*',
    'Access-Control-Allow-Headers': 'baggage, content-type, x-plain, x-other',
    'Access-Control-Allow-Methods': 'GET, POST, PUT',
    'Cache-Control': 'no-store',
  });
  context.status = 204;
  if (context.method == 'OPTIONS') return;
  if (route == 'redirect') {
    context.status = 307;
    context.set('Location', String(context.query.to));
    return;
  }
  if (route != 'echo') {
    if (route != 'status') await sleep(route == 'slow' ? Number(said) : 10_000);
    context.status = route == 'status' ? Number(said) : 200;
    context.type = /\.\w+$/.exec(context.path)?.[0] ?? 'text';
    context.body = '';
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of context.req) chunks.push(chunk as Buffer);
  context.status = 200;
  context.body = { method: context.method, headers: context.headers, body: String(Buffer.concat(chunks)) };
};
