import { type AreaFace, type ClusterRelease, cumulativeDisclosure, faceOfKey } from '@qadam/domain';

/** One year of a cumulative series. */
export interface KnownYear {
  year: number;
  /** The count that the candidate shows; null if it shows none. */
  now: string | null;
  /** The last count that a release showed; null if none did. */
  was: string | null;
}

/**
 * The years to hide, so that no step between two years that readers know gives a small count away. A year that the candidate does not show is known by
 * what a release showed of it. Of the two years of a step, the one that readers do not know yet is hidden; the later one, where that is both. A step
 * between two counts that were shown before is known already: its later year is hidden from now on, as any small count that is public.
 * Source: methods.md 2.5.
 */
export function yearsToHide(series: readonly KnownYear[], threshold: number): number[] {
  const hidden = new Set<number>();
  const inOrder = series.toSorted((a, b) => a.year - b.year);
  for (;;) {
    const known = inOrder
      .map((one) => (hidden.has(one.year) ? { ...one, now: null } : one))
      .filter(({ now, was }) => (now ?? was) !== null);
    const { disclosive } = cumulativeDisclosure({
      series: known.map(({ year, now, was }) => ({ year, value: now ?? was })),
      threshold,
    });
    const years = disclosive.map(({ year }) => yearToHide(known, year));
    const next = years.find((year) => year !== null);
    if (next == null) return [...hidden];
    hidden.add(next);
  }
}

/** The year to hide of the step that ends in `year`; null if nothing of it can be hidden any more. */
function yearToHide(known: readonly KnownYear[], year: number): number | null {
  const index = known.findIndex((one) => one.year === year);
  const [earlier, later] = known.slice(index - 1, index + 1);
  const isNew = ({ now, was }: KnownYear) =>
    now !== null && (was === null || Number(now) !== Number(was));
  const fresh = [later, earlier].find((one) => one !== undefined && isNew(one));
  return fresh?.year ?? (later?.now == null ? null : year);
}

/** By key, the last count that earlier releases showed. */
export function shownBefore(previous: readonly ClusterRelease[]): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { counts, withheld } of previous) {
    const isLeftOut = inFaces(withheld);
    for (const { key, part, value, hiding } of counts)
      if (part === 'COUNT' && hiding === null && !isLeftOut(key)) shown.set(key, String(value));
  }
  return shown;
}

/** Tells whether a key lies in one of the faces that are not broken down. */
export function inFaces(withheld: readonly AreaFace[]): (key: string) => boolean {
  const faces = new Set(withheld.map(({ area, face }) => `${area} ${face}`));
  return (key) => {
    if (faces.size === 0) return false;
    const { area, face } = faceOfKey(key);
    return faces.has(`${area} ${face}`);
  };
}
