import type { Language } from './languages.ts';

// Browsers have no number data for kk, ky, tg and uz; all four write numbers as Russian does.
const locale = (language: Language): string => (language === 'en' ? 'en' : 'ru');
const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, decimals: number | undefined): Intl.NumberFormat {
  const key = `${locale(language)} ${decimals ?? ''}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.NumberFormat(locale(language), {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 20,
    });
    formats.set(key, known);
  }
  return known;
}

/**
 * An exact decimal as text for people, rounded half away from zero to `decimals`, or with all its digits if not given.
 * Intl reads a string digit by digit, so no float is involved. A negative number gets a true minus, as differences do.
 */
export function formatNumber(language: Language, value: string, decimals?: number): string {
  return format(language, decimals)
    .format(value as Intl.StringNumericLiteral)
    .replace('-', '\u2212');
}

/** 58% in English and the state languages, 58 % (no-break space) in Russian. `value` is in percent already. */
export function formatPercent(language: Language, value: string, decimals?: number): string {
  return `${formatNumber(language, value, decimals)}${language === 'ru' ? '\u00a0' : ''}%`;
}

/** With its sign, for differences: +0.3, −1.2 (a true minus), 0. */
export function formatSigned(language: Language, value: string, decimals?: number): string {
  const text = formatNumber(language, value.replace(/^-/, ''), decimals);
  if (!/[1-9]/.test(text)) return text;
  return `${value.startsWith('-') ? '\u2212' : '+'}${text}`;
}

/** The slots of texts that hold how many there are of something. */
const COUNTS =
  /^(count|total|n|known|done|filled|seen|checked|added|changed|waiting|failed|planned|tables|cells|errors|warnings|explained|overdue|notDue|late|toReview|returned)$/;

/** What a text shows in a slot: a count, given as a number, as people write it (12,345); anything else, such as a year, as it is. */
export function inSlot<T>(language: Language, slot: string, value: T): T | string {
  const isCount = typeof value === 'number' && COUNTS.test(slot);
  return isCount ? formatNumber(language, String(value)) : value;
}
