import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type FactContent, type Part, partKey, WHOLE } from '@qadam/domain';
import type { MissingReason } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { CELLS, cellsAsJson, type Face, isOfTheirSeries } from './face.ts';
import { exact } from '../../database/sql-text.ts';
import { isCollected } from './cell-sql.ts';
import { isTotal, partAsJson } from '../../database/cell-columns.ts';
import type { YearValue } from './year-value.type.ts';

/** A published value and where its reporter took it from. */
export interface HistoricValue extends YearValue, FactContent {
  missingReason: MissingReason | null;
  /** Null for a value out of a public data set: its source is not the ministry's to repeat. */
  source: string | null;
  /** What was said of it. */
  note: Texts | null;
}

interface Row extends HistoricValue {
  indicator: string;
  area: string;
  part: Part;
}

/** Published values by series, oldest first. */
export class Histories {
  private readonly bySeries: Map<string, Row[]>;

  constructor(rows: readonly Row[]) {
    this.bySeries = Map.groupBy(rows, (row) => seriesKey(row.area, row.indicator, row.part));
  }

  of(area: string, indicator: string, before = Infinity, part: Part = WHOLE): HistoricValue[] {
    const series = this.bySeries.get(seriesKey(area, indicator, part)) ?? [];
    return series.filter(({ year }) => year < before);
  }
}

const seriesKey = (area: string, indicator: string, part: Part): string =>
  `${area} ${indicator} ${partKey(part)}`;

const PUBLISHED = `select o.indicator, o.area, o.year, ${exact('r.value')} as value, r.obs_status as status,
    r.missing_reason as "missingReason", r.fact_date as "factDate", r.provision, r.basis,
    case when r.via in ('ENTRY', 'IMPORT') then
      coalesce(r.source_text, nullif(concat_ws(', ', s.publisher, s.title, s.url), '')) end as source,
    ${partAsJson('o')} as part,
    coalesce(r.note, to_jsonb(case when r.comment is not null then json_build_object('en', r.comment) end)) as note
  from work.observation o join work.revision r on r.id = o.published_revision
    join work.indicator i on i.code = o.indicator left join work.source s on s.id = r.source`;
const ASKED = `(${isTotal('o')} or ${isCollected('o', 'i')})`;

@Injectable()
export class HistoryReader {
  /** In one statement, however many series. */
  async published(
    em: EntityManager,
    areas: readonly string[],
    indicators: readonly string[],
  ): Promise<Histories> {
    if (areas.length === 0 || indicators.length === 0) return new Histories([]);
    const rows = await em.execute<Row[]>(
      `${PUBLISHED} where o.area in (?) and o.indicator in (?) and ${ASKED} order by o.year`,
      [areas, indicators],
    );
    return new Histories(rows);
  }

  /** Of some cells only, where all series of an area are too many. */
  async ofCells(
    em: EntityManager,
    { area, year }: { area: string; year: number },
    faces: readonly Face[],
  ): Promise<Histories> {
    const rows = await em.execute<Row[]>(
      `${PUBLISHED} join ${CELLS} on ${isOfTheirSeries('o')}
       where o.published_revision is not null and ${ASKED} order by o.year`,
      [cellsAsJson(area, year, faces)],
    );
    return new Histories(rows);
  }
}
