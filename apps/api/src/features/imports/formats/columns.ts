import { COLUMN_HEADS } from '@qadam/domain';
import { foldName } from '../fold-name.ts';
import type { FileColumn } from '../import-problem.ts';
import type { ColumnChoice, Field } from './format.ts';

/** How columns are headed: by SDMX, DHIS2 and Open SDG, and by people in six languages. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  ...COLUMN_HEADS,
  indicator: [
    'indicator',
    'indicator code',
    'indicator_code',
    'code',
    'dataelement',
    'data element',
    'name',
    'показатель',
    'индикатор',
    'код',
    'код показателя',
    'наименование',
    'наименование показателя',
    'атауы',
    'аталышы',
    'ном',
    'nomi',
    'көрсеткіш',
    'көрсөткүч',
    'нишондиҳанда',
    'рамз',
    "ko'rsatkich",
    'kod',
  ],
  series: ['series', 'серия', 'ряд'],
  area: [
    'ref_area',
    'area',
    'country',
    'iso3',
    'orgunit',
    'geo',
    'страна',
    'ел',
    'өлкө',
    'кишвар',
    'mamlakat',
  ],
  year: ['time_period', 'year', 'period', 'год', 'период', 'жыл', 'сол', 'yil'],
  sex: ['sex', 'пол', 'жынысы', 'жынысы боюнча', 'ҷинс', 'jins', 'jinsi'],
  age: ['age', 'возраст', 'жасы', 'жашы', 'синну сол', 'yosh', 'yoshi'],
  urbanisation: ['urbanisation', 'urbanization', 'location', 'город/село', 'местность'],
  region: ['region', 'регион', 'область', 'өңір', 'аймақ', 'аймак', 'вилоят', 'viloyat', 'hudud'],
  breakdown: ['breakdown', 'разрез', 'разбивка', 'бөлініс', 'бөлүнүш', 'тақсимот', 'taqsimot'],
  status: ['obs_status', 'status', 'статус', 'мәртебе', 'мәртебесі', 'абалы', 'ҳолат', 'holat'],
  unit: [
    'unit_measure',
    'unit',
    'units',
    'единица',
    'единица измерения',
    'өлшем бірлігі',
    'бирдик',
    'өлчөм бирдиги',
    'воҳид',
    'воҳиди ченак',
    'birlik',
    "o'lchov birligi",
  ],
  unitMultiplier: ['unit_mult', 'unit_multiplier'],
};

const FIELD_OF = new Map(
  Object.entries(HEADS).flatMap(([field, heads]) =>
    heads.map((head): [string, Field] => [fold(head), field as Field]),
  ),
);

/** Dimensions that the global SDG cube knows and we do not: a value of theirs is a breakdown. */
const OTHER_DIMENSIONS = new Set(
  [
    'INCOME_WEALTH_QUANTILE',
    'EDUCATION_LEV',
    'OCCUPATION',
    'CUST_BREAKDOWN',
    'COMPOSITE_BREAKDOWN',
    'DISABILITY_STATUS',
    'ACTIVITY',
    'PRODUCT',
  ].map(fold),
);

/** Without the languages of SDMX-CSV: ATTR[en;ru]. */
function fold(head: string): string {
  return foldName(head).replace(/\s*\[.*\]$/, '');
}

export function fieldOf(head: string): Field | null {
  return FIELD_OF.get(fold(head)) ?? null;
}

export function isOtherDimension(head: string): boolean {
  return OTHER_DIMENSIONS.has(fold(head));
}

const HEAD_WITHIN = 30;

/** The row that names the columns: the first with an indicator and a value, else that of a wide table, else with a value, else the one of most words. */
export function headAt(
  rows: readonly (readonly string[])[],
  isWide: (row: readonly string[]) => boolean = () => false,
): number {
  const first = rows.slice(0, HEAD_WITHIN);
  const fields = first.map((row) => row.map(fieldOf));
  const withValue = fields.map((row) => hasValue(row));
  const whole = fields.findIndex((row, at) => withValue[at] && hasIndicator(row));
  if (whole !== -1) return whole;
  const wide = first.findIndex(isWide);
  if (wide !== -1) return wide;
  if (withValue.includes(true)) return withValue.indexOf(true);
  // a title in cells that are merged is one word, however wide
  const words = first.map((row) => new Set(row.map((text) => text.trim()).filter(isWord)).size);
  return words.indexOf(Math.max(...words));
}

const isWord = (text: string): boolean => /\p{L}/u.test(text);

export const hasIndicator = (fields: readonly (Field | null)[]): boolean =>
  fields.includes('indicator') || fields.includes('series');

export const hasValue = (fields: readonly (Field | null)[]): boolean =>
  fields.includes('value') || fields.includes('numerator');

/** What each column means: as somebody said, else by its name. What was said of one meaning holds for all columns. */
export function meaningsOf(head: readonly string[], choice: ColumnChoice | null): (Field | null)[] {
  const said = new Map<string, number | null>(Object.entries(choice ?? {}));
  const byColumn = new Map([...said].map(([field, at]) => [at, field as Field]));
  const taken = new Set<Field>();
  return head.map((name, index) => {
    const chosen = byColumn.get(index + 1);
    if (chosen !== undefined) return chosen;
    const field = fieldOf(name);
    if (field === null || said.has(field) || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

const MOST_COLUMNS = 60;
const SAMPLED_ROWS = 20;

/** The columns as a person is shown them: name, a text out of each, and what it was taken for. */
export function columnsOf(
  head: readonly string[],
  fields: readonly (Field | null)[],
  below: readonly (readonly string[])[],
): FileColumn[] {
  return head.slice(0, MOST_COLUMNS).flatMap((name, index) => {
    const texts = below.slice(0, SAMPLED_ROWS).map((row) => row[index]?.trim() ?? '');
    const sample = texts.find((text) => text !== '') ?? '';
    const short = (text: string) => text.trim().slice(0, 60);
    if (name.trim() === '' && sample === '') return [];
    return [
      { at: index + 1, name: short(name), sample: short(sample), field: fields[index] ?? null },
    ];
  });
}
