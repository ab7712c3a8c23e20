import { Migration } from '@mikro-orm/migrations';
import { WITHDRAWAL_DOWN, WITHDRAWAL_UP } from './withdrawal-sql.ts';

/** What officers need beyond the core: batches of approvals, questions that wait for an answer, and releases
 * planned for an embargo time, and the withdrawal of a value for somebody's safety. */
export class Migration2026112515OfficerDesk extends Migration {
  override up(): void {
    // What one press approved shares a batch, so that another press can take it back.
    this.addSql(
      `alter table work.review add column batch uuid check (batch is null or decision = 'APPROVED')`,
    );
    this.addSql(`create index review_by_batch on work.review (batch) where batch is not null`);
    this.addSql(`alter table work.message add column question boolean not null default false`);
    // A release planned for an embargo time. One at a time: the hash of a preview names the release before it.
    this.addSql(`create table work.planned_release (
      id uuid primary key,
      as_of_year int not null,
      annual boolean not null,
      note jsonb not null,
      preview_hash text not null,
      publish_at timestamptz not null,
      planned_by uuid not null references work.user_account,
      planned_at timestamptz not null default now(),
      state text not null default 'PLANNED' check (state in ('PLANNED', 'PUBLISHED', 'REFUSED', 'CANCELLED')),
      number text references publication.release (number),
      problems jsonb not null default '[]',
      settled_at timestamptz,
      check ((state = 'PLANNED') = (settled_at is null)),
      check ((state = 'PUBLISHED') = (number is not null))
    )`);
    this.addSql(
      `create unique index planned_release_waiting on work.planned_release ((true)) where state = 'PLANNED'`,
    );
    this.addSql(`create function work.refuse_settled() returns trigger language plpgsql as $$
      begin
        if old.settled_at is null and new.settled_at is not null then return new; end if;
        raise exception '% is append-only once settled', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    this
      .addSql(`create trigger planned_release_is_settled_once before update on work.planned_release
      for each row execute function work.refuse_settled()`);
    this
      .addSql(`create trigger planned_release_is_kept before delete or truncate on work.planned_release
      for each statement execute function work.refuse_change()`);
    for (const sql of WITHDRAWAL_UP) this.addSql(sql);
  }

  override down(): void {
    for (const sql of WITHDRAWAL_DOWN) this.addSql(sql);
    this.addSql(`drop table work.planned_release`);
    this.addSql(`drop function work.refuse_settled`);
    this.addSql(`alter table work.message drop column question`);
    this.addSql(`alter table work.review drop column batch`);
  }
}
