const DAY_MONTH_YEAR = /^\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?:\s*г(?:\.|ода?)?)?$/;
const YEAR_MONTH_DAY = /^\d{4}([./-])\d{1,2}\1\d{1,2}(?:[T\s].*)?$/;

const MONTH = [
  'янв(?:ар[ья])?|фев(?:рал[ья])?|мар(?:т|та)?|апр(?:ел[ья])?|ма[йя]|ию[нл][ья]?|авг(?:уст|уста)?',
  'сен(?:т|тябр[ья])?|окт(?:ябр[ья])?|ноя(?:б|бр[ья])?|дек(?:абр[ья])?',
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?',
  'sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
].join('|');
const YEAR = String.raw`(?:[\s.,/-]*(?:\d{4}|\d{2}))?(?:\s*г(?:\.|ода?)?)?`;
const DAY_MONTH = new RegExp(String.raw`^\d{1,2}[\s./-]*(?:${MONTH})\.?${YEAR}$`, 'iu');
const MONTH_DAY = new RegExp(String.raw`^(?:${MONTH})[\s./-]*\d{1,4}$`, 'iu');

/**
 * Whether a cell looks like a date, in digits or with a month in Russian or English: the trace of a
 * number such as 3.12 that a spreadsheet took for 3 December. Never converted back silently.
 * Source: methods.md 8.2 and 8.3 step 9.
 */
export function isDateLike(clean: string): boolean {
  return [DAY_MONTH_YEAR, YEAR_MONTH_DAY, DAY_MONTH, MONTH_DAY].some((date) => date.test(clean));
}
