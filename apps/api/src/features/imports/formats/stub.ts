import { isWhole } from '../part-words.ts';
import type { Facts, ReadOptions } from './format.ts';
import { LONGEST_HEAD, withoutMark } from './head-words.ts';

/** Announces parts of what stands above. */
export const OF_WHICH =
  /^(?:в том числе|из них|including|of which|оның ішінде|анын ичинде|аз он ҷумла|аз ҷумла|shu jumladan)/iu;

/** “из них женщины:” is about the women. */
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

/** The text that stands alone in a row, beside the number of the row at most; a merged range repeats it. Null: there are more, or none. */
export function aloneIn(row: readonly string[]): string | null {
  const texts = [...new Set(row.map((text) => text.trim()).filter((text) => text !== ''))];
  const [only, another] =
    texts.length === 2 ? texts.filter((text) => !NUMBER_OF_ROW.test(text)) : texts;
  return only === undefined || another !== undefined ? null : only;
}

/**
 * What the texts of a stub say, row after row: a place, a part, an indicator; anything else is a series, of which the parts
 * below it are.
 */
export function stubReader({
  isIndicator,
  placeOf,
}: Pick<ReadOptions, 'isIndicator' | 'placeOf'>): (text: string) => Facts {
  let series: Facts = {};
  return (text) => {
    const clean = withoutOfWhich(withoutMark(text.slice(0, LONGEST_HEAD)));
    if (clean === '' || isWhole(clean)) return series;
    if (isIndicator(clean)) return (series = { indicator: clean });
    const stated = placeOf(clean);
    if (stated !== null) return { ...series, [stated.place]: clean };
    return (series = { series: clean });
  };
}
