import { foldWord, cleanText } from './clean-text.ts';

/** "Years", "and older" and the like, in six languages. */
const YEARS = String.raw`(?:\s*(?:лет|года?|жас|жаш|жыл|сола|ёш|yosh|years?(?: old)?|yrs?|y)\.?)?`;
const FROM_TO = new RegExp(`^y?(\\d{1,3})\\s*(?:[-–—]|to|t)\\s*(\\d{1,3})${YEARS}$`, 'u');
const OLDER = new RegExp(
  `^(?:(\\d{1,3})${YEARS}\\s*(?:\\+|plus|and (?:over|older)|и старше|және одан жоғары|жана андан (?:улуу|жогору)|ва аз он боло|va undan katta))${YEARS}$`,
  'u',
);
const OLDER_BEFORE = new RegExp(`^(?:>=|≥|yge|старше)\\s*(\\d{1,3})${YEARS}$`, 'u');
const YOUNGER = new RegExp(`^(?:<|до|under|younger than)\\s*(\\d{1,3})${YEARS}$`, 'u');
const ALL_AGES = new Set(['allage', 'all age', 'all ages', 'все возрасты', 'agegroup_total']);

/** “20 жашка чейин” and “20 жасқа дейін”: the word for "under" comes after the number. */
const YOUNGER_BEHIND = /^(\d{1,3}) ?(?:[гқк][ае])?(?: ?(?:жашка|жасқа|жаска))? (?:чейин|дейін)$/u;
/** AGEGROUP_YEARS15-49 of the Global Health Observatory, AGE_YTHADULT_Y15-24 of the ILO. */
const OF_DATABASE = /^age(?:group_years(?=\d)|_[a-z\d]{1,12}_(?=y))/;

/** No age is written with more characters. */
const LONGEST = 60;

/**
 * The code of CL_AGE for an age as people and databases write it: "15-49 лет" is `Y15T49`, "65+" `Y_GE65`, "<18Y" `Y_LT18`,
 * "ALLAGE" `_T`; null for any other text. Source: SDMX CL_AGE 1.0.
 */
export function parseAge(text: string): string | null {
  if (text.length > LONGEST) return null;
  const word = foldWord(cleanText(text)).replace(OF_DATABASE, '');
  if (ALL_AGES.has(word)) return '_T';
  const [, from, to] = FROM_TO.exec(word) ?? [];
  if (from !== undefined && to !== undefined)
    return Number(from) <= Number(to) ? `Y${from}T${to}` : null;
  const older = (OLDER.exec(word) ?? OLDER_BEFORE.exec(word))?.[1];
  if (older !== undefined) return `Y_GE${older}`;
  const younger = (YOUNGER.exec(word) ?? YOUNGER_BEHIND.exec(word))?.[1];
  return younger === undefined ? null : `Y_LT${younger}`;
}
