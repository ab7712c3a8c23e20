import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { publicDb } from '../../../database/db.ts';
import { CELL_COLUMNS, cellOf, sameCell } from '../../../database/expressions.ts';
import type { Texts } from '../../../graphql/local-text.type.ts';
import { oncePer } from '../../../http/memo.ts';
import { rowsAsOf } from '../../publication/rows-as-of.ts';
import type { ReleaseContents } from '../release-contents.ts';
import type { ReleasedRow } from '../released-rows.ts';
import { passes, type RowFilter } from '../row-filter.ts';
import { rowSource, sourceLine, type RowSource } from '../row-source.ts';
import { areaId, placeOf } from './code-lists.ts';
import { INDICATORS, type Observation } from './cube.ts';
import type { Domain } from './domain.reader.ts';
import type { Choices, Selection, Slice } from './selection.ts';
import type { ManyTexts } from './texts.ts';
import { sdmxId } from '../../../standards/sdmx-id.ts';

type Key = Pick<ReleasedRow, (typeof CELL_COLUMNS)[number]>;

/** The codes that a key or a filter may name. */
export function indicatorChoices(domain: Domain, contents: ReleaseContents): Choices {
  return new Map<string, readonly string[]>([
    ['FREQ', ['A']],
    ['REF_AREA', [...[...contents.areas.values()].map(areaId), ...domain.regions]],
    ['INDICATOR', [...contents.indicators.keys()].map(sdmxId)],
    ['SEX', withTotal(domain.sexes, 'F', 'M')],
    ['AGE', withTotal(domain.ages)],
    ['URBANISATION', withTotal(domain.urbanisations, 'U', 'R')],
    ['CUST_BREAKDOWN', withTotal(domain.breakdowns).map(sdmxId)],
    ['TIME_PERIOD', domain.years],
    ['OBS_STATUS', domain.statuses],
    ['CONF_STATUS', ['F', 'C']],
  ]);
}

const withTotal = (found: readonly string[], ...more: string[]) => [
  ...new Set(['_T', ...more, ...found]),
];

/** A selection of the cube as a condition on the released rows. */
export function rowFilter(
  selection: Selection,
  domain: Domain,
  contents: ReleaseContents,
): RowFilter {
  const toFilter = (slice: Slice): RowFilter => ({
    allOf: [...slice].map(([id, wanted]) => narrowed(id, wanted, domain, contents)),
  });
  return {
    allOf: [
      toFilter(selection.components),
      ...(selection.slices.length === 0 ? [] : [{ anyOf: selection.slices.map(toFilter) }]),
    ],
  };
}

/** Components whose codes are the same in the rows. */
const AS_STORED: Readonly<Record<string, keyof RowFilter>> = {
  SEX: 'sexes',
  AGE: 'ages',
  URBANISATION: 'urbanisations',
  TIME_PERIOD: 'years',
  OBS_STATUS: 'statuses',
};

function narrowed(
  id: string,
  wanted: ReadonlySet<string>,
  domain: Domain,
  contents: ReleaseContents,
): RowFilter {
  const list = AS_STORED[id];
  if (list) return { [list]: [...wanted] };
  const whose = (own: Iterable<string>) => [...own].filter((code) => wanted.has(sdmxId(code)));
  switch (id) {
    case 'REF_AREA': {
      const areas = [...contents.areas.values()].filter((area) => wanted.has(areaId(area)));
      const regions = domain.regions.filter((region) => wanted.has(region));
      return { anyOf: [{ areas: areas.map(({ code }) => code), regions: ['_T'] }, { regions }] };
    }
    case 'INDICATOR':
      return { indicators: whose(contents.indicators.keys()) };
    case 'CUST_BREAKDOWN':
      return { breakdowns: whose(['_T', ...domain.breakdowns]) };
    case 'CONF_STATUS':
      return {
        statuses: domain.statuses.filter((status) => wanted.has(status === 'Q' ? 'C' : 'F')),
      };
    default:
      return wanted.has('A') ? {} : { anyOf: [] };
  }
}

interface Naming {
  contents: ReleaseContents;
  texts: ManyTexts;
  /** Sequence of a release → when it was published. */
  published: ReadonlyMap<number, string>;
}

export function toObservation(row: ReleasedRow, naming: Naming): Observation {
  const { contents, texts, published } = naming;
  const source = rowSource(row, contents);
  const isHidden = row.obsStatus === 'Q';
  return {
    key: keyOf(row, contents),
    value: row.value,
    attributes: [
      sdmxId(contents.indicators.get(row.indicator)?.unit ?? ''),
      '0',
      row.obsStatus,
      row.confStatus,
      row.numerator,
      row.denominator,
      source && lineOf(source),
      isHidden ? texts.of('hidden') : row.note,
      source?.licence ?? null,
      row.period,
      row.factDate,
      row.provision,
      row.basis,
    ],
    updated: published.get(row.sinceSequence) ?? '',
    block: `${row.indicator} ${row.area}`,
  };
}

/** A line in English only becomes a plain string. Cached per source, as sources are. */
const lineOf = oncePer((source: RowSource): string | Texts => {
  const line = sourceLine(source);
  return Object.keys(line).join() === 'en' ? (line['en'] ?? '') : line;
});

function keyOf(row: Key, { areas }: ReleaseContents): string[] {
  return [
    'A',
    placeOf(row, areas),
    sdmxId(row.indicator),
    row.sex,
    row.age,
    row.urbanisation,
    sdmxId(row.breakdown),
    String(row.year),
  ];
}

/** Cells of an earlier release that this one no longer has, for clients that collect changes. */
export async function goneSince(
  em: EntityManager,
  release: number,
  since: number,
  filter: RowFilter,
  contents: ReleaseContents,
): Promise<Observation[]> {
  const gone = await publicDb(em)
    .selectFrom('publication.value as v')
    .select(cellOf('v'))
    .distinct()
    .where('v.until_release', '<=', release)
    .where('v.until_release', '>', since)
    .where('v.from_release', '<=', since)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom(rowsAsOf('value', release).as('s')).where(sameCell('s', 'v'))),
      ),
    )
    .where(passes(filter))
    .orderBy(sql.join(CELL_COLUMNS.map((column) => sql.ref(`v.${column}`))))
    .execute();
  return gone.map((row) => ({
    key: keyOf(row, contents),
    value: null,
    attributes: INDICATORS.attributes.map(() => null),
    updated: '',
    block: `${row.indicator} ${row.area}`,
  }));
}

/**
 * Narrows a filter to the rows that came after a release. Hidden rows are always included, because a cell may become hidden at any time for
 * somebody's safety.
 */
export function changedAfter(filter: RowFilter, sequence: number): RowFilter {
  return { allOf: [filter, { anyOf: [{ changedAfter: sequence }, { statuses: ['Q'] }] }] };
}
