import type { EntityManager } from '@mikro-orm/postgresql';
import type { CountPart, StoredRelease } from '@qadam/domain';
import { countOf } from '../../../database/cell-columns.ts';
import { KEY_OF } from './cell-key.ts';
import { isCount, standingRows } from './standing-rows.ts';

/** One indicator and year over all releases, as disclosure control looks at it. */
export interface PublishedTable {
  /** Oldest first: true counts by cell key, and what each release hides. */
  releases: StoredRelease[];
  /** The same of its denominators, as far as they are on record. */
  denominators: StoredRelease[];
  /** Cells that some release shows, by key. */
  shown: string[];
  /** Is the number of people (or things) behind every shown figure a known whole number? */
  isCounted: boolean;
}

/** One indicator in one year. */
export interface TableName {
  indicator: string;
  year: number;
}

export const tableName = ({ indicator, year }: TableName): string => `${indicator} ${String(year)}`;

interface Row extends TableName {
  key: string;
  from: number;
  until: number | null;
  shown: boolean;
  countShown: boolean;
  denominatorShown: boolean;
  /** In the release of the row, hidden or not; null where it is not on record. */
  count: string | null;
  denominator: string | null;
}

export async function publishedTable(em: EntityManager, table: TableName): Promise<PublishedTable> {
  return (await publishedTables(em, [table])).get(tableName(table)) ?? tableOf([]);
}

/**
 * What the releases hold of these tables, by their names; counts behind hidden cells come from the working side, and stay
 * there.
 */
export async function publishedTables(
  em: EntityManager,
  tables: readonly TableName[],
): Promise<Map<string, PublishedTable>> {
  const rows = await em.execute<Row[]>(
    `select v.indicator, v.year, ${KEY_OF('v')} as key, v.from_release as "from", v.until_release as until, v.value is not null as shown,
       v.numerator is not null or (i.unit = 'NUMBER' and v.value is not null) as "countShown", v.denominator is not null as "denominatorShown",
       trim_scale(coalesce(${countOf('v', 'i.unit')}, ${onRecord('COUNT')},
         (w.content ->> 'numerator')::work.exact, case when i.unit = 'NUMBER' then (w.content ->> 'value')::work.exact end))::text as count,
       trim_scale(coalesce(v.denominator, ${onRecord('DENOMINATOR')}, (w.content ->> 'denominator')::work.exact))::text as denominator
     from publication.value v join work.indicator i on i.code = v.indicator left join lateral (
       select w.content from work.withdrawn_row w where w.relation = 'value' and w.content @> jsonb_build_object('indicator', v.indicator, 'area', v.area,
         'year', v.year, 'sex', v.sex, 'age', v.age, 'urbanisation', v.urbanisation, 'region', v.region, 'breakdown', v.breakdown,
         'from_release', v.from_release) limit 1) w on true
     where (v.indicator, v.year) in (${tables.map(() => '(?, ?)').join(', ')}) order by key, v.from_release`,
    tables.flatMap(({ indicator, year }) => [indicator, year]),
  );
  const named = Map.groupBy(rows, tableName);
  return new Map([...named].map(([name, found]) => [name, tableOf(found)]));
}

const onRecord = (part: CountPart): string =>
  `(select c.value from work.released_count c where c.indicator = v.indicator and c.year = v.year and c.key = ${KEY_OF('v')}
     and c.part = '${part}' and c.release <= v.from_release order by c.release desc limit 1)`;

function tableOf(rows: readonly Row[]): PublishedTable {
  const shown = rows.filter((row) => row.shown);
  return {
    releases: releasesOf(
      rows.map(({ count, countShown, ...row }) => ({ ...row, value: count, isShown: countShown })),
    ),
    denominators: releasesOf(
      rows.map((row) => ({ ...row, value: row.denominator, isShown: row.denominatorShown })),
    ),
    shown: [...new Set(shown.map(({ key }) => key))],
    isCounted: shown.every(({ count }) => isCount(count)),
  };
}

function releasesOf(
  rows: readonly (Pick<Row, 'key' | 'from' | 'until'> & {
    value: string | null;
    isShown: boolean;
  })[],
): StoredRelease[] {
  return standingRows(rows).map(({ release, standing }) => {
    const counted = standing.filter(({ value }) => isCount(value));
    return {
      release,
      cells: Object.fromEntries(counted.map(({ key, value }) => [key, value])),
      hidden: counted.flatMap(({ key, isShown }) => (isShown ? [] : [key])),
    };
  });
}
