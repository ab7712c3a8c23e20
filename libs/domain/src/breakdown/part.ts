import { TOTAL } from '../disclosure/table.ts';

export const BREAKDOWN_DIMENSIONS = ['sex', 'age', 'urbanisation', 'region', 'breakdown'] as const;
export type BreakdownDimension = (typeof BREAKDOWN_DIMENSIONS)[number];

/** The part of an indicator that a value is about: a code for each dimension, `_T` where it is not divided. */
export type Part = Readonly<Record<BreakdownDimension, string>>;

export const TOTAL_PART: Part = {
  sex: TOTAL,
  age: TOTAL,
  urbanisation: TOTAL,
  region: TOTAL,
  breakdown: TOTAL,
};

/** The part that a row is about, without the rest of the row. */
export function partOf({ sex, age, urbanisation, region, breakdown }: Part): Part {
  return { sex, age, urbanisation, region, breakdown };
}

/** Reads a part as the keys of published cells write it: `SEX|AGE|URBANISATION|REGION|BREAKDOWN`. */
export function readPart(text: string): Part {
  const [sex = TOTAL, age = TOTAL, urbanisation = TOTAL, region = TOTAL, breakdown = TOTAL] =
    text.split('|');
  return { sex, age, urbanisation, region, breakdown };
}

export const isTotalPart = (part: Part): boolean =>
  BREAKDOWN_DIMENSIONS.every((dimension) => part[dimension] === TOTAL);

/** The part as one text, the same for the same part: `sex=F age=Y0T17`; empty for the total. */
export function partKey(part: Part): string {
  let key = '';
  for (const dimension of BREAKDOWN_DIMENSIONS) {
    if (part[dimension] === TOTAL) continue;
    key += `${key === '' ? '' : ' '}${dimension}=${part[dimension]}`;
  }
  return key;
}
