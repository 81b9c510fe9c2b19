import { badgeManifest, type Described } from '../../demo/badge-manifest.ts';
import { hintTexts } from '../../src/session/hint-texts.ts';

const code = (text: string): string => `\`${text}\``;
const said = ({ description = '' }: Described): string => description.replaceAll(/\s+/g, ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '-'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** The README's tables by their markers, from the manifest of the element as it is built and from the texts of the hints. */
export function tables(): Record<string, string> {
  const { attributes, members, events, slots, cssParts, cssStates, cssProperties } = badgeManifest;
  const described = (list: readonly Described[], show = code) => list.map((one) => [show(one.name), said(one)]);
  return {
    attributes: table(
      ['attribute', 'property', 'what it does'],
      [
        ...attributes.map((one) => [code(one.name), code(one.fieldName), said(one)]),
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
