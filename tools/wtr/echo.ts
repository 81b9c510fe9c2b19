import type { Middleware } from '@web/dev-server-core';

/**
 * Answers for other origins, which are other names of the test server: `/echo` with the method, headers and body of the
 * request as JSON, `/redirect?to=…` with a redirect to there. Any page may ask, with the header `baggage` and with `x-…`.
 */
export const echo: Middleware = async (context, next) => {
  if (!/^\/(echo|redirect)$/.test(context.path)) return next();
  context.set({
    'Access-Control-Allow-Origin': context.get('origin') || '*',
    'Access-Control-Allow-Headers': 'baggage, content-type, x-plain, x-other',
    'Access-Control-Allow-Methods': 'GET, POST, PUT',
    'Cache-Control': 'no-store',
  });
  context.status = 204;
  if (context.method == 'OPTIONS') return;
  if (context.path == '/redirect') {
    context.status = 307;
    context.set('Location', String(context.query.to));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of context.req) chunks.push(chunk as Buffer);
  context.status = 200;
  context.body = { method: context.method, headers: context.headers, body: String(Buffer.concat(chunks)) };
};
