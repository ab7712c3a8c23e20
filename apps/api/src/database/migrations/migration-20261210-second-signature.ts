import { Migration } from '@mikro-orm/migrations';

export class SecondSignature extends Migration {
  override up(): void {
    this.addSql(
      `create table "work"."signature_request" ("id" uuid not null, "area" text not null, "cycle" int not null, "organisation" uuid null, "note" text null, "letter" uuid null, "prepared_by" uuid not null, "prepared_at" timestamptz not null default now(), "decision" text null, "decided_by" uuid null, "decided_at" timestamptz null, "ended_at" timestamptz null, "comment" text null, "submission" uuid null, primary key ("id"))`,
    );
    this.addSql(
      `create index "signature_request_by_area" on "work"."signature_request" ("area", "cycle")`,
    );
    this.addSql(
      `create table "work"."signature_request_revision" ("request" uuid not null, "revision" uuid not null, "version" int not null, "area" text not null, primary key ("request", "revision"))`,
    );
    this.addSql(
      `create index "signature_request_revision_by_revision" on "work"."signature_request_revision" ("revision")`,
    );
    this.addSql(`alter table "work"."area" add "second_signature" boolean not null default false`);
    this.addSql(`alter table "work"."notification" drop constraint "notification_kind_check"`);
    this.addSql(
      `alter table "work"."notification" add constraint "notification_kind_check" check ("kind" in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED', 'INVITATION', 'PASSWORD_LINK', 'PASSWORD_FORGOTTEN', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED', 'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT', 'ASSIGNED', 'DEADLINE', 'SIGNATURE_ASKED', 'SIGNED', 'GIVEN_BACK', 'SIGNATURE_RULE'))`,
    );
    this.addSql(`alter table "work"."submission" add "signed_by" uuid null`);
    this.addSql(
      `alter table "work"."submission" add constraint "submission_signed_by_fkey" foreign key ("signed_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."submission" add constraint "submission_signed_by_another" check ((signed_by <> submitted_by))`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_area_fkey" foreign key ("area") references "work"."area" ("code") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_cycle_fkey" foreign key ("cycle") references "work"."cycle" ("year") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_organisation_fkey" foreign key ("organisation") references "work"."organisation" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_letter_fkey" foreign key ("letter") references "work"."evidence" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_prepared_by_fkey" foreign key ("prepared_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_decided_by_fkey" foreign key ("decided_by") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_submission_fkey" foreign key ("submission") references "work"."submission" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_of_another" check (((decision <> 'SIGNED'::text) OR (decided_by <> prepared_by)))`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_decided" check (((decision IS NULL) = (decided_by IS NULL)))`,
    );
    this.addSql(
      `alter table "work"."signature_request" add constraint "signature_request_decision_check" check ("decision" in ('SIGNED', 'GIVEN_BACK'))`,
    );
    this.addSql(
      `alter table "work"."signature_request_revision" add constraint "signature_request_revision_request_fkey" foreign key ("request") references "work"."signature_request" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request_revision" add constraint "signature_request_revision_area_fkey" foreign key ("area") references "work"."area" ("code") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."signature_request_revision" add constraint "signature_request_revision_revision_fkey" foreign key ("revision") references "work"."revision" ("id") on update no action on delete no action`,
    );
  }
}
