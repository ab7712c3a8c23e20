/** The keys of a keyboard, row by row, by what they write without Shift in English. */
const ROWS = ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'] as const;
/** How far each row begins to the right of the one above, in keys. */
const STARTS = [0, 1.5, 1.75, 2.25] as const;

const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';
const RUSSIAN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";

/** For each layout, the keys of the letters that Russian does not have; on these keys they replace what Russian writes. */
const LAYOUTS: readonly Readonly<Record<string, string>>[] = [
  {}, // Russian
  { ә: '2', і: '3', ң: '4', ғ: '5', ү: '8', ұ: '9', қ: '0', ө: '-', һ: '=' }, // Kazakh
  { ү: 'e', ң: 'y', ө: 'j' }, // Kyrgyz, with AltGr
  { қ: 'w', ҳ: 'o', ҷ: 's', ӣ: 'm', ӯ: '=', ғ: '-' }, // Tajik
  { ў: 'o', қ: 's', ғ: '-', ҳ: '=' }, // Uzbek
];

/** The signs that the keys below write with Shift in English. */
const SIGNS = '~!@#$%^&*()_+{}:"<>?';
const SIGN_KEYS = "`1234567890-=[];',./";

const pair = (letters: string, keys: string) =>
  Array.from(letters, (letter, i) => [letter, keys[i] ?? letter] as const);
const base = [...pair(RUSSIAN, RUSSIAN_KEYS), ...pair(SIGNS, SIGN_KEYS)];
const layouts = LAYOUTS.map((more) => new Map<string, string>([...base, ...Object.entries(more)]));

const places = new Map(
  ROWS.flatMap((row, y) =>
    Array.from(row, (key, x) => [key, { x: x + (STARTS[y] ?? 0), y }] as const),
  ),
);

/**
 * The keys that write `text`, each by its English character, in each Cyrillic layout of our four countries, without repeats. So
 * a word typed in the wrong layout, or a run that changes the layout halfway, can be compared by the keys that were pressed.
 */
export function keysOf(text: string): string[] {
  const read = layouts.map((layout) =>
    Array.from(text, (character) => layout.get(character) ?? character).join(''),
  );
  return [...new Set(read)];
}

/** Does each key of `keys` lie on or beside the one before? qwerty, 1qaz2wsx, 1q2w3e4r, asdfdsa, 1111. */
export function isKeyboardWalk(keys: string): boolean {
  return Array.from(keys).every((key, i) => i === 0 || isBeside(key, keys[i - 1] ?? ''));
}

function isBeside(one: string, other: string): boolean {
  const [a, b] = [places.get(one), places.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1;
}
