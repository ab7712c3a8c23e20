import type { PlaceField } from '@qadam/domain';
import { areAllParts, isWhole } from '../part-words.ts';
import { fieldOf } from './columns.ts';
import type { Facts, ReadOptions } from './format.ts';
import { LONGEST_HEAD, withoutMark } from './head-words.ts';
import { splitUnit } from './unit-words.ts';

/** Words that announce parts of the row above. */
export const OF_WHICH =
  /^(?:в том числе|из них|including|of which|оның ішінде|соның ішінде|олардың ішінде|анын ичинде|анын ичинен|алардын ичинен|аз он ҷумла|аз ҷумла|shu jumladan)/iu;

/** The name behind such words: “из них женщины:” is about the women. */
export function withoutOfWhich(text: string): string {
  const named = text
    .slice(0, LONGEST_HEAD)
    .trim()
    .replace(OF_WHICH, '')
    .replace(/^[\s:,–—-]+/u, '');
  return named.endsWith(':') ? named.slice(0, -1).trimEnd() : named;
}

/** The number of a row in a list: “I.”, “2.1”, “а)”. */
const NUMBER_OF_ROW = /^(?:[ivxlc]{1,6}|\p{L}|\d{1,3}(?:\.\d{1,3}){0,3})[.)]?$/iu;

/** The only text of a row, apart from the row's number; a merged range may repeat it. Null if there are several texts, or none. */
export function aloneIn(row: readonly string[]): string | null {
  const texts = [...new Set(row.map((text) => text.trim()).filter((text) => text !== ''))];
  const [only, another] =
    texts.length === 2 ? texts.filter((text) => !NUMBER_OF_ROW.test(text)) : texts;
  return only === undefined || another !== undefined ? null : only;
}

type Asked = Pick<ReadOptions, 'isIndicator' | 'placeOf'>;

/** A heading that says how the rows below are divided: “По полу:”, “Жынысы боюнча:”, “Области”. “По роду занятий:” is an unknown division. */
const DIVIDES = /^(?:по|by)\s|\s(?:боюнча|бойынша|bo['ʻ’]yicha)$/iu;
/** The fields that make a figure one of a part. */
export const PARTS = ['region', 'sex', 'age', 'urbanisation'] as const satisfies PlaceField[];
function divisionIn(text: string): 'KNOWN' | 'UNKNOWN' | null {
  // “По возрастным группам, лет:”
  const name = text.split(',', 1)[0] ?? '';
  if (PARTS.some((part) => part === fieldOf(name))) return 'KNOWN';
  return DIVIDES.test(name) ? 'UNKNOWN' : null;
}

const isTotal = (text: string): boolean => isWhole(text) || areAllParts(text);
const nameIn = (text: string): string => withoutOfWhich(withoutMark(text.slice(0, LONGEST_HEAD)));

/** The name of a row that has it in several languages: the first one understood, else the first. If one is an indicator and one a place, both. */
export function nameOf(texts: readonly string[], { isIndicator, placeOf }: Asked): string {
  const isKnown = (text: string) => {
    const name = nameIn(text);
    return (
      isTotal(name) || isIndicator(name) || placeOf(name) !== null || divisionIn(name) === 'KNOWN'
    );
  };
  const filled = texts.filter((text) => text.trim() !== '');
  const isOfPlace = (name: string) => !isIndicator(name) && placeOf(name) !== null;
  const names = filled.map(nameIn);
  if (names.some(isIndicator) && names.some(isOfPlace)) return filled.join(' · ');
  return filled.find(isKnown) ?? filled[0] ?? '';
}

/** The row with its name in one language only, if it has several. */
export function inOneLanguage(
  row: readonly string[],
  { stub, translations }: { stub: number | null; translations: readonly number[] },
  asked: Asked,
): readonly string[] {
  if (stub === null || translations.length === 0) return row;
  const name = nameOf(
    [stub, ...translations].map((at) => row[at] ?? ''),
    asked,
  );
  return row.map((text, at) => (at === stub ? name : translations.includes(at) ? '' : text));
}

/** What the text of a stub means. `isPart`: its series is an unknown part, or is among parts, and so is not just a remark. */
export interface Stub {
  facts: Facts;
  isPart: boolean;
}
export const NO_STUB: Stub = { facts: {}, isPart: false };

/**
 * Reads the texts of a stub row after row: a place, a part or an indicator; any other text is a series, to which the parts
 * below belong. A part directly below a row of another kind (ages below women, women below a region) may be a part of that row or of
 * the total: it is taken for neither until a person says so.
 */
export function stubReader({ isIndicator, placeOf }: Asked): (text: string) => Stub {
  let subject: Facts = {};
  /** The country and year named in rows above. */
  let above: Facts = {};
  /** The heading of an unknown division, such as “По роду занятий:”; every row below it is an unknown part. */
  let division: string | null = null;
  /** The last row about a region or part, and how many of its kind came in a row; `isDivided`: regions below it may be parts of it. */
  let last: { place: PlaceField; text: string; run: number; isDivided: boolean } | null = null;
  /** Does the row begin with “из них”, so that it is a part of the row above? */
  let isOfWhich = false;
  /** Has the stub had regions or parts, or headings of these? */
  let isOfParts = false;

  const all = (facts: Facts = {}): Facts => ({ ...subject, ...above, ...facts });
  function unclear(...names: string[]): Facts {
    isOfParts = true;
    return { ...above, series: names.join(' · ') };
  }

  function place(place: PlaceField, name: string): Facts {
    if (place === 'area' || (place === 'year' && (last === null || above.year !== undefined))) {
      above = { ...above, [place]: name };
      last = null;
      return all();
    }
    if (division !== null) return unclear(division, name);
    isOfParts = true;
    const isOfBoth = isOfWhich || last?.place === 'region' || (last !== null && last.run < 2);
    if (last !== null && (last.isDivided || (place !== last.place && isOfBoth))) {
      const facts = unclear(last.text, name);
      last.run = 0;
      if (place === 'region') last.isDivided = true;
      return facts;
    }
    const run = place === last?.place ? last.run + 1 : 1;
    last = { place, text: name, run, isDivided: false };
    return all({ [place]: name });
  }

  function read(name: string): Facts {
    if (name === '') {
      if (isOfWhich && last !== null) last.run = 0;
      return all();
    }
    const stated = isTotal(name) || isIndicator(name) ? null : placeOf(name);
    if (stated !== null) return place(stated.place, name);
    last = null;
    if (isTotal(name)) return all();
    const divided = isIndicator(name) ? null : divisionIn(name);
    if (divided !== null) division = divided === 'UNKNOWN' ? name : null;
    if (divided !== null || (division !== null && !isIndicator(name))) return unclear(name);
    division = null;
    subject = isIndicator(name) ? { indicator: name } : { series: name };
    return all();
  }

  return (text) => {
    const name = nameIn(text);
    isOfWhich = OF_WHICH.test(text.trim());
    // “Всего, человек” and “женщины, в процентах”
    const split = splitUnit(name);
    const isPart = split !== null && (isTotal(split.name) || placeOf(split.name) !== null);
    const facts = isPart ? { ...read(split.name), unit: split.unit } : read(name);
    return { facts, isPart: isOfParts && facts.series !== undefined };
  };
}
