import { attempt } from '../session/attempt.js';
import { mask } from './mask.js';
import { ASSET, turns } from './rules.js';

function maskSegment(segment: string): string {
  // Most are words.
  if (/^[a-z.-]{0,16}$/i.test(segment)) return segment;
  // Twice: what has gone through two redirects is often encoded twice.
  const text = attempt(() => decodeURIComponent(decodeURIComponent(segment))) ?? segment;
  // Not years: /blog/2026/05/.
  if (/^(?!(?:19|20)\d\d$)\d{4,}$/.test(text)) return '{id}';
  const masked = mask(text);
  if (masked != text) return `{${/\[([a-z]+)\][^[]*$/.exec(masked)?.[1] ?? 'id'}}`;
  // Not packages: lit@3.3.0, @vue/shared.
  if (/[^_(]@(?!v?\d|latest|next)/.test(text)) return '{email}';
  if (ASSET.test(text)) return segment;
  if (/\d{6}/.test(text)) return '{id}';
  return /[\da-f]{16}/i.test(text) ||
    (/[a-z\d]{16}/i.test(text) && turns(text)) ||
    (/[a-z\d]{10}/i.test(text) && turns(text) > 2)
    ? '{token}'
    : segment;
}

/** The path with `{id}`, `{email}`, `{token}` and their like in the place of segments that look like it. */
export const maskPath = (path: string): string =>
  path.replace(/[^/\\]+/g, (segment) => maskSegment(segment.replace(/;[\w.]+=.*/, '')));

/** Never throws. */
const parse = (url: string | URL) => attempt(() => new URL(`${url}`.slice(0, 2048), globalThis.document?.baseURI));

/** The path of a URL, relative ones resolved against the document, masked like in `safeUrl`; `''` where it has none. Never throws. */
export function safePath(url: string | URL): string {
  const { pathname = '' } = parse(url) ?? {};
  return pathname[0] == '/' ? maskPath(pathname) : '';
}

/**
 * A URL, relative ones resolved against the document, without credentials, query and fragment, and with its path masked as by
 * {@link maskPath}. What has no host, such as `data:`, `blob:` and `javascript:`, is reduced to the scheme; what is no URL, to
 * `''`. Cut at 2,048 characters. Never throws.
 */
export function safeUrl(url: string | URL): string {
  const { href = '', protocol = '', host = '', pathname = '' } = parse(url) ?? {};
  if (!protocol || !href.startsWith(`${protocol}//`)) return protocol;
  return `${protocol}//${/^[\d[]/.test(host) ? mask(host) : host}${maskPath(pathname)}`;
}
