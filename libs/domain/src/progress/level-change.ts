import { Decimal, type Numeric, dec } from '../values/decimal.ts';
import { type Maybe, decimalOrNull, figure } from '../values/figure.ts';
import { compareNatural } from '../values/natural-order.ts';
import { asPoints } from './movement.ts';

/** An indicator of an action, or an element of a law (whose level is its stage divided by the number of stages). */
export interface LevelPart {
  key: string;
  /** Null: not known. */
  level: Maybe<Numeric>;
  /** 1 when absent. */
  weight?: Maybe<Numeric>;
}

export interface LevelState {
  methodVersion: string;
  parts: readonly LevelPart[];
}

export interface LevelChange {
  class: 'FORWARD' | 'BACK' | 'NEWLY_KNOWN' | 'NO_LONGER_KNOWN' | 'UNCHANGED' | 'METHOD_CHANGED';
  /** Weighted mean of the differences in percentage points, 1 decimal; null where no part is known in both. */
  points: number | null;
  newlyKnown: string[];
  noLongerKnown: string[];
}

/**
 * What changed in an action or a law between two releases. Only parts known in both releases move the level, so that more
 * facts never read as a step back; the weights are those of `to`. If the method changed, the levels are not compared.
 * Keys are in natural order. Source: methods.md 1.5a.
 */
export function levelChange({ from, to }: { from: LevelState; to: LevelState }): LevelChange {
  if (from.methodVersion !== to.methodVersion) {
    return { class: 'METHOD_CHANGED', points: null, newlyKnown: [], noLongerKnown: [] };
  }
  const before = knownParts(from);
  const after = knownParts(to);
  const both = [...after].flatMap(([key, { level, weight }]) => {
    const earlier = before.get(key);
    return earlier === undefined ? [] : [{ difference: level.minus(earlier.level), weight }];
  });
  const mean =
    both.length === 0
      ? null
      : Decimal.sum(...both.map(({ difference, weight }) => difference.times(weight))).div(
          Decimal.sum(...both.map(({ weight }) => weight)),
        );
  const points = figure(mean === null ? null : asPoints(mean), 1);
  const newlyKnown = missingFrom(before, after);
  const noLongerKnown = missingFrom(after, before);
  return { class: classOf(points, newlyKnown, noLongerKnown), points, newlyKnown, noLongerKnown };
}

function classOf(
  points: number | null,
  newlyKnown: readonly string[],
  noLongerKnown: readonly string[],
): LevelChange['class'] {
  if (points !== null && points > 0) return 'FORWARD';
  if (points !== null && points < 0) return 'BACK';
  if (newlyKnown.length > 0) return 'NEWLY_KNOWN';
  return noLongerKnown.length > 0 ? 'NO_LONGER_KNOWN' : 'UNCHANGED';
}

function knownParts({ parts }: LevelState): Map<string, { level: Decimal; weight: Decimal }> {
  return new Map(
    parts.flatMap(({ key, level, weight }) => {
      const known = decimalOrNull(level);
      return known === null ? [] : [[key, { level: known, weight: dec(weight ?? 1) }]];
    }),
  );
}

/** The keys of `there` that `here` lacks. */
function missingFrom(
  here: ReadonlyMap<string, unknown>,
  there: ReadonlyMap<string, unknown>,
): string[] {
  return [...there.keys()].filter((key) => !here.has(key)).sort(compareNatural);
}
