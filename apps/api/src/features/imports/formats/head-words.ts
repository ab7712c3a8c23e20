/** A longer text is not a column head. */
export const LONGEST_HEAD = 200;

/** A pattern for whole words in any of the languages; `\b` would know Latin letters only. */
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
  // 2021Q1, 1H 2021; SDMX writes S for half a year, M for a month and W for a week
  String.raw`(?<!\p{L})(?:[QH][1-4]|[1-4][QH]|S[12]|M\d\d|W\d\d)(?!\d)`,
];
const PART_OF_YEAR = anyOf(...MONTHS, ...QUARTERS);
/** 2021-03 and 202103, as SDMX and DHIS2 write a month. A text that may be a school year is sorted out below. */
const YEAR_MONTH = /^(?:19|20)\d\d(?:-|\.)?(?:0[1-9]|1[0-2])(?:-\d\d)?$/;
/** A start day and a duration, as ADX writes a period that is not a calendar year: 2020-01-01/P1M. */
const DURATION = /^\d{4}-\d\d-\d\d\/P\d{1,3}[DWMY]$/;
const DAY = /\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}/;
/** Texts that name months but mean a year: the period a survey asks about (“за последние 12 месяцев”), and January to December. */
const WHOLE_SPAN = anyOf(
  // “9 мес. 2019” is a part of the year
  String.raw`(?<!\d)(?:12|(?<=(?:последн\p{L}*|прошл\p{L}*|past|last|previous|соңғы|өткен|акыркы|өткөн|охирин|гузашта|so[‘ʻ’']nggi|oxirgi) )\d{1,2})\s+(?:месяц\p{L}*|мес\.?|months?|айд?\p{L}*|моҳ|oy)(?!\p{L})`,
  word('январь\\s?[-–—]\\s?декабрь', 'january\\s?[-–—]\\s?december'),
);

/** Does a text name a month, a quarter or half a year? Its figure is then not one of the year. */
export const isPartOfYear = (text: string): boolean => {
  const clean = text.trim().replace(WHOLE_SPAN, '');
  const isMonth = YEAR_MONTH.test(clean) && !isSchoolYear(clean);
  return isMonth || DURATION.test(clean) || PART_OF_YEAR.test(clean);
};

/** The whole year, in a column of frequencies or months. The SDMX codes A2 to A10 do not match: they mean several years. */
const WHOLE_YEAR = anyOf(
  String.raw`^(?:A(?:: .*)?|Y|_Z|P1Y|annual|annually|yearly|year|год|годов\p{L}*|ежегодн\p{L}*)$`,
  String.raw`^(?:жыл|жылдық|жылдык|сол|солона|yil|yillik)$`,
  String.raw`^(?:январь\s?[-–—]\s?декабрь|january\s?[-–—]\s?december)$`,
);
export const isWholeYear = (text: string): boolean => WHOLE_YEAR.test(text.trim());

/** Could 2011-12 be a school year? It may be a month or two years; it is treated as a range of years, which the person is asked about. */
const isSchoolYear = (text: string): boolean => {
  const [, first, second] = /^\d\d(\d\d)-(\d\d)$/.exec(text) ?? [];
  return first !== undefined && Number(second) === Number(first) + 1;
};

/** Words for the beginning of a year: such a figure is about the end of the year before. */
const AT_BEGINNING = anyOf(
  stem('на начало', 'начало', 'басына', 'башына', 'аввали', 'boshiga', 'beginning', 'start of'),
);

export const isDay = (text: string): boolean => DAY.test(text) || AT_BEGINNING.test(text);

/** Words for plans, targets and forecasts: such a figure is not a result. */
const NOT_YET = anyOf(
  word('план', 'плана', 'плановый', 'плановое', 'цель', 'прогноз', 'проект'),
  stem('целев', 'прогноз', 'жоспар', 'болжам', 'мақсат', 'максат', 'божомол', 'нақша', 'ҳадаф'),
  stem('пешгӯи', 'reja', 'maqsad', 'prognoz', 'target', 'forecast', 'projection'),
  word('plan', 'planned', 'projected', 'budgeted'),
);
export const isNotYet = (text: string): boolean => NOT_YET.test(text);

const ACTUAL = /^\(?(?:факт\p{L}*|actual|нақты|иш жүзүндө|воқеӣ|amalda)\.?\)?$/iu;
/** Does the text mean “actual”, as next to a column of planned figures? */
export const isActual = (text: string): boolean => ACTUAL.test(text);

const OF_STATUS = [
  ['P', anyOf(stem('предв', 'алдын ала', 'пешак', 'dastlabki', 'prelim', 'provision'))],
  ['E', anyOf(stem('оценк', 'оценоч', 'бағалау', 'баалоо', 'арзёбӣ', 'baho', 'estimat'))],
] as const;

/** The status that a head gives to its values, if it says nothing else: “(предв.)”. */
export function statusWithin(text: string): 'P' | 'E' | null {
  const bare = text.replace(/[\s().,:;*]+/g, ' ').trim();
  if (bare === '' || bare.split(' ').length > 2) return null;
  return OF_STATUS.find(([, words]) => words.test(bare))?.[0] ?? null;
}

/** The parts of a text in several languages, separated by “/”, “|” or lines: “Көрсөткүч / Показатель / Indicator”. */
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
/** The year of a text like 2019¹, 2020* or 20211), which has a footnote mark behind it; null for other texts. */
export const markedYear = (text: string): string | null =>
  MARKED_YEAR.exec(text.trim())?.[1] ?? null;

const MARKS = new RegExp(String.raw`(?<=[\p{L})]) ?(?:${SUPERSCRIPT}|\d\)){1,6}$`, 'u');
/** A name without the mark of a footnote behind it. */
export const withoutMark = (text: string): string => text.trim().replace(MARKS, '');

/** A number without the footnote mark behind it, such as raised digits or a star. “121)” is kept: its 1 may belong to the number or to the mark. */
export const withoutFootnote = (text: string): string =>
  text.length > 60 ? text : text.replace(/(?<=\d)\s*[¹²³⁰-⁹⁽⁾*]+\s*$|(?<=\d)\s+\d?\)\s*$/u, '');
