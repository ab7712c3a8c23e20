import type { EntityManager } from '@mikro-orm/postgresql';
import type { Status } from '../../../graphql/enums.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { rows, standing } from '../../publication/standing.ts';
import type { ReleaseContents } from '../release-contents.ts';
import { areaId } from './code-lists.ts';
import { sdmxId, type Observation } from './cube.ts';
import type { Choices } from './selection.ts';

interface TargetRow {
  indicator: string;
  area: string;
  baselineYear: number | null;
  baselineValue: string | null;
  points: { year: number; value: string }[];
  reference: boolean;
  citation: Texts | null;
  rationale: Texts;
  since: number;
  source: string | null;
  status: Status | null;
}

/**
 * Baselines and targets of a release as a cube, in one statement: one plan for an indicator and a country, a few hundred in
 * all. A law has none: how far it is says the ladder of its elements.
 */
export async function targetObservations(
  em: EntityManager,
  release: number,
  contents: ReleaseContents,
  published: ReadonlyMap<number, string>,
): Promise<Observation[]> {
  const from = `(select p.*, p.from_release as since, a.status, nullif(concat_ws('. ', s.publisher, s.title, s.year), '') as source
    from ${standing('target')} p
      join ${standing('indicator')} i on i.code = p.indicator and i.kind <> 'MILESTONE'
      left join ${standing('source')} s on s.id = p.baseline_source
      left join ${standing('assessment')} a on a.kind = 'INDICATOR' and a.subject = p.indicator and a.area = p.area)`;
  const [read] = await em.execute<{ targets: TargetRow[] }[]>(
    `with at as (select ?::int as release) select ${rows({
      from,
      fields:
        'indicator area baselineYear #baselineValue points reference citation rationale since source status',
      order: 't.indicator, t.area',
    })} as targets`,
    [release],
  );
  return (read?.targets ?? []).flatMap((row) => observationsOf(row, contents, published));
}

function observationsOf(
  row: TargetRow,
  { areas, indicators }: ReleaseContents,
  published: ReadonlyMap<number, string>,
): Observation[] {
  const area = areas.get(row.area);
  const observation = (
    measure: 'BASELINE' | 'MILESTONE' | 'TARGET',
    year: number,
    value: string | null,
    [status, source, note]: [string, string | Texts | null, Texts | null],
  ): Observation => ({
    key: ['A', area ? areaId(area) : row.area, sdmxId(row.indicator), measure, String(year)],
    value,
    attributes: [
      sdmxId(indicators.get(row.indicator)?.unit ?? ''),
      '0',
      row.status,
      measure === 'BASELINE' ? null : row.reference ? 'REFERENCE' : 'ADOPTED',
      status,
      status === 'Q' ? 'C' : 'F',
      source,
      note,
    ],
    updated: published.get(row.since) ?? '',
    block: '',
  });
  const points = row.points.toSorted((a, b) => a.year - b.year);
  return [
    // The release takes the value of a baseline that stands for a hidden cell, and leaves its year.
    ...(row.baselineYear === null
      ? []
      : [
          observation('BASELINE', row.baselineYear, row.baselineValue, [
            row.baselineValue === null ? 'Q' : 'A',
            row.source,
            null,
          ]),
        ]),
    ...points.map(({ year, value }, at) =>
      observation(at === points.length - 1 ? 'TARGET' : 'MILESTONE', year, value, [
        'A',
        row.citation,
        row.rationale,
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
