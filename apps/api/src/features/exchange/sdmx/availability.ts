import { areaIdIn } from './code-lists.ts';
import { INDICATORS, seriesKey, type Cube, type Observation } from './cube.ts';
import type { Used } from './domain.reader.ts';
import type { ReleaseContents } from '../release-contents.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

/** The codes that an answer would hold, and its number of series and observations. */
export interface Available {
  cube: Cube;
  values: ReadonlyMap<string, readonly string[]>;
  series: number;
  observations: number;
  /** The dimensions that the question names: ids, or one of the words for all. */
  component: string;
}

export function availableIndicators(
  used: Used,
  { areas }: ReleaseContents,
): Omit<Available, 'component'> {
  const { observations, series } = used;
  const byDimension = [
    used.frequencies,
    [...used.areas.map((code) => areaIdIn(areas, code)), ...used.regions],
    used.indicators.map(sdmxId),
    used.sexes,
    used.ages,
    used.urbanisations,
    used.breakdowns.map(sdmxId),
    used.years,
  ];
  const values = new Map(INDICATORS.dimensions.map(({ id }, at) => [id, byDimension[at] ?? []]));
  return { cube: INDICATORS, values, series, observations };
}

export function availableAmong(
  cube: Cube,
  observations: readonly Observation[],
): Omit<Available, 'component'> {
  const codesAt = (at: number) => [...new Set(observations.map(({ key }) => key[at] ?? ''))].sort();
  return {
    cube,
    values: new Map(cube.dimensions.map(({ id }, at) => [id, codesAt(at)])),
    series: new Set(observations.map(seriesKey)).size,
    observations: observations.length,
  };
}

export const isAmong = ({ component }: Pick<Available, 'component'>, id: string): boolean =>
  ['*', 'all', ''].includes(component) || component.split(/[,+]/).includes(id);
