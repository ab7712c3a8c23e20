import { type LinkedIndicator, SharedCounts } from './shared-counts.ts';
import { areaOf, brokenDownBy } from './threshold.ts';

/**
 * Pairs of indicators of a cluster that count the same: where a ministry suppressed one, the other would show the same figure,
 * so it is hidden too. Source: methods.md 2.7.
 */
export function suppressedTogether(
  cluster: readonly LinkedIndicator[],
): { suppressed: string; other: string }[] {
  const shared = new SharedCounts(cluster);
  return cluster.flatMap(({ code: suppressed }) => {
    const [count] = shared.namesOf(suppressed);
    return cluster
      .filter(({ code }) => code !== suppressed && shared.namesOf(code).includes(count))
      .map(({ code: other }) => ({ suppressed, other }));
  });
}

/** One indicator in one year; keys: `AREA|SEX|AGE|URBANISATION|REGION|BREAKDOWN`. */
export interface SuppressedTable {
  readonly scope: 'COUNTRY' | 'REGION';
  /** Areas whose figures are made of those of the countries. */
  readonly groups: readonly string[];
  /** Figures that would be shown. */
  readonly shown: readonly string[];
  /** Figures that a ministry suppressed itself. */
  readonly suppressed: readonly string[];
}

/**
 * What is hidden because a ministry suppressed a value itself. The suppressed figure is not known here, so no cover can be
 * planned for it: no parts of that indicator and year are shown, neither of the country nor of the group, and the group's total
 * is hidden if the country's total was suppressed. Not for laws: their elements are not parts of a sum, each is hidden by itself.
 */
export function hiddenWithSuppressed({
  scope,
  groups,
  shown,
  suppressed,
}: SuppressedTable): { key: string; why: 'REGIONAL' | 'COVER' }[] {
  const areas = new Set(suppressed.map(areaOf));
  const isTotalGone = suppressed.some((key) => !isPart(key));
  return shown.flatMap((key) => {
    const isGroup = groups.includes(areaOf(key));
    const isMadeOfIt = isGroup && scope === 'COUNTRY' && suppressed.length > 0;
    const goes = isPart(key) ? areas.has(areaOf(key)) || isMadeOfIt : isMadeOfIt && isTotalGone;
    return goes ? [{ key, why: isGroup ? 'REGIONAL' : 'COVER' }] : [];
  });
}

/**
 * Would the group's figure, beside those of the other countries, give a hidden country away? It would if it is made of the
 * countries' figures but is not a plain sum (a mean, a rate, a share): then it is hidden wherever a country's figure is. Sums
 * are planned together with the countries' counts.
 */
export const tellsOfCountries = ({ scope, unit }: { scope: string; unit: string }): boolean =>
  scope === 'COUNTRY' && unit !== 'NUMBER';

const isPart = (key: string): boolean => brokenDownBy(key.split('|').slice(1)).length > 0;
