import { Migration } from '@mikro-orm/migrations';

const versioned = `from_release int not null references publication.release (sequence),
  until_release int references publication.release (sequence),
  check (until_release is null or until_release > from_release)`;

const tables: Record<string, { columns: string; key: string }> = {
  cycle: { key: 'year', columns: `year int not null, due_on date not null` },
  assignment: {
    key: 'cycle, area, indicator',
    columns: `cycle int not null, area text not null, indicator text not null`,
  },
};

/** What was asked of whom and by when, in releases: without it nobody outside can tell a gap from a figure that was never due. */
export class Migration2026112720ReportingCalendar extends Migration {
  override up(): void {
    for (const [name, { columns, key }] of Object.entries(tables)) {
      this.addSql(
        `create table publication.${name} (${columns}, ${versioned}, primary key (${key}, from_release))`,
      );
      this.addSql(
        `create unique index ${name}_standing on publication.${name} (${key}) where until_release is null`,
      );
      this
        .addSql(`create trigger ${name}_is_immutable before update or delete on publication.${name}
        for each row execute function publication.refuse_change()`);
      this.addSql(`create trigger ${name}_is_not_emptied before truncate on publication.${name}
        for each statement execute function work.refuse_change()`);
    }
  }

  override down(): void {
    for (const name of Object.keys(tables)) this.addSql(`drop table publication.${name}`);
  }
}
