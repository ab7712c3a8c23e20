import { areaIdIn } from './code-lists.ts';
import {
  AGENCY,
  INDICATORS,
  VERSION,
  sdmxId,
  seriesKey,
  urn,
  type Cube,
  type Observation,
} from './cube.ts';
import type { Used } from './domain.reader.ts';
import { meta, named } from './message-context.ts';
import type { ReleaseContents } from '../release-contents.ts';
import type { StructureContext } from './structures.ts';

/** The codes that an answer would hold, and how many series and observations. */
export interface Available {
  values: ReadonlyMap<string, readonly string[]>;
  series: number;
  observations: number;
}

export function availableIndicators(used: Used, { areas }: ReleaseContents): Available {
  const { observations, series } = used;
  const byDimension = [
    observations > 0 ? ['A'] : [],
    [...used.areas.map((code) => areaIdIn(areas, code)), ...used.regions],
    used.indicators.map(sdmxId),
    used.sexes,
    used.ages,
    used.urbanisations,
    used.breakdowns.map(sdmxId),
    used.years,
  ];
  const values = new Map(INDICATORS.dimensions.map(({ id }, at) => [id, byDimension[at] ?? []]));
  return { values, series, observations };
}

export function availableAmong(cube: Cube, observations: readonly Observation[]): Available {
  const codesAt = (at: number) => [...new Set(observations.map(({ key }) => key[at] ?? ''))].sort();
  return {
    values: new Map(cube.dimensions.map(({ id }, at) => [id, codesAt(at)])),
    series: new Set(observations.map(seriesKey)).size,
    observations: observations.length,
  };
}

/** A constraint that says what is there: of SDMX 3.0 among the data constraints, of 3.1 a kind of its own. */
export function availabilityMessage(
  cube: Cube,
  { values, series, observations }: Available,
  component: string,
  isNewest: boolean,
  context: StructureContext,
): object {
  const keyValues = [...values]
    .filter(([id]) => ['*', 'all', ''].includes(component) || component.split(/[,+]/).includes(id))
    .map(([id, codes]) => ({ id, include: true, values: codes }));
  const dataflow = urn('Dataflow', cube.flow);
  const data = isNewest
    ? {
        availabilityConstraints: [
          {
            constraintAttachment: { dataflow },
            cubeRegion: { include: true, keyValues },
            seriesCount: series,
            obsCount: observations,
          },
        ],
      }
    : {
        dataConstraints: [
          {
            id: `CR_${cube.flow}`,
            version: VERSION,
            agencyID: AGENCY,
            ...named(context.texts.of('messages', cube.name), context),
            role: 'Actual',
            constraintAttachment: { dataflows: [dataflow] },
            cubeRegions: [{ include: true, keyValues }],
            annotations: [
              { id: 'series_count', type: 'sdmx_metrics', title: String(series) },
              { id: 'obs_count', type: 'sdmx_metrics', title: String(observations) },
            ],
          },
        ],
      };
  return { meta: meta('structure', context), data };
}
