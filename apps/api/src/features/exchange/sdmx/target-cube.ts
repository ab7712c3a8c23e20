import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { publicDb } from '../../../database/db.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import type { ReleaseContents } from '../release-contents.ts';
import { areaId, areaIdIn } from './code-lists.ts';
import { type Observation } from './cube.ts';
import type { Choices } from './selection.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

type TargetRow = Awaited<ReturnType<typeof readTargets>>[number];

const readTargets = (em: EntityManager, release: number) =>
  publicDb(em)
    .selectFrom(rowsAsOf('target', release).as('p'))
    .innerJoin(rowsAsOf('indicator', release).as('i'), 'i.code', 'p.indicator')
    .leftJoin(rowsAsOf('source', release).as('s'), 's.id', 'p.baseline_source')
    .leftJoin(rowsAsOf('assessment', release).as('a'), (on) =>
      on
        .onRef('a.subject', '=', 'p.indicator')
        .onRef('a.area', '=', 'p.area')
        .on('a.kind', '=', 'INDICATOR'),
    )
    .select(['p.indicator', 'p.area', 'p.baseline_year as baselineYear', 'p.points', 'p.reference'])
    .select(['p.baseline_value as baselineValue', 'p.citation', 'p.rationale', 'a.status'])
    .select('p.from_release as since')
    .select(
      sql<string | null>`nullif(concat_ws('. ', s.publisher, s.title, s.year), '')`.as('source'),
    )
    .where('i.kind', '<>', 'MILESTONE')
    .orderBy('p.indicator')
    .orderBy('p.area')
    .execute();

/**
 * Baselines and targets of a release as a cube, read in one statement: one plan for each indicator and country, a few hundred in all. Laws have no
 * plan: the stages of their elements say how far they are.
 */
export async function targetObservations(
  em: EntityManager,
  release: number,
  contents: ReleaseContents,
  published: ReadonlyMap<number, string>,
): Promise<Observation[]> {
  const targets = await readTargets(em, release);
  return targets.flatMap((row) => observationsOf(row, contents, published));
}

function observationsOf(
  row: TargetRow,
  { areas, indicators }: ReleaseContents,
  published: ReadonlyMap<number, string>,
): Observation[] {
  const unit = sdmxId(indicators.get(row.indicator)?.unit ?? '');
  const kind = row.reference ? 'REFERENCE' : 'ADOPTED';
  const observation = (
    measure: 'BASELINE' | 'MILESTONE' | 'TARGET',
    year: number,
    value: string | null,
    attributes: Observation['attributes'],
  ): Observation => ({
    key: ['A', areaIdIn(areas, row.area), sdmxId(row.indicator), measure, String(year)],
    value,
    attributes: [unit, '0', row.status, ...attributes],
    updated: published.get(row.since) ?? '',
    block: '',
  });
  const { baselineYear: year, baselineValue: value } = row;
  const state = value === null ? ['Q', 'C'] : ['A', 'F'];
  const points = row.points.toSorted((a, b) => a.year - b.year);
  return [
    // If a baseline repeats a hidden cell, the release removes its value and keeps its year.
    ...(year === null
      ? []
      : [observation('BASELINE', year, value, [null, ...state, row.source, null])]),
    ...points.map(({ year, value }, at) =>
      observation(at === points.length - 1 ? 'TARGET' : 'MILESTONE', year, value, [
        ...[kind, 'A', 'F', row.citation, row.rationale],
      ]),
    ),
  ];
}

export function targetChoices(
  observations: readonly Observation[],
  contents: ReleaseContents,
): Choices {
  return new Map<string, readonly string[]>([
    ['FREQ', ['A']],
    ['REF_AREA', [...contents.areas.values()].map(areaId)],
    ['INDICATOR', [...contents.indicators.keys()].map(sdmxId)],
    ['MEASURE_TYPE', ['BASELINE', 'MILESTONE', 'TARGET']],
    ['TIME_PERIOD', [...new Set(observations.map(({ key }) => key.at(-1) ?? ''))].sort()],
    ['OBS_STATUS', ['A', 'Q']],
    ['CONF_STATUS', ['F', 'C']],
  ]);
}
