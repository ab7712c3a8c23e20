import { parseYear } from '@qadam/domain';
import { areAllParts, isWhole } from '../part-words.ts';
import type { Facts, ReadOptions } from './format.ts';
import {
  isActual,
  isDay,
  isNotYet,
  isPartOfYear,
  LONGEST_HEAD,
  markedYear,
  statusWithin,
  withoutMark,
} from './head-words.ts';
import { withoutOfWhich } from './stub.ts';
import { splitUnit, unitIn } from './unit-words.ts';

export type ReadFacts = (text: string) => Facts | null;

/** Reads what a text of a head means: "2019", "женщины", "A5.8", "2015 Women", "hdi_1990" name a year, a part, an indicator or a series. */
export function factReader({
  isIndicator,
  placeOf,
}: Pick<ReadOptions, 'isIndicator' | 'placeOf'>): ReadFacts {
  const known = new Map<string, Facts | null>();
  const plain = (text: string): Facts | null => {
    if (isIndicator(text)) return { indicator: text };
    const code = CODED.exec(text)?.[1];
    if (code !== undefined && isIndicator(code)) return { indicator: code };
    if (isWhole(text) || areAllParts(text) || isActual(text)) return {};
    const year = parseYear({ text }).year ?? markedYear(text);
    if (year !== null) return { year: String(year) };
    const name = withoutMark(text);
    const stated = placeOf(name);
    if (stated !== null && stated.place !== 'year') return { [stated.place]: name };
    // “2025 (оценка)” also has a year, which `divided` reads
    const status = yearWithin(text) === null ? statusWithin(text) : null;
    if (status !== null) return { status };
    const bare = withoutOfWhich(text);
    if (bare !== '' && bare !== text) return plain(bare);
    const split = splitUnit(text);
    const named = split && plain(split.name);
    if (split && named) return { ...named, unit: split.unit };
    return stated === null && unitIn(text) !== null ? { unit: text } : null;
  };
  const divided = (text: string): Facts | null => {
    const { before, year, after } = yearWithin(text) ?? {};
    if (year === undefined) return null;
    const rest = `${before ?? ''} ${after ?? ''}`.trim();
    // a long text with a year in it is a title; a year with other numbers is a date
    if (rest.length > LONGEST_CODE || (rest !== '' && !/[\p{L}%]/u.test(rest))) return null;
    if (isPartOfYear(text) || isDay(text) || isNotYet(text)) return null;
    return rest === '' ? { year } : { year, ...(plain(rest) ?? { series: rest }) };
  };
  return (text) => {
    if (text.length > LONGEST_HEAD) return null;
    const before = known.get(text);
    if (before !== undefined) return before;
    const whole = plain(text);
    // “A5.8 2019” names an indicator and a year
    const parts = whole === null || whole.indicator !== undefined ? divided(text) : null;
    const facts = whole === null || parts?.indicator !== undefined ? parts : whole;
    known.set(text, facts);
    return facts;
  };
}

/** A series as the World Bank names it: “Women in parliament [SG.GEN.PARL.ZS]”. Our codes do not match: the text before one may name a part. */
const CODED = /\s\[([A-Z]{2}[A-Z\d_.]{1,38})\]$/;
const LONGEST_CODE = 40;
const EDGE = /[\s_,:;./()[\]-]/;

function withoutEdges(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && EDGE.test(text.charAt(from))) from += 1;
  while (to > from && EDGE.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
const OF_YEAR = /^\s*(?:гг?\.?|год[ау]?|жыл[ыд]?|соли|yili?)(?!\p{L})/u;

/** The only year in a text, with the text before and after it; null if there is no year or more than one. */
export function yearWithin(text: string): { before: string; year: string; after: string } | null {
  const [found, another] = text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g);
  if (found === undefined || another !== undefined) return null;
  const [year] = found;
  const after = text.slice(found.index + year.length).replace(OF_YEAR, '');
  const before = withoutEdges(text.slice(0, found.index));
  return { before, year, after: withoutEdges(after) };
}
