import { dec } from '../values/decimal.ts';

/** Fewer centres in one region are so few that a figure about them leads to a house and to those who live there. */
const MIN_CENTRES = 3;

/** Where a figure about shelters says how many centres stand behind it; ELSEWHERE: nowhere in the figure itself. */
export type CentresIn = 'VALUE' | 'NUMERATOR' | 'DENOMINATOR' | 'ELSEWHERE';

export interface PointsToAShelterInput {
  /** null: the figure is not about shelters. */
  centresIn: CentresIn | null;
  /** `_T`: the whole country. */
  region: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
}

/**
 * Whether a figure below national level would point to a shelter: it is about shelters, and fewer than three centres, or a number nobody knows,
 * stand behind it. No centre at all points to none. Source: domain.md, Publication.
 */
export function pointsToAShelter(input: PointsToAShelterInput): boolean {
  const { centresIn, region } = input;
  if (centresIn === null || region === '_T') return false;
  const centres = {
    VALUE: input.value,
    NUMERATOR: input.numerator,
    DENOMINATOR: input.denominator,
    ELSEWHERE: null,
  }[centresIn];
  if (centres === null) return true;
  const known = dec(centres);
  return known.gt(0) && known.lt(MIN_CENTRES);
}
