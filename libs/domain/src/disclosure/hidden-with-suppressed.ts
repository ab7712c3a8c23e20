import { type LinkedIndicator, SharedCounts } from './shared-counts.ts';
import { areaOf, brokenDownBy } from './threshold.ts';

/**
 * Pairs of indicators of a cluster that count the same: where a ministry suppressed the one, the other would show its figure
 * and is hidden with it. Source: methods.md 2.7.
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
 * What is hidden beside a value that a ministry suppressed itself. Its figure is not known here, so no plan can weigh its
 * cover: of that indicator and year no parts are shown, neither of the country nor of the group, and the group's total goes
 * where the country's total did. The elements of a law are no parts of a sum: each is hidden by itself.
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
 * Would the group's figure of an indicator give the one hidden country away beside the others? A figure of the countries that is
 * no plain sum (a mean, a rate, a share) would, and is hidden where a country's is. Sums are planned with the countries' counts.
 */
export const tellsOfCountries = ({ scope, unit }: { scope: string; unit: string }): boolean =>
  scope === 'COUNTRY' && unit !== 'NUMBER';

const isPart = (key: string): boolean => brokenDownBy(key.split('|').slice(1)).length > 0;
