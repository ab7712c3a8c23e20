import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { exact, isTotal } from './sql-text.ts';
import type { YearValue } from './year-value.type.ts';

/** A published value and where it was taken from. */
export interface HistoricValue extends YearValue {
  source: string | null;
}

interface Row extends HistoricValue {
  indicator: string;
  area: string;
}

/** Published values by series, oldest first. */
export class Histories {
  private readonly bySeries: Map<string, Row[]>;

  constructor(rows: readonly Row[]) {
    this.bySeries = Map.groupBy(rows, (row) => `${row.area} ${row.indicator}`);
  }

  of(area: string, indicator: string, before = Infinity): HistoricValue[] {
    const series = this.bySeries.get(`${area} ${indicator}`) ?? [];
    return series.filter(({ year }) => year < before);
  }
}

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
      `select o.indicator, o.area, o.year, ${exact('r.value')} as value, r.obs_status as status,
         coalesce(r.source_text, s.title) as source
       from work.observation o join work.revision r on r.id = o.published_revision
         left join work.source s on s.id = r.source
       where o.area in (?) and o.indicator in (?) and ${isTotal('o')}
       order by o.year`,
      [areas, indicators],
    );
    return new Histories(rows);
  }
}
