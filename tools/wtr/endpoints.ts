import type { TestRunnerConfig } from '@web/test-runner';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/**
 * What only a server can do, for tests to fetch:
 *
 *   /__test/set?name=value&…  sets the cookies; a parameter `;` holds their attributes, as in `&;=HttpOnly; Path=/a`
 *   /__test/delete?name       deletes cookies by Max-Age=0; the same attributes
 *   /__test/clear             Clear-Site-Data: "cookies"
 *   /__test/echo              the Cookie header as this server got it, as text
 *   /__test/blank             an empty page
 */
export const endpoints: Middleware = (context, next) => {
  if (!context.path.startsWith('/__test/')) return next();
  const { ';': attributes, ...cookies } = context.query;
  const setCookies = (suffix = '') => {
    for (const [name, value] of Object.entries(cookies)) {
      context.append('set-cookie', [`${name}=${value}`, suffix || attributes || 'Path=/; SameSite=Lax'].join('; '));
    }
  };
  context.set('cache-control', 'no-store');
  context.body = '';
  switch (context.path.slice('/__test/'.length)) {
    case 'set':
      return setCookies();
    case 'delete':
      return setCookies(`Max-Age=0; ${attributes ?? 'Path=/'}`);
    case 'clear':
      return context.set('clear-site-data', '"cookies"');
    case 'echo':
      context.body = context.get('cookie');
      return undefined;
    case 'blank':
      context.type = 'html';
      context.body = '<!doctype html><html lang="en"><meta charset="utf-8"><title>blank</title><body></body></html>';
      return undefined;
    default:
      context.status = 404;
      return undefined;
  }
};
