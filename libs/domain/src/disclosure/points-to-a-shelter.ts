import { isTotalPart, type Part, partKey, partOf } from '../breakdown/part.ts';
import type { CENTRES_IN } from '../framework/framework-words.ts';
import { dec, type Decimal } from '../values/decimal.ts';
import { countName, type SharedCounts } from './shared-counts.ts';
import { TOTAL } from './table.ts';

/** With fewer centres in one region, a figure about them could lead to a single house. */
const MIN_CENTRES = 3;

/** Which part of a figure about shelters is the number of centres; ELSEWHERE: none. */
export type CentresIn = (typeof CENTRES_IN)[number];

export interface PointsToAShelterInput {
  /** null: the figure is not about shelters. */
  centresIn: CentresIn | null;
  /** `_T`: the whole country. */
  readonly region: string;
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
  return areFew(centresOf(input));
}

/** Is it one centre or two, or an unknown number? */
const areFew = (centres: Decimal | null): boolean =>
  centres === null || (centres.gt(0) && centres.lt(MIN_CENTRES));

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

/** The name of the count of centres in an indicator's figures, the same in all indicators that share it; by its own code if they do not hold it. */
export function countOfCentres(counts: SharedCounts, code: string, centresIn: CentresIn): string {
  if (centresIn === 'ELSEWHERE') return code;
  return counts.canonical(countName(code, centresIn === 'DENOMINATOR' ? 'DENOMINATOR' : 'COUNT'));
}

interface RegionalFigure extends PointsToAShelterInput, Part {
  /** Did an earlier release show it? */
  published: boolean;
}

/** One region, or a part of it, by all figures about it. */
interface Place {
  region: string;
  /** The fewest that a figure tells; null if none tells how many there are. */
  centres: Decimal | null;
  published: boolean;
}

/**
 * The figures that must stay inside, of one country in one year: all figures that hold the same count of centres, whichever indicators they are of.
 *
 * These are the figures that point to a shelter, with every other figure about their regions. If anything is known of the country, they are what it
 * has beside the regions shown; so more regions stay inside until each could have three numbers of centres, none of them zero: first those that were
 * never shown, of these the ones with the fewest centres. If a release has shown figures of this count already, all regions that it did not show stay
 * inside with them: some may be what was left out of it. If there are not enough, no region is shown. Parts of regions are shown only if nothing at all
 * has to stay inside. Source: domain.md, Publication; methods.md 2.2.
 */
export function withheldForShelters<Figure extends RegionalFigure>(
  figures: readonly Figure[],
): Figure[] {
  const regional = figures.filter(({ region }) => region !== TOTAL);
  const isWhole = (figure: Figure) => isTotalPart({ ...partOf(figure), region: TOTAL });
  const regions = regionsToWithhold(
    placesOf(regional.filter(isWhole)),
    regional.length < figures.length,
    figures.some(({ published }) => published),
  );
  const parts = placesOf(regional.filter((figure) => !isWhole(figure)));
  const arePartsShown = regions.size === 0 && !parts.some(hasFewCentres);
  return regional.filter(
    (figure) =>
      pointsToAShelter(figure) || (isWhole(figure) ? regions.has(figure.region) : !arePartsShown),
  );
}

function placesOf(figures: readonly RegionalFigure[]): Place[] {
  const places = new Map<string, RegionalFigure[]>();
  for (const figure of figures) {
    const key = partKey(figure);
    places.set(key, [...(places.get(key) ?? []), figure]);
  }
  return [...places.values()].map((found) => {
    const known = found.map(centresOf).filter((centres) => centres !== null);
    // where indicators differ, the fewest that are there at all
    const [fewest] = known.sort((a, b) => Number(a.isZero()) - Number(b.isZero()) || a.cmp(b));
    return {
      region: found[0]?.region ?? '',
      centres: fewest ?? null,
      published: found.some(({ published }) => published),
    };
  });
}

const hasFewCentres = ({ centres }: Place): boolean => areFew(centres);

function regionsToWithhold(
  places: readonly Place[],
  isCountryKnown: boolean,
  isShownBefore: boolean,
): Set<string> {
  const namesOf = (list: readonly Place[]) => new Set(list.map(({ region }) => region));
  const few = places.filter(hasFewCentres);
  if (few.length === 0 || !isCountryKnown) return namesOf(few);
  const withheld = places.filter(
    (place) => hasFewCentres(place) || (isShownBefore && !place.published),
  );
  const covers = places
    .flatMap((place) =>
      place.centres?.gte(MIN_CENTRES) ? [{ place, centres: place.centres }] : [],
    )
    .sort(
      (a, b) =>
        Number(a.place.published) - Number(b.place.published) ||
        a.centres.cmp(b.centres) ||
        (a.place.region < b.place.region ? -1 : 1),
    );
  for (const { place } of covers) {
    if (coverEachOther(withheld)) break;
    if (!withheld.includes(place)) withheld.push(place);
  }
  return namesOf(coverEachOther(withheld) ? withheld : places);
}

/** Could each place have three numbers of centres, if only their sum is known, and that each has one at least? */
function coverEachOther(places: readonly Place[]): boolean {
  const centres = places.reduce((sum, place) => sum.plus(place.centres ?? 0), dec(0));
  return places.length > 1 && centres.gte(MIN_CENTRES + places.length - 1);
}
