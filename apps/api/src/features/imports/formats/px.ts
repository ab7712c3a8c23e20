import { importProblem, unreadable } from '../import-problem.ts';
import { fieldOf } from './columns.ts';
import {
  type Cube,
  type Dimension,
  dimensionOf,
  refuseManyDimensions,
  rowsOf,
  sizeOf,
} from './cube.ts';
import type { Format, ReadOptions } from './format.ts';
import { readNamed } from './named-rows.ts';
import { titleOf } from './title.ts';
import { cellsIn, decodePx, type PxStatements, statementsOf } from './px-text.ts';

/** PC-Axis, by the file format of 2013, as statistical offices and PxWeb publish it: a cube, like JSON-stat. */
export const px: Format = {
  name: 'px',
  recognises: isPx,
  read: (bytes, options) => {
    const { text, isGuessed } = decodePx(bytes);
    const cube = cubeOf(text, options);
    const file = readNamed(() => rowsOf(cube), options);
    const encoding = 'windows-1251';
    const guess = importProblem('WARN', 'GUESSED_ENCODING', {}, { encoding });
    return isGuessed ? { ...file, problems: [...file.problems, guess] } : file;
  },
};

const FIRST = /^(?:\uFEFF)?\s*[A-Z][A-Z\d-]{2,40}(?:\[[\w-]{1,20}\])?(?:\("[^"]{1,100}"\))?\s*=/;

function isPx(bytes: Uint8Array): boolean {
  if (!FIRST.test(new TextDecoder().decode(bytes.subarray(0, 300)))) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('STUB') || text.includes('HEADING') || text.includes('VALUES(');
}

interface Variable extends Dimension {
  codes: readonly string[];
  /** The values in the default language, which keys refer to. */
  values: readonly string[];
  keys: 'CODES' | 'VALUES' | null;
  /** For the time variable, the length of its periods: `A` for years. */
  frequency: string | null;
}

function cubeOf(text: string, options: Pick<ReadOptions, 'isIndicator'>): Cube {
  const px = statementsOf(text);
  const language = languageOf(px);
  const read = (keyword: 'STUB' | 'HEADING') => variablesOf(px, keyword, language);
  const [stub, heading] = [read('STUB'), read('HEADING')];
  const dimensions = [...stub, ...heading];
  if (dimensions.length === 0) throw unreadable('PX_KEYWORD', { key: 'STUB' });
  const size = sizeOf(dimensions);
  const said = (keyword: string) => (px.textsOf(keyword, language) ?? px.textsOf(keyword))?.[0];
  // CONTENTS comes first: a TITLE also lists the variables, “… by country and year”
  const titles = [said('CONTENTS'), said('TITLE'), said('DESCRIPTION')].flatMap(
    (title) => title?.replaceAll('#', ' ') || [],
  );
  const unit = said('UNITS');
  const isKeyed = stub.some(({ keys }) => keys !== null);
  const named = titles.map((title) => titleOf(title, options));
  return {
    dimensions,
    title: named.find(options.isIndicator) ?? titles[0] ?? null,
    facts: [
      ...(unit ? [['UNIT_MEASURE', unit] as const] : []),
      ...dimensions.flatMap(({ frequency }) =>
        frequency === null ? [] : [['FREQ', frequency] as const],
      ),
    ],
    cells: () => figures(isKeyed ? keyed(text, px.data, stub, size) : placed(text, px.data, size)),
  };
}

/** The language in which we know most of the file's variables; if several are equal, the file's default language. */
function languageOf(px: PxStatements): string {
  const namesIn = (language: string) =>
    ['STUB', 'HEADING'].flatMap((keyword) => px.textsOf(keyword, language) ?? []);
  const known = (language: string) =>
    namesIn(language).filter((name) => fieldOf(name) !== null).length;
  const languages = ['', ...px.languages].filter((one) => namesIn(one).length > 0);
  const most = Math.max(0, ...languages.map(known));
  return languages.find((one) => known(one) === most) ?? '';
}

function variablesOf(px: PxStatements, keyword: 'STUB' | 'HEADING', language: string): Variable[] {
  const first = px.textsOf(keyword) ?? px.textsOf(keyword, language) ?? [];
  refuseManyDimensions(first);
  const names = px.textsOf(keyword, language) ?? first;
  const contents = [px.textsOf('CONTVARIABLE', language), px.textsOf('CONTVARIABLE')].flatMap(
    (texts) => texts ?? [],
  );
  return first.map((own, at) => {
    const name = names[at] ?? own;
    const said = (keyword: string) =>
      px.textsOf(keyword, language, name) ?? px.textsOf(keyword, '', own);
    const texts = said('VALUES');
    const values = px.textsOf('VALUES', '', own) ?? texts;
    const codes = said('CODES') ?? texts;
    if (texts === null || values === null || codes === null)
      throw unreadable('PX_KEYWORD', { key: `VALUES("${own.slice(0, 60)}")` });
    // a shorter list would shift all figures that follow
    if (texts.length !== values.length || texts.length !== codes.length)
      throw unreadable('PX_KEYWORD', { key: `CODES("${own.slice(0, 60)}")` });
    const time = px.rawOf('TIMEVAL', language, name) ?? px.rawOf('TIMEVAL', '', own);
    const frequency = /TLIST\(\s*([A-Z])/.exec(time ?? '')?.[1] ?? null;
    const isPlace = said('MAP') !== null || /^G/i.test(said('VARIABLE-TYPE')?.[0] ?? '');
    const isContents = contents.includes(name) || contents.includes(own);
    const role = isContents ? 'metric' : time !== null ? 'time' : isPlace ? 'geo' : null;
    const eliminated = px.rawOf('ELIMINATION', language, name) ?? px.rawOf('ELIMINATION', '', own);
    // a quoted text names the value that is the total; YES without quotation marks names none
    const total = eliminated?.trim().startsWith('"') ? said('ELIMINATION')?.[0] : undefined;
    const whole = texts.find((text, place) => text === total || codes[place] === total);
    const unitOf = (place: number) =>
      (px.textsOf('UNITS', language, texts[place]) ?? px.textsOf('UNITS', '', values[place]))?.[0];
    const units = texts.map((_, place) => {
      const unit = isContents ? unitOf(place) : undefined;
      return unit ? [['UNIT_MEASURE', unit] as const] : [];
    });
    const by = px.textsOf('KEYS', '', own)?.[0]?.toUpperCase();
    const keys = by === 'CODES' || by === 'VALUES' ? by : null;
    return {
      ...dimensionOf([name, own], role, { texts, units, whole }),
      codes,
      values,
      keys,
      frequency,
    };
  });
}

type Placed = readonly [at: number, text: string];

/** The cells of a file without keys, which must have exactly one for each place. */
function* placed(text: string, data: number, size: number): Iterable<Placed> {
  let at = 0;
  for (const cell of cellsIn(text, data)) {
    if (at < size) yield [at, cell];
    at += 1;
  }
  if (at !== size) throw unreadable('PX_CELLS', { count: at, places: size });
}

/** The cells of a file with keys: each row comes behind its stub values, and rows of zeros are left out. A missing row is not taken for zeros. */
function* keyed(
  text: string,
  data: number,
  stub: readonly Variable[],
  size: number,
): Iterable<Placed> {
  const width = size / sizeOf(stub);
  const places = stub.map(({ keys, codes, values }) => {
    const texts = keys === 'CODES' ? codes : values;
    return new Map(texts.map((one, at) => [one, at]));
  });
  let row = 0;
  let column = -stub.length;
  for (const cell of cellsIn(text, data)) {
    if (column < 0) {
      const variable = stub.length + column;
      const place = places[variable]?.get(cell);
      if (place === undefined) throw unreadable('PX_KEY', { text: cell.slice(0, 60) });
      row = (variable === 0 ? 0 : row * (stub[variable]?.texts.length ?? 0)) + place;
    } else yield [row * width + column, cell];
    column = column + 1 === width ? -stub.length : column + 1;
  }
  const count = column + stub.length;
  if (count !== 0) throw unreadable('PX_CELLS', { count, places: stub.length + width });
}

/** One to six dots mean that there is no figure; the number of dots stands for a reason that only the author of the file knows. */
const NOTHING = /^\.{0,6}$/;

function* figures(cells: Iterable<Placed>) {
  for (const [at, value] of cells) if (!NOTHING.test(value)) yield { at, value, status: null };
}
