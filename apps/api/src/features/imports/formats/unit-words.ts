import { remembered } from '../remembered.ts';

/** The unit that a text names. `per`: the figure counts per so many; `power`: the power of ten to multiply it by. */
export interface ToldUnit {
  kind: 'PT' | 'NUMBER' | 'PER';
  per: number;
  power: number;
}

const PERCENT = /%|(?<!\p{L})(?:процент|пайыз|пайыздық|фоиз|foiz|per ?cent|percent|pt$|pc$)/iu;
const PROMILLE = /‰|промилле|per mille/iu;
const THOUSAND = String.raw`(?:тыс(?:яч\p{L}*)?\.?|thousands?|ths|мың|миң|ҳазор|ming)`;
const MILLION = String.raw`(?:млн\.?|миллион\p{L}*|millions?|mln|mio)`;
const AMOUNT = String.raw`(\d[\d ,._'’]{0,20})?(${THOUSAND}|${MILLION})?`;
/** “на 100 000 женщин”, “per 100 thousand”, PER_100000_POP. */
const PER_BEFORE = new RegExp(
  String.raw`(?:(?<!\p{L})(?:на|per|в расчете на|в расчёте на|ба ҳар|ба як)[\s_]+)${AMOUNT}`,
  'iu',
);
/** “100 мың адамға”, “million aholiga”: languages that put the people after the number. */
const PER_BEHIND = new RegExp(
  String.raw`${AMOUNT} (?:адамға|адамга|тұрғынға|тургунга|әйелге|аялга|aholiga|kishiga|ayolga)`,
  'iu',
);
/** The word for thousands, but not behind a number, to which it would belong: 100 мың адамға. */
const THOUSANDS = new RegExp(String.raw`(?<!\p{L}|\d ?)${THOUSAND}(?!\p{L})`, 'iu');
const MILLIONS = new RegExp(String.raw`(?<!\p{L}|\d ?)${MILLION}(?!\p{L})`, 'iu');
/** “1000 persons”, “'000” and “1 000 000 soms” are multipliers; “1000+” is a size class. */
const NO_SIZE = String.raw`(?![ ,.]?\d|\s*\+|\s+(?:и (?:более|выше)|(?:and|or) more))`;
const IN_THOUSANDS = new RegExp(String.raw`^(?:1[ ,.]?000|['’]000s?)${NO_SIZE}`, 'iu');
const IN_MILLIONS = new RegExp(String.raw`^1[ ,.]?000[ ,.]?000${NO_SIZE}`, 'iu');
const COUNTED =
  /^(?:nb|numbers?|persons?|people|cases?|units?|человек\p{L}*|чел\.?|лиц[ао]?|единиц\p{L}*|ед\.?|случа\p{L}*|штук|шт\.?|количество|число|адам|киши|нафар|kishi|дона|dona|саны?|birlik|бирлик)$/iu;

const LONGEST = 80;

/** The unit that a text names; null: none that we know. */
export const unitIn = remembered((written): ToldUnit | null => {
  const text = written.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST) return null;
  if (PROMILLE.test(text)) return { kind: 'PER', per: 1000, power: 0 };
  const per = perIn(text);
  if (per !== null) return { kind: 'PER', per, power: 0 };
  if (PERCENT.test(text)) return { kind: 'PT', per: 1, power: 0 };
  if (THOUSANDS.test(text) || IN_THOUSANDS.test(text)) return { kind: 'NUMBER', per: 1, power: 3 };
  if (MILLIONS.test(text) || IN_MILLIONS.test(text)) return { kind: 'NUMBER', per: 1, power: 6 };
  return COUNTED.test(text) ? { kind: 'NUMBER', per: 1, power: 0 } : null;
});

/** Powers of ten by their names in CL_UNIT_MULT of SDMX. */
const POWERS = new Map<string, number>([
  ['units', 0],
  ['tens', 1],
  ['hundreds', 2],
  ['thousands', 3],
  ['tens of thousands', 4],
  ['hundreds of thousands', 5],
  ['millions', 6],
  ['billions', 9],
]);

/** The power of ten that a multiplier means: a digit, a name of SDMX, or words that begin with the amount. Null: unknown. */
export function powerIn(multiplier: string): number | null {
  const text = multiplier.trim().toLowerCase();
  // “3: Thousands”, as SDMX writes a code with its name
  const code = /^\d(?=$|: )/.exec(text)?.[0];
  const known = code === undefined ? POWERS.get(text) : Number(code);
  if (known !== undefined) return known;
  const words = text.replace(/[()]/g, '').replace(/^(?:in|в) /u, '');
  // so that “десятки тысяч” is not taken for thousands
  const amount = /^\p{L}+\.?/u.exec(words)?.[0] ?? words;
  return unitIn(amount)?.power ?? null;
}

function perIn(text: string): number | null {
  const found = PER_BEFORE.exec(text) ?? PER_BEHIND.exec(text);
  if (found === null) return null;
  const [, digits = '', word = ''] = found;
  const number = Number(digits.replace(/\D/g, '') || '1');
  const by = word === '' ? 1 : MILLIONS.test(word) ? 1_000_000 : 1000;
  const per = number * by;
  return per > 1 ? per : null;
}

/** The unit of an indicator in a form that can be compared with a file's unit; null if it cannot be compared. */
export function unitOfCode(code: string): Pick<ToldUnit, 'kind' | 'per'> | null {
  if (code === 'PT' || code === 'NUMBER') return { kind: code, per: 1 };
  const per = /^PER_(\d+)/.exec(code)?.[1];
  return per === undefined ? null : { kind: 'PER', per: Number(per) };
}

/** A name and the unit behind it, as titles and yearbooks write them: “Выданные ордера, тыс. единиц”. */
export const splitUnit = remembered((text): { name: string; unit: string } | null => {
  if (text.length > 400) return null;
  const clean = text.trim();
  const at = clean.endsWith(')') ? clean.lastIndexOf('(') : clean.lastIndexOf(',');
  if (at < 3) return null;
  const unit = clean
    .slice(at + 1)
    .replace(')', '')
    .trim();
  return unitIn(unit) === null ? null : { name: clean.slice(0, at).trim(), unit };
});
