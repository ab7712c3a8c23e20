import type { Maybe } from '../values/figure.ts';
import { dec, type Decimal, type Numeric } from '../values/decimal.ts';

export interface NestedDifferenceInput {
  /** Published groups with the disjoint members that make them up; null is absent or hidden. */
  readonly groups: readonly {
    readonly id: string;
    readonly members: readonly string[];
    readonly value?: Maybe<Numeric>;
  }[];
  readonly threshold: number;
}

export interface NestedDifference {
  readonly larger: string;
  readonly smaller: string;
  readonly difference: number;
}

/**
 * A group inside another gives the rest away: the difference must be 0 or at least k. Women of 15–49
 * beside those of 18–49 tell how many are 15–17. Pairs in the order of the groups, larger one first.
 * Source: methods.md 2.5, Nested groups.
 * @public
 */
export function nestedDifference({ groups, threshold }: NestedDifferenceInput): {
  readonly disclosive: readonly NestedDifference[];
} {
  const shown = groups.flatMap(({ id, members, value }): Group[] =>
    value == null ? [] : [{ id, members: new Set(members), value: dec(value) }],
  );
  const pairs = shown.flatMap((larger) =>
    shown.filter((smaller) => contains(larger, smaller)).map((smaller) => ({ larger, smaller })),
  );
  return {
    disclosive: pairs
      .map(({ larger, smaller }) => ({
        larger: larger.id,
        smaller: smaller.id,
        difference: larger.value.minus(smaller.value).toNumber(),
      }))
      .filter(({ difference }) => difference > 0 && difference < threshold),
  };
}

interface Group {
  readonly id: string;
  readonly members: ReadonlySet<string>;
  readonly value: Decimal;
}

function contains(larger: Group, smaller: Group): boolean {
  return (
    smaller.members.size < larger.members.size &&
    [...smaller.members].every((member) => larger.members.has(member))
  );
}
