import { TOTAL } from './table.ts';
import { dec, type Decimal } from '../values/decimal.ts';

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
  if (input.centresIn === null || input.region === TOTAL) return false;
  const centres = centresOf(input);
  return centres === null || (centres.gt(0) && centres.lt(MIN_CENTRES));
}

/** null: the figure does not say how many there are. */
function centresOf(input: PointsToAShelterInput): Decimal | null {
  if (input.centresIn === null) return null;
  const centres = {
    VALUE: input.value,
    NUMERATOR: input.numerator,
    DENOMINATOR: input.denominator,
    ELSEWHERE: null,
  }[input.centresIn];
  return centres === null ? null : dec(centres);
}

interface RegionalFigure extends PointsToAShelterInput {
  /** Did an earlier release show it? */
  published: boolean;
}

/**
 * The figures that must stay inside, of one indicator in one country and year: the national one and one for each region,
 * all about the same part. They are those that point to a shelter; if that is only one, it would be the difference between
 * the country and its other regions, so another one stays inside too: one that was never shown if possible, and of these
 * the one with the fewest centres.
 */
export function withheldForShelters<Figure extends RegionalFigure>(
  figures: readonly Figure[],
): Figure[] {
  const [pointing, ...others] = figures.filter(pointsToAShelter);
  if (pointing === undefined) return [];
  if (others.length > 0 || !figures.some(({ region }) => region === TOTAL))
    return [pointing, ...others];
  const covers = figures
    .map((figure) => ({ figure, centres: centresOf(figure) ?? dec(0) }))
    .filter(({ figure, centres }) => figure.region !== TOTAL && centres.gte(MIN_CENTRES))
    .sort(
      (a, b) =>
        Number(a.figure.published) - Number(b.figure.published) ||
        a.centres.cmp(b.centres) ||
        (a.figure.region < b.figure.region ? -1 : 1),
    );
  return [pointing, ...covers.slice(0, 1).map(({ figure }) => figure)];
}
