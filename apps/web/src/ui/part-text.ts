import { type Part, readPart } from '@qadam/domain';
import type { TFunction } from 'i18next';

const sexes = { F: 'indicator.sex.F', M: 'indicator.sex.M' } as const;
const places = { U: 'indicator.place.U', R: 'indicator.place.R' } as const;

/**
 * The part a value belongs to, in words as far as there are any for the codes: "women, 15–19, rural". `words`: names of
 * regions and groups by their code, if they are known.
 */
export function partText(
  t: TFunction,
  { sex, age, urbanisation, region, breakdown }: Part,
  words: Readonly<Record<string, string>> = {},
): string {
  const parts = [
    sex in sexes ? t(sexes[sex as keyof typeof sexes]) : sex,
    age === '_T' ? age : age.replace(/^Y(\d+)T(\d+)$/, '$1–$2').replace(/^Y_GE(\d+)$/, '$1+'),
    urbanisation in places ? t(places[urbanisation as keyof typeof places]) : urbanisation,
    words[region] ?? region,
    words[breakdown] ?? breakdown,
  ];
  return parts.filter((part) => part !== '_T').join(', ');
}

/** The same for a part written as `SEX|AGE|URBANISATION|REGION|BREAKDOWN`; empty for the total. */
export const cellText = (t: TFunction, cell: string): string => partText(t, readPart(cell));

const faces = ['total', 'sex', 'age', 'urb', 'region', 'breakdown'] as const;

/** What a face (`sex+age`) is broken down by, in words: "sex × age". */
export const faceText = (t: TFunction, face: string): string =>
  face
    .split('+')
    .map((name) => {
      const known = faces.find((one) => one === name);
      return known ? t(`indicator.face.${known}`) : name;
    })
    .join(' × ');
