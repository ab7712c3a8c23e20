/** What is longer is no head. */
export const LONGEST_HEAD = 200;

/** Words that stand alone, in any of the languages: `\b` knows Latin letters only. */
const word = (...stems: readonly string[]): string =>
  String.raw`(?<!\p{L})(?:${stems.join('|')})(?!\p{L})`;
const stem = (...stems: readonly string[]): string => String.raw`(?<!\p{L})(?:${stems.join('|')})`;
const anyOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'iu');

const MONTHS = [
  word('янв', 'фев', 'мар', 'март', 'апр', 'май', 'мая', 'июн', 'июл', 'авг', 'сен', 'сент'),
  word('окт', 'ноя', 'нояб', 'дек', 'марта', 'июня', 'июля', 'июнь', 'июль', 'августа?'),
  stem('январ', 'феврал', 'апрел', 'сентябр', 'октябр', 'ноябр', 'декабр', 'июн', 'июл'),
  stem('қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек'),
  stem('қазан', 'қараша', 'желтоқсан', 'феврал', 'ноябр', 'декабр'),
  stem('yanvar', 'fevral', 'aprel', 'avgust', 'sentabr', 'oktabr', 'noyabr', 'dekabr'),
  word('mart', 'iyun', 'iyul', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sept?'),
  word('oct', 'nov', 'dec', 'march', 'june', 'july', 'august'),
  stem('januar', 'februar', 'april', 'septemb', 'octob', 'novemb', 'decemb'),
];
const QUARTERS = [
  word('кв', 'квартал[а-я]*', 'полугоди[а-я]*', 'мес', 'месяц[а-я]*', 'недел[а-я]*'),
  stem('тоқсан', 'жартыжыл', 'жарты жыл', 'чейрек', 'жарым жыл', 'чоряк', 'семоҳа', 'нимсола'),
  word('ай', 'айы', 'айлар', 'айда', 'моҳ', 'моҳи', 'моҳҳо', 'oy', 'oyi', 'oylik'),
  stem('chorak', 'yarim yil', 'quarter', 'half-?year', 'semest', 'month', 'week', 'trimest'),
  // 2021Q1, 1H 2021; SDMX writes S for half a year, M and W
  String.raw`(?<!\p{L})(?:[QH][1-4]|[1-4][QH]|S[12]|M\d\d|W\d\d)(?!\d)`,
];
const PART_OF_YEAR = anyOf(...MONTHS, ...QUARTERS);
/** 2021-03 and 202103, as SDMX and DHIS2 write a month; what a school year looks like is none. */
const YEAR_MONTH = /^(?:19|20)\d\d(?:-|\.)?(?:0[1-9]|1[0-2])(?:-\d\d)?$/;
/** So long from a day on, as ADX writes a period that is no calendar year: 2020-01-01/P1M. */
const DURATION = /^\d{4}-\d\d-\d\d\/P\d{1,3}[DWMY]$/;
const DAY = /\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}/;
/** How long before it a survey asks about: “за последние 12 месяцев”; and a year in its months. */
const WHOLE_SPAN = anyOf(
  // “9 мес. 2019” is a part of the year
  String.raw`(?<!\d)(?:12|(?<=(?:последн\p{L}*|прошл\p{L}*|past|last|previous|соңғы|өткен|акыркы|өткөн|охирин|гузашта|so[‘ʻ’']nggi|oxirgi) )\d{1,2})\s+(?:месяц\p{L}*|мес\.?|months?|айд?\p{L}*|моҳ|oy)(?!\p{L})`,
  word('январь\\s?[-–—]\\s?декабрь', 'january\\s?[-–—]\\s?december'),
);

/** Does a text name a month, a quarter or half a year? What is told of it is no figure of the year. */
export const isPartOfYear = (text: string): boolean => {
  const clean = text.trim().replace(WHOLE_SPAN, '');
  const isMonth = YEAR_MONTH.test(clean) && !isSchoolYear(clean);
  return isMonth || DURATION.test(clean) || PART_OF_YEAR.test(clean);
};

/** How a column of frequencies or months calls the whole year; SDMX counts more years than one as A2 to A10. */
const WHOLE_YEAR = anyOf(
  String.raw`^(?:A(?:: .*)?|Y|_Z|P1Y|annual|annually|yearly|year|год|годов\p{L}*|ежегодн\p{L}*)$`,
  String.raw`^(?:жыл|жылдық|жылдык|сол|солона|yil|yillik)$`,
  String.raw`^(?:январь\s?[-–—]\s?декабрь|january\s?[-–—]\s?december)$`,
);
export const isWholeYear = (text: string): boolean => WHOLE_YEAR.test(text.trim());

/** 2011-12 may be either: it is asked as a range of years. */
const isSchoolYear = (text: string): boolean => {
  const [, first, second] = /^\d\d(\d\d)-(\d\d)$/.exec(text) ?? [];
  return first !== undefined && Number(second) === Number(first) + 1;
};

/** At its beginning a year is the end of the one before. */
const AT_BEGINNING = anyOf(
  stem('на начало', 'начало', 'басына', 'башына', 'аввали', 'boshiga', 'beginning', 'start of'),
);

export const isDay = (text: string): boolean => DAY.test(text) || AT_BEGINNING.test(text);

/** What somebody means to reach or expects: no figure of what was. */
const NOT_YET = anyOf(
  word('план', 'плана', 'плановый', 'плановое', 'цель', 'прогноз', 'проект'),
  stem('целев', 'прогноз', 'жоспар', 'болжам', 'мақсат', 'максат', 'божомол', 'нақша', 'ҳадаф'),
  stem('пешгӯи', 'reja', 'maqsad', 'prognoz', 'target', 'forecast', 'projection'),
  word('plan', 'planned', 'projected', 'budgeted'),
);
export const isNotYet = (text: string): boolean => NOT_YET.test(text);

const ACTUAL = /^\(?(?:факт\p{L}*|actual|нақты|иш жүзүндө|воқеӣ|amalda)\.?\)?$/iu;
/** What was, beside what was planned. */
export const isActual = (text: string): boolean => ACTUAL.test(text);

const OF_STATUS = [
  ['P', anyOf(stem('предв', 'алдын ала', 'пешак', 'dastlabki', 'prelim', 'provision'))],
  ['E', anyOf(stem('оценк', 'оценоч', 'бағалау', 'баалоо', 'арзёбӣ', 'baho', 'estimat'))],
] as const;

/** The status that a head gives its values, where it says nothing else: “(предв.)”. */
export function statusWithin(text: string): 'P' | 'E' | null {
  const bare = text.replace(/[\s().,:;*]+/g, ' ').trim();
  if (bare === '' || bare.split(' ').length > 2) return null;
  return OF_STATUS.find(([, words]) => words.test(bare))?.[0] ?? null;
}

/** The parts of a text in several languages: “Көрсөткүч / Показатель / Indicator”, or in lines. */
export const alternativesOf = (text: string): string[] =>
  text.length > 600
    ? []
    : text
        .split(/[/|\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');

const SUPERSCRIPT = String.raw`[¹²³⁰-⁹*⁾]`;
const MARKED_YEAR = new RegExp(
  String.raw`^((?:19|20)\d\d)(?:\s*г(?:\.|од)?)?\s*(?:${SUPERSCRIPT}+|\d?\))$`,
  'u',
);
/** A year with the mark of a footnote: 2019¹, 2020*, 20211). */
export const markedYear = (text: string): string | null =>
  MARKED_YEAR.exec(text.trim())?.[1] ?? null;

const MARKS = new RegExp(String.raw`(?<=[\p{L})]) ?(?:${SUPERSCRIPT}|\d\)){1,6}$`, 'u');
/** A name without the mark of a footnote behind it. */
export const withoutMark = (text: string): string => text.trim().replace(MARKS, '');

/** Raised digits and stars behind a number are marks of a footnote and none of its digits; “121)” may be either. */
export const withoutFootnote = (text: string): string =>
  text.length > 60 ? text : text.replace(/(?<=\d)\s*[¹²³⁰-⁹⁽⁾*]+\s*$|(?<=\d)\s+\d?\)\s*$/u, '');
