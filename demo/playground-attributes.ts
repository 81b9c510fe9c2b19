import { badgeLanguages } from './badge-languages.ts';
import { badgeManifest, type Described } from './badge-manifest.ts';

/** The cookie of the playground's badge: what is done to its session is not done to the shop's. */
export const PLAYGROUND_COOKIE = 'playground_session';

/** Other names would be those of the shop's own cookies, among others, which a badge would take for spoilt sessions. */
const COOKIE_NAMES = 'playground_[a-z_]{1,40}';
const TEXTS = '[^\\p{Cc}]{1,200}';

/** How one of the badge's attributes is asked for: one of a few values, a number, or a text of that pattern. */
export type Control =
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'text'; readonly pattern: string };

/** By the name where the type says too little, else by the type. */
export function controlOf(attribute: Described): Control {
  const types = attribute.type!.text.split(' | ');
  const literals = types.flatMap((type) => /^'(.+)'$/.exec(type)?.[1] ?? []);
  if (attribute.name == 'lang') return { kind: 'choice', values: Object.keys(badgeLanguages) };
  if (literals.length == types.length) return { kind: 'choice', values: literals };
  if (types.join() == 'number') return { kind: 'number' };
  return { kind: 'text', pattern: attribute.name == 'cookie' ? COOKIE_NAMES : TEXTS };
}

function isAllowed(attribute: Described, value: string): boolean {
  const control = controlOf(attribute);
  if (control.kind == 'choice') return control.values.includes(value);
  const pattern = control.kind == 'number' ? '\\d{1,9}' : control.pattern;
  return new RegExp(`^(?:${pattern})$`, 'u').test(value);
}

/** Those of the asked attributes that the manifest knows and whose values it allows, always with a cookie of the playground. */
export function attributesFrom(asked: URLSearchParams): [name: string, value: string][] {
  return badgeManifest.attributes.flatMap((attribute): [string, string][] => {
    const { name } = attribute;
    const value = asked.get(name);
    if (value != null && isAllowed(attribute, value)) return [[name, value]];
    return name == 'cookie' ? [[name, PLAYGROUND_COOKIE]] : [];
  });
}
