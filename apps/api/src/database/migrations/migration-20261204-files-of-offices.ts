import { Migration } from '@mikro-orm/migrations';

export class FilesOfOffices extends Migration {
  override up(): void {
    this.addSql(
      `create table "work"."file_shape" ("area" text not null, "organisation" uuid not null, "shape" text not null, "column_choice" jsonb null, "codes" jsonb not null default '{}', "said_at" timestamptz not null default now(), primary key ("area", "organisation", "shape"))`,
    );
    this.addSql(
      `create table "work"."api_token" ("id" uuid not null, "area" text not null, "organisation" uuid not null, "name" text not null, "token_hash" text not null, "created_by" uuid not null, "created_at" timestamptz not null default now(), "ends_at" timestamptz not null, "last_used_at" timestamptz null, "revoked_at" timestamptz null, "revoked_by" uuid null, primary key ("id"))`,
    );
    this.addSql(`create index "api_token_by_area" on "work"."api_token" ("area", "created_at")`);
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_hash_key" unique ("token_hash")`,
    );
    this.addSql(
      `create table "work"."webhook" ("id" uuid not null, "area" text not null, "url" text not null, "events" text[] not null, "sealed_secret" text not null, "created_by" uuid not null, "created_at" timestamptz not null default now(), "ended_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "webhook_by_area" on "work"."webhook" ("area")`);
    this.addSql(
      `create table "work"."webhook_delivery" ("id" uuid not null, "webhook" uuid not null, "event" text not null, "subject" text not null, "body" jsonb not null, "state" text not null default 'WAITING', "attempts" int not null default 0, "status" int null, "error" text null, "created_at" timestamptz not null default now(), "changed_at" timestamptz not null default now(), primary key ("id"))`,
    );
    this.addSql(
      `create index "webhook_delivery_by_state" on "work"."webhook_delivery" ("state", "created_at")`,
    );
    this.addSql(
      `alter table "work"."webhook_delivery" add constraint "webhook_delivery_once" unique ("webhook", "event", "subject")`,
    );
    this.addSql(`alter table "work"."series_mapping" add "confirmed_by" uuid null`);
    this.addSql(
      `alter table "work"."series_mapping" add constraint "series_mapping_confirmed_by_fkey" foreign key ("confirmed_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(`alter table "work"."import_job" add "preview" jsonb null`);
    this.addSql(`alter table "work"."import_job" alter column "cycle" drop not null`);
    this.addSql(`alter table "work"."import_row" add "year" int null`);
    // files that wait to be stored are each of one year; until now only officers said what a series is
    this.addSql(
      `update "work"."import_row" r set "year" = j."cycle" from "work"."import_job" j where j."id" = r."job"`,
    );
    this.addSql(`update "work"."series_mapping" set "confirmed_by" = "mapped_by"`);
    this.addSql(
      `alter table "work"."file_shape" add constraint "file_shape_area_fkey" foreign key ("area") references "work"."area" ("code") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."file_shape" add constraint "file_shape_organisation_fkey" foreign key ("organisation") references "work"."organisation" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_area_fkey" foreign key ("area") references "work"."area" ("code") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_organisation_fkey" foreign key ("organisation") references "work"."organisation" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_created_by_fkey" foreign key ("created_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_revoked_by_fkey" foreign key ("revoked_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_check" check (((revoked_at IS NULL) = (revoked_by IS NULL)))`,
    );
    this.addSql(
      `alter table "work"."api_token" add constraint "api_token_name_check" check (((length(name) >= 1) AND (length(name) <= 100)))`,
    );
    this.addSql(
      `alter table "work"."webhook" add constraint "webhook_area_fkey" foreign key ("area") references "work"."area" ("code") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."webhook" add constraint "webhook_created_by_fkey" foreign key ("created_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."webhook_delivery" add constraint "webhook_delivery_webhook_fkey" foreign key ("webhook") references "work"."webhook" ("id") on update no action on delete cascade`,
    );
    this.addSql(
      `alter table "work"."webhook_delivery" add constraint "webhook_delivery_event_check" check ("event" in ('RELEASED', 'RETURNED', 'ASKED'))`,
    );
    this.addSql(
      `alter table "work"."webhook_delivery" add constraint "webhook_delivery_state_check" check ("state" in ('WAITING', 'SENT', 'RETRY', 'FAILED'))`,
    );
  }
}
