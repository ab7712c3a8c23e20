import type { Maybe } from '../values/figure.ts';
import type { FactBasis } from './assess-level.types.ts';
import { INDICATOR_ROLES, type IndicatorRole, isHeadline } from './indicator-role.ts';
import type { Direction, IndicatorKind } from './target.ts';

/** A law is in force from this stage of the ladder on. */
export const IN_FORCE = 4;

/** What is published of an indicator of an action in one area. */
export interface KnownIndicator {
  code: string;
  kind: IndicatorKind;
  role: IndicatorRole;
  direction?: Maybe<Direction>;
  /** For a law: the elements that count, in their order. */
  elements?: Maybe<
    readonly {
      code: string;
      stage: number | null;
      since: string | null;
      basis: FactBasis | null;
    }[]
  >;
  /** The newest figure of a number or a yes/no question; null where there is none to show. */
  latest?: Maybe<{ year: number; value: string }>;
}

/** One line about an action in an area. */
export interface KeyFact {
  indicator: string;
  /** The code of the element that the line names. */
  element: string | null;
  stage: number | null;
  since: string | null;
  basis: FactBasis | null;
  /** For a law with several elements, some of them in force: how many are. */
  inForce: number | null;
  /** How many elements the law has. */
  parts: number | null;
  value: string | null;
  year: number | null;
}

/**
 * The fact that says most about an action in one area; its indicators come in their order. The headline indicators go first:
 * of the laws the one with most elements in force, else with the highest stage (a law of one element gives its stage and since
 * when; one of several how many are in force, else the furthest element), then the numbers. If nothing is known of these, the
 * nearest other figure: a supporting one before context, a number before a yes/no question. Null where nothing is known at all.
 *
 * Source: experience.md W1.
 */
export function keyFact(indicators: readonly KnownIndicator[]): KeyFact | null {
  const deed = indicators.filter(isHeadline);
  const law = best(
    deed.flatMap((indicator) => lawFact(indicator) ?? []),
    (fact) => [fact.inForce ?? (isInForce(fact.stage) ? 1 : 0), fact.stage ?? 0],
  );
  if (law !== null) return law;
  const near = indicators.filter((indicator) => !isHeadline(indicator));
  for (const { code, latest } of [...inTellingOrder(deed), ...inTellingOrder(near)])
    if (latest) return { ...NOTHING, indicator: code, ...latest };
  return null;
}

/** Numbers and yes/no questions, the one to show first at the front: by role, a number before a yes/no question. */
export function inTellingOrder<T extends Pick<KnownIndicator, 'role' | 'kind'>>(
  all: readonly T[],
): T[] {
  const rank = ({ role, kind }: T) => 2 * INDICATOR_ROLES.indexOf(role) + Number(kind === 'BINARY');
  return all.filter(({ kind }) => kind !== 'MILESTONE').toSorted((a, b) => rank(a) - rank(b));
}

const NOTHING = {
  element: null,
  stage: null,
  since: null,
  basis: null,
  inForce: null,
  parts: null,
  value: null,
  year: null,
};

function isInForce(stage: number | null): boolean {
  return stage !== null && stage >= IN_FORCE;
}

function lawFact({ code: indicator, elements }: KnownIndicator): KeyFact | null {
  const all = elements ?? [];
  const known = all.filter(({ stage }) => stage !== null);
  const parts = all.length;
  const furthest = best(known, ({ stage }) => [stage ?? 0]);
  if (furthest === null) return null;
  const inForce = known.filter(({ stage }) => isInForce(stage));
  if (parts > 1 && inForce.length > 0) {
    const basis = inForce.some((one) => one.basis === 'MEDIA') ? 'MEDIA' : 'OFFICIAL';
    return { ...NOTHING, indicator, basis, inForce: inForce.length, parts };
  }
  const { code: element, stage, since, basis } = furthest;
  return { ...NOTHING, indicator, element, stage, since, basis, parts };
}

/** The item with the highest marks, compared mark by mark; of equals the first. */
function best<T>(list: readonly T[], marks: (one: T) => readonly number[]): T | null {
  const ahead = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((mark, index) => mark !== b[index]);
    return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
  };
  return list.reduce<T | null>(
    (found, one) => (found === null || ahead(marks(one), marks(found)) ? one : found),
    null,
  );
}
