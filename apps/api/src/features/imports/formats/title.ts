import { fieldOf } from './columns.ts';
import type { ReadOptions } from './format.ts';

/** A year at the end of a title: “в 2021 году”, “, 2021 г.”. */
const OF_YEAR =
  /[\s,(]{1,4}(?:(?:в|за|in) )?(?:19|20)\d\d(?:\s?-?(?:г\.|год[ау]?|г|ж\.|жыл[ыд]?\p{L}*))?\)?\s*$/u;
const BY = /^(.{3,200}?) (?:by|по) (.{1,200})$/iu;

/** What a title names, without the variables that PxWeb adds: “Protection orders issued by Country, Sex and Year”. */
export function titleOf(title: string, { isIndicator }: Pick<ReadOptions, 'isIndicator'>): string {
  const ofAll = title.replace(OF_YEAR, '');
  const known = [title, ofAll].find(isIndicator);
  if (known !== undefined) return known;
  const [, name = '', variables = ''] = BY.exec(ofAll.trim()) ?? [];
  const isOfTable = variables
    .split(/,| and | и /u)
    .map((variable) => variable.trim())
    .every((variable) => (fieldOf(variable) ?? fieldOf(`по ${variable}`)) !== null);
  return isOfTable && isIndicator(name) ? name : title;
}
