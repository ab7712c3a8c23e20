import { Migration } from '@mikro-orm/migrations';

const PART = 'sex, age, urbanisation, region, breakdown';

/** What an import asks for batch after batch, and must find without reading all there is. */
export class Migration2026112750ImportLookups extends Migration {
  override up(): void {
    // the rows of a file about one indicator: whether its parts add up
    this.addSql(
      `create index import_row_by_indicator on work.import_row (job, (cell->>'indicator'))`,
    );
    // the cells of a return by name: a planner that has never counted them took (area, year) for enough
    this.addSql(`drop index work.observation_by_area`);
    this.addSql(
      `create index observation_by_area on work.observation (area, year, indicator, ${PART})`,
    );
    // what was published of one cell, year after year
    this.addSql(
      `create index observation_series on work.observation (area, indicator, ${PART}) where published_revision is not null`,
    );
  }

  override down(): void {
    this.addSql(
      `drop index work.import_row_by_indicator, work.observation_by_area, work.observation_series`,
    );
    this.addSql(`create index observation_by_area on work.observation (area, year, state)`);
  }
}
