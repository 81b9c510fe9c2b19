/** WebDriver's code points of the keys that are not characters. Names as in KeyboardEvent.key. */
const CODE_POINTS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

export interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

const act = (type: KeyAction['type'], key: string): KeyAction => ({ type, value: CODE_POINTS[key] ?? key });

/** All keys go down in this order and up in the reverse one. */
export const chord = (keys: readonly string[]): KeyAction[] => [
  ...keys.map((key) => act('keyDown', key)),
  ...keys.toReversed().map((key) => act('keyUp', key)),
];

/** One key after the other. */
export const typing = (keys: Iterable<string>): KeyAction[] => [...keys].flatMap((key) => chord([key]));
