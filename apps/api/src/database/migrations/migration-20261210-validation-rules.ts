import { Migration } from '@mikro-orm/migrations';

export class ValidationRules extends Migration {
  override up(): void {
    this.addSql(
      `create table "work"."validation_rule" ("code" text not null, "left" jsonb not null, "operator" text not null, "right" jsonb not null, "missing" text not null, "severity" text not null, "message" jsonb not null, "active" boolean not null, "version" int not null default 1, primary key ("code"))`,
    );
    this.addSql(
      `alter table "work"."validation_rule" add constraint "validation_rule_operator_check" check ("operator" in ('EQ', 'NE', 'GT', 'GE', 'LT', 'LE'))`,
    );
    this.addSql(
      `alter table "work"."validation_rule" add constraint "validation_rule_missing_check" check ("missing" in ('SKIP_IF_ANY_VALUE_MISSING', 'SKIP_IF_ALL_VALUES_MISSING'))`,
    );
    this.addSql(
      `alter table "work"."validation_rule" add constraint "validation_rule_severity_check" check ("severity" in ('WARN', 'ERROR'))`,
    );
  }
}
