import { COLUMN_HEADS } from '@qadam/domain';
import { foldName } from '../fold-name.ts';
import type { Field } from './format.ts';

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
