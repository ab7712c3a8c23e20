import { parseAge, parseYear, TOTAL } from '@qadam/domain';
import { areaLookup } from './area-lookup.ts';
import type { CheckContext } from './check-context.ts';
import { foldName } from './fold-name.ts';
import type { PlaceReading } from './formats/format.ts';
import { PART_WORDS } from './part-words.ts';
import { AGE_CODE } from './part-resolver.ts';
import { regionLookup } from './region-lookup.ts';
import { remembered } from './remembered.ts';

/** 15-49, 15–49 лет, 65+ */
const AGES = /^\d{1,3}\s*(?:[-–—]\s*\d{1,3}|\+)\s*(?:\p{L}{1,12})?\.?$/u;
/** “до 18 лет”, “51 и старше” */
const isBound = (text: string): boolean => parseAge(text)?.startsWith('Y_') === true;
const SEX_CODES = new Set(['F', 'M']);
const TOWN_CODES = new Set(['U', 'R']);

/** A longer text is a remark, not the name of a place. */
const LONGEST = 200;

/** Recognises a text that names a country, year or part, which a row could be about. */
export function placeReader(context: CheckContext): (text: string) => PlaceReading | null {
  const { area, cycle, areas, regions } = context;
  const countries = areaLookup(areas);
  const findRegion = regionLookup(regions);
  const isPart = (dimension: string, text: string, codes: ReadonlySet<string>) => {
    const code = PART_WORDS[dimension]?.get(foldName(text));
    return codes.has(text) || (code !== undefined && code !== TOTAL);
  };
  const read = (text: string): PlaceReading | null => {
    const country = countries.find(text);
    if (country !== null)
      return { place: 'area', sure: countries.isNamed(text), own: country === area };
    const { year } = parseYear({ text });
    if (year !== null) return { place: 'year', sure: false, own: cycle === null || year === cycle };
    const part = (place: PlaceReading['place'], sure = false) => ({ place, sure, own: false });
    // the region codes of national offices are plain numbers, which may mean anything
    if (findRegion(text) !== null) return part('region', !/^\d/.test(text));
    if (isPart('sex', text, SEX_CODES)) return part('sex');
    if (isPart('urbanisation', text, TOWN_CODES)) return part('urbanisation');
    if (AGE_CODE.test(text) || AGES.test(text) || isBound(text)) return part('age');
    return null;
  };
  const known = remembered(read);
  return (text) => (text.length > LONGEST ? null : known(text));
}
