import { Migration } from '@mikro-orm/migrations';

export class WaysToSignIn extends Migration {
  override up(): void {
    this.addSql(
      `create table "work"."unfinished_sign_in" ("token_hash" text not null, "user_account" uuid not null, "issuer" text null, "subject" text null, "created_at" timestamptz not null default now(), primary key ("token_hash"))`,
    );
    this.addSql(
      `create index "unfinished_sign_in_by_user" on "work"."unfinished_sign_in" ("user_account")`,
    );
    this.addSql(
      `create table "work"."recovery_code" ("user_account" uuid not null, "code_hash" text not null, primary key ("user_account", "code_hash"))`,
    );
    this.addSql(
      `create table "work"."passkey_challenge" ("challenge" text not null, "user_account" uuid not null, "purpose" text not null, "created_at" timestamptz not null default now(), primary key ("challenge"))`,
    );
    this.addSql(
      `create table "work"."passkey" ("id" uuid not null, "user_account" uuid not null, "credential" text not null, "public_key" text not null, "counter" bigint not null, "transports" jsonb not null, "name" text not null, "created_at" timestamptz not null default now(), "last_used_at" timestamptz null, primary key ("id"))`,
    );
    this.addSql(`create index "passkey_by_user" on "work"."passkey" ("user_account")`);
    this.addSql(
      `alter table "work"."passkey" add constraint "passkey_credential_key" unique ("credential")`,
    );
    this.addSql(
      `create table "work"."external_identity" ("issuer" text not null, "subject" text not null, "user_account" uuid not null, "created_at" timestamptz not null default now(), primary key ("issuer", "subject"))`,
    );
    this.addSql(
      `alter table "work"."external_identity" add constraint "external_identity_of_account" unique ("issuer", "user_account")`,
    );
    this.addSql(
      `create table "work"."authenticator" ("user_account" uuid not null, "sealed_secret" text not null, "last_step" int not null, "created_at" timestamptz not null default now(), primary key ("user_account"))`,
    );
    this.addSql(`alter table "work"."notification" drop constraint "notification_kind_check"`);
    this.addSql(`alter table "work"."notification" drop constraint "notification_link_check"`);
    this.addSql(
      `alter table "work"."notification" add constraint "notification_kind_check" check ("kind" in ('REMINDER', 'NUDGE', 'RETURNED', 'SUBMITTED', 'DIGEST', 'FOLLOWED', 'INVITATION', 'PASSWORD_LINK', 'PASSWORD_FORGOTTEN', 'EMAIL_LINK', 'CONFIRMATION', 'ASKED', 'ANSWERED', 'SUBSCRIPTION', 'RELEASE_NEWS', 'ERROR_REPORT'))`,
    );
    this.addSql(
      `alter table "work"."notification" add constraint "notification_link_check" check (((kind = ANY (ARRAY['INVITATION'::text, 'PASSWORD_LINK'::text, 'PASSWORD_FORGOTTEN'::text, 'EMAIL_LINK'::text])) = (link IS NOT NULL)))`,
    );
    this.addSql(
      `alter table "work"."account_confirmation" drop constraint "account_confirmation_act_check"`,
    );
    this.addSql(
      `alter table "work"."account_confirmation" add constraint "account_confirmation_act_check" check ("act" in ('INVITED', 'ROLE', 'PASSWORD', 'EMAIL', 'SECOND_FACTOR'))`,
    );
    this.addSql(
      `alter table "work"."unfinished_sign_in" add constraint "unfinished_sign_in_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."recovery_code" add constraint "recovery_code_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."passkey_challenge" add constraint "passkey_challenge_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."passkey_challenge" add constraint "passkey_challenge_purpose_check" check ("purpose" in ('ADD', 'SHOW'))`,
    );
    this.addSql(
      `alter table "work"."passkey" add constraint "passkey_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."external_identity" add constraint "external_identity_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
    this.addSql(
      `alter table "work"."authenticator" add constraint "authenticator_user_account_fkey" foreign key ("user_account") references "work"."user_account" ("id") on update no action on delete no action`,
    );
  }
}
