import { FACT_BASES, LEVEL_WORDS, SINCE_YEAR, STATUS_TABLE } from '@qadam/domain';
import { Movement } from '../../../graphql/enums.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import type { ReleaseContents } from '../release-contents.ts';
import type { Domain } from './domain.reader.ts';
import type { ManyTexts } from './texts.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** Code list → code → its name in every available language. */
export type CodeLists = ReadonlyMap<string, ReadonlyMap<string, Texts>>;

const FIXED = {
  CL_FREQ: ['A'],
  CL_CONF_STATUS: ['F', 'C'],
  CL_BASIS: FACT_BASES,
  CL_OBS_STATUS: 'A B D E F G H I J K L M N O P Q S U V W'.split(' '),
  CL_MEASURE_TYPE: ['BASELINE', 'MILESTONE', 'TARGET'],
  CL_TARGET_KIND: ['ADOPTED', 'REFERENCE'],
  CL_UNIT_MULT: ['0'],
  CL_URBANISATION: ['_T', 'U', 'R'],
} as const;
const SEXES = ['_T', 'F', 'M', '_O', '_N', '_U'];

/** The codes that a release uses; short lists that are the same for every release are given whole. */
export function codeLists(
  domain: Domain,
  contents: ReleaseContents,
  texts: ManyTexts,
  pages: ManyTexts,
  levels: ManyTexts,
): CodeLists {
  const { actions, indicators } = contents;
  const named = (list: string, codes: readonly string[]) =>
    listOf(codes, (code) => texts.of('codes', list, code));
  const ofIndicators = [...indicators.values()].map(
    ({ code, name }) => [sdmxId(code), name] as const,
  );
  const ofActions = [...actions].map(([code, title]) => [sdmxId(code), title] as const);
  const movement = (code: string) =>
    levels.find(['movement', code], { year: String(SINCE_YEAR) }) ??
    texts.of('codes', 'CL_MOVEMENT', code);
  const lists: Readonly<Record<string, ReadonlyMap<string, Texts>>> = {
    ...Object.fromEntries(Object.entries(FIXED).map(([list, codes]) => [list, named(list, codes)])),
    CL_AREA: areas(domain, contents, texts),
    CL_INDICATOR: new Map(ofIndicators),
    CL_SUBJECT: new Map([...ofActions, ...ofIndicators]),
    CL_SEX: named('CL_SEX', together(SEXES, domain.sexes)),
    CL_AGE: listOf(together(['_T'], domain.ages), (age) => ageName(age, texts)),
    CL_BREAKDOWN: breakdowns(domain, contents, texts),
    CL_UNIT_MEASURE: units(contents, texts),
    CL_PROGRESS_STATUS: listOf(Object.keys(STATUS_TABLE), (code) => pages.of('status', code)),
    CL_LEVEL_WORD: listOf(LEVEL_WORDS, (word) => levels.of('word', word)),
    CL_MOVEMENT: listOf(Object.keys(Movement), movement),
  };
  return new Map(Object.entries(lists).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const listOf = (codes: readonly string[], nameOf: (code: string) => Texts) =>
  new Map(codes.map((code) => [code, nameOf(code)]));

const together = (first: Iterable<string>, rest: readonly string[]) => [
  ...new Set([...first, ...rest]),
];

/** The id of an area: the ISO 3166 alpha-2 code that SDMX uses, or our own code if it has none. Regions have ISO 3166-2 codes. */
export const areaId = ({ code, iso2 }: { code: string; iso2: string | null }): string =>
  iso2 ?? code;
export const areaIdIn = (areas: ReleaseContents['areas'], code: string): string =>
  areaId(areas.get(code) ?? { code, iso2: null });
/** The id of a row's region, or of the area if the row is about the whole of it. */
export const placeOf = (
  { area, region }: { area: string; region: string },
  areas: ReleaseContents['areas'],
): string => (region === '_T' ? areaIdIn(areas, area) : region);

function areas(
  { regions }: Domain,
  contents: ReleaseContents,
  texts: ManyTexts,
): Map<string, Texts> {
  return new Map([
    ...[...contents.areas.values()].map((area) => [areaId(area), area.names] as const),
    ...regions.map((region) => [region, texts.of('codes', 'CL_AREA', region)] as const),
  ]);
}

/** The elements of all laws, even those without a value, and the other codes that break values down. */
function breakdowns(
  { breakdowns: found }: Domain,
  { indicators }: ReleaseContents,
  texts: ManyTexts,
): Map<string, Texts> {
  const elements = new Map(
    [...indicators.values()].flatMap((law) => law.elements.map(({ code, name }) => [code, name])),
  );
  const codes = together(['_T', ...elements.keys()], found);
  return new Map(
    codes.map((code) => [
      sdmxId(code),
      elements.get(code) ?? texts.find(['codes', 'CL_BREAKDOWN', code]) ?? { en: code },
    ]),
  );
}

function units({ indicators }: ReleaseContents, texts: ManyTexts): Map<string, Texts> {
  const named = new Map<string, Texts>();
  for (const { unit, unitText } of indicators.values())
    if (!named.has(unit))
      named.set(sdmxId(unit), texts.find(['codes', 'CL_UNIT_MEASURE', unit]) ?? unitText);
  return named;
}

/** Codes of CL_AGE follow a pattern: Y15T49, Y_GE65, Y_LT5, M0T5, Y15. */
function ageName(age: string, texts: ManyTexts): Texts {
  const known = texts.find(['codes', 'CL_AGE', age]);
  if (known) return known;
  const [, unit = '', from = '', to = ''] = /^([YM])(\d+)(?:T(\d+))?$/.exec(age) ?? [];
  const [, bound = '', limit = ''] = /^Y_?(GE|LT)(\d+)$/.exec(age) ?? [];
  if (bound === 'GE') return ageText(texts, 'from', { from: limit });
  if (bound === 'LT') return ageText(texts, 'under', { to: limit });
  if (unit === 'M') return ageText(texts, 'months', { from, to: to || from });
  if (from === '') return { en: age };
  return to === '' ? ageText(texts, 'year', { from }) : ageText(texts, 'years', { from, to });
}

const ageText = (texts: ManyTexts, key: string, slots: Readonly<Record<string, string>>): Texts =>
  texts.find(['ages', key], slots) ?? { en: Object.values(slots).join('–') };
