import { parseYear, TOTAL } from '@qadam/domain';
import { AreaBook } from './area-book.ts';
import type { CheckContext } from './check-context.ts';
import { foldName } from './fold-name.ts';
import type { SaidOfPlace } from './formats/unread-columns.ts';
import { PART_WORDS } from './part-words.ts';
import { AGE_CODE } from './part-resolver.ts';
import { RegionBook } from './region-book.ts';

/** 15-49, 15–49 лет, 65+ */
const AGES = /^\d{1,3}\s*(?:[-–—]\s*\d{1,3}|\+)\s*(?:\p{L}{1,12})?\.?$/u;
const SEX_CODES = new Set(['F', 'M']);
const TOWN_CODES = new Set(['U', 'R']);

/** A longer text is told for its own sake. */
const LONGEST = 200;

/** Says of a text whether it names the country, year or part that a row is about. */
export function placeReader({
  areas,
  regions,
}: Pick<CheckContext, 'areas' | 'regions'>): (text: string) => SaidOfPlace | null {
  const countries = new AreaBook(areas);
  const places = new RegionBook(regions);
  const known = new Map<string, SaidOfPlace | null>();
  const isPart = (dimension: string, text: string, codes: ReadonlySet<string>) => {
    const code = PART_WORDS[dimension]?.get(foldName(text));
    return codes.has(text) || (code !== undefined && code !== TOTAL);
  };
  const read = (text: string): SaidOfPlace | null => {
    if (countries.find(text) !== null) return { place: 'area', sure: countries.isNamed(text) };
    if (parseYear({ text }).year !== null) return { place: 'year', sure: false };
    // the codes of national offices are numbers like others
    if (places.find(text) !== null) return { place: 'region', sure: !/^\d/.test(text) };
    if (isPart('sex', text, SEX_CODES)) return { place: 'sex', sure: false };
    if (isPart('urbanisation', text, TOWN_CODES)) return { place: 'urbanisation', sure: false };
    if (AGE_CODE.test(text) || AGES.test(text)) return { place: 'age', sure: false };
    return null;
  };
  return (text) => {
    if (text.length > LONGEST) return null;
    const before = known.get(text);
    if (before !== undefined) return before;
    const said = read(text);
    if (known.size < 10_000) known.set(text, said);
    return said;
  };
}
