import { type ObservationStatus, keyFact, withoutPlan } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import { elementStates } from './laws.ts';
import type { Fact } from './progress.type.ts';
import { byCell, upTo } from './by-cell.ts';
import type { IndicatorRowOf, LawRow, LinkRow } from './public-rows.ts';
import { toIndicator } from './page-parts.ts';

interface Known {
  links: readonly LinkRow[];
  indicators: readonly IndicatorRowOf[];
  laws: readonly LawRow[];
  /** Not broken down, oldest first. */
  points: readonly {
    indicator: string;
    area: string;
    year: number;
    value: string | null;
    status: ObservationStatus;
  }[];
}

/** A function that tells the one line about an action in an area. */
export function keyFactFinder(
  { links, indicators, laws, points }: Known,
  year: number,
  lang: Language,
): (action: string, area: string) => Fact | null {
  const indicatorOf = new Map(indicators.map((row) => [row.code, row]));
  const law = byCell(laws, (row) => row.indicator);
  const observed = byCell(upTo(points, year), (row) => row.indicator);
  const known = (code: string, area: string) => {
    const row = law(code, area)[0];
    // A hidden newest figure is not replaced by an older one.
    const { latest } = withoutPlan(observed(code, area), 'NO_TARGET');
    return {
      elements: row && elementStates(row, year).filter(({ counts }) => counts),
      latest: latest && latest.value !== null ? { year: latest.year, value: latest.value } : null,
    };
  };
  const linksOf = Map.groupBy(links, (link) => link.action);
  return (action, area) => {
    const fact = keyFact(
      (linksOf.get(action) ?? []).flatMap(({ indicator: code, role }) => {
        const indicator = indicatorOf.get(code);
        if (!indicator) return [];
        const { kind, direction } = indicator;
        return [{ code, kind, direction, role, ...known(code, area) }];
      }),
    );
    const indicator = fact && indicatorOf.get(fact.indicator);
    if (!indicator) return null;
    const isNumber = fact.value !== null;
    const { name, stages, decimals, unit, unitText } = toIndicator(indicator, lang);
    return {
      ...fact,
      name,
      stageName: fact.stage === null ? null : (stages?.[fact.stage] ?? null),
      decimals: isNumber ? decimals : null,
      unit: isNumber ? unit : null,
      unitText: isNumber ? unitText : null,
    };
  };
}
