import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Something that the manifest names and explains. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** What is shown of a custom element, here and in the README. https://github.com/webcomponents/custom-elements-manifest */
export interface ElementManifest {
  readonly tagName: string;
  readonly attributes: readonly (Described & { readonly fieldName: string })[];
  readonly members: readonly (Described & { readonly kind: 'field' | 'method'; readonly attribute?: string })[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssStates: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly events: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly ElementManifest[] }[];
}

function readManifest(tagName: string): ElementManifest {
  // Where any package that has the badge installed finds it.
  const file = fileURLToPath(import.meta.resolve('session-id-badge/custom-elements.json'));
  const { modules } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const found = modules.flatMap(({ declarations }) => declarations).find((one) => one.tagName == tagName);
  if (!found) throw new Error(`${file} knows no <${tagName}>`);
  return found;
}

/** What the package itself says of the badge, as it was when this was first asked for. */
export const badgeManifest = readManifest('session-id-badge');
