import { Migration } from '@mikro-orm/migrations';

export class ChangedAssessments extends Migration {
  override up(): void {
    this.addSql(
      `create index "assessment_changed" on "publication"."assessment" ("until_release") where "until_release" is not null`,
    );
    this.addSql(`create index "assessment_since" on "publication"."assessment" ("from_release")`);
  }
}
