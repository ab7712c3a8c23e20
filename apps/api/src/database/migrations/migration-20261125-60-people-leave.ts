import { Migration } from '@mikro-orm/migrations';

/** People change their address and leave: a link that proves the new address, and the mark of who was erased. */
export class Migration2026112560PeopleLeave extends Migration {
  override up(): void {
    // A pseudonym stands where the name was; nobody ever signs in with such an account again.
    this.addSql(`alter table work.user_account
      add column erased_at timestamptz,
      add constraint erased_accounts_are_shut check (erased_at is null or (disabled_at is not null and password_hash is null))`);
    // The address is changed when its link is opened there. ended_at: used, or replaced by a newer one.
    this.addSql(`create table work.email_change (
      id uuid primary key,
      user_account uuid not null references work.user_account,
      email text not null check (email = lower(email)),
      token_hash text not null unique,
      created_by uuid not null references work.user_account,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at timestamptz
    )`);
    this.addSql(
      `create unique index email_change_open on work.email_change (user_account) where ended_at is null`,
    );
  }

  override down(): void {
    this.addSql(`drop table work.email_change`);
    this.addSql(
      `alter table work.user_account drop constraint erased_accounts_are_shut, drop column erased_at`,
    );
  }
}
