import { dec } from '../values/decimal.ts';

/** With fewer centres in one region, a figure about them could lead to a single house. */
const MIN_CENTRES = 3;

/** Which part of a figure about shelters is the number of centres; ELSEWHERE: none. */
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
 * Whether a figure below national level would point to a shelter: it is about shelters, and rests on fewer than three centres
 * or on an unknown number. A figure of zero centres points to no shelter. Source: domain.md, Publication.
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
