import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

/** With the tally of every release so far. */
export class TallyOfARelease extends Migration {
  override up(): void {
    this.addSql(
      `create table "publication"."tally" ("indicator" text not null, "area" text not null, "from_release" int not null, "rows" int not null, "figures" int not null, "hidden" int not null, "first_year" int not null, "last_year" int not null, "origins" jsonb not null, "codes" jsonb not null, "came" int null, "changed" int null, "until_release" int null, primary key ("indicator", "area", "from_release"))`,
    );
    this.addSql(
      `create unique index "tally_standing" on "publication"."tally" ("indicator", "area") where "until_release" is null`,
    );
    this.addSql(
      `create index "tally_counts" on "publication"."tally" ("from_release", "until_release", "rows", "figures", "hidden")`,
    );
    this.addSql(
      `alter table "publication"."tally" add constraint "tally_from_release_fkey" foreign key ("from_release") references "publication"."release" ("sequence") on update no action on delete no action deferrable initially deferred`,
    );
    this.addSql(
      `alter table "publication"."tally" add constraint "tally_until_release_fkey" foreign key ("until_release") references "publication"."release" ("sequence") on update no action on delete no action deferrable initially deferred`,
    );
    this.addSql(
      `alter table "publication"."tally" add constraint "tally_check" check (until_release is null or until_release > from_release)`,
    );
    this.addSql(statements('functions.sql'));
    this.addSql(
      `create trigger tally_is_immutable before update or delete on publication.tally for each row execute function publication.refuse_change()`,
    );
    this.addSql(
      `create trigger tally_is_not_emptied before truncate on publication.tally for each statement execute function work.refuse_change()`,
    );
    this.addSql(`do $$
      declare release int;
      begin
        for release in select from_release from publication.value
            union select until_release from publication.value where until_release is not null order by 1 loop
          perform publication.tally_values(release);
        end loop;
      end $$`);
  }
}
