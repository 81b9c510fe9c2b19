import { readFileSync } from 'node:fs';
import { hintTexts } from '../../src/session/hint-texts.ts';

/** What is read here of an entry of custom-elements.json. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly fieldName?: string;
  readonly attribute?: string;
  readonly kind?: string;
}
type List = 'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates' | 'cssProperties';

const code = (text: string): string => `\`${text}\``;
const said = ({ description = '' }: Entry): string => description.replaceAll(/\s+/g, ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '-'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** The README's tables by their markers, from the manifest of the element as it is built and from the texts of the hints. */
export function tables(manifestFile: string): Record<string, string> {
  const { modules } = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    modules: { declarations: Record<List, Entry[]>[] }[];
  };
  const { attributes, members, events, slots, cssParts, cssStates, cssProperties } = modules[0]!.declarations[0]!;
  const described = (list: Entry[], show = (name: string) => code(name)) => list.map((one) => [show(one.name), said(one)]);
  return {
    attributes: table(
      ['attribute', 'property', 'what it does'],
      [
        ...attributes.map((one) => [code(one.name), code(one.fieldName!), said(one)]),
        ...members.filter(({ kind, attribute }) => kind == 'field' && !attribute).map((one) => ['', code(one.name), said(one)]),
      ],
    ),
    events: table(
      ['event', 'detail', 'when'],
      events.map((one) => [code(one.name), code(/<(.+)>/.exec(one.type!.text)![1]!), said(one)]),
    ),
    parts: table(['part', 'what it is'], described(cssParts)),
    slots: table(['slot', 'what goes there'], described(slots)),
    states: table(
      ['state', 'while'],
      described(cssStates, (name) => code(`:state(${name})`)),
    ),
    'custom-properties': table(
      ['custom property', 'default', 'what it sets'],
      cssProperties.map((one) => [code(one.name), code(one.default!), said(one)]),
    ),
    hints: table(
      ['code', 'what to do'],
      Object.entries(hintTexts).map(([name, text]) => [code(name), text]),
    ),
  };
}
