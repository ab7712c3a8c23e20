import { Migration } from '@mikro-orm/migrations';

const versioned = `from_release int not null references publication.release (sequence),
  until_release int references publication.release (sequence),
  check (until_release is null or until_release > from_release)`;

const CELL = `indicator text not null, area text not null, year int not null, sex text not null, age text not null,
  urbanisation text not null, region text not null, breakdown text not null`;
const CELL_KEY = 'indicator, area, year, sex, age, urbanisation, region, breakdown';

/** What a release carries besides figures: where help is found, and the documents that figures rest on. */
const tables: Record<string, { columns: string; key: string }> = {
  help_line: {
    key: 'area, lang',
    columns: `area text not null, lang text not null, text text not null`,
  },
  document: {
    key: 'id',
    columns: `id uuid not null, kind text not null, title text not null, media_type text, size int, sha256 text, url text, lang text`,
  },
  value_document: { key: `${CELL_KEY}, document`, columns: `${CELL}, document uuid not null` },
};

/** Help lines and documents in releases, agreements on figures below national level, and what goes with a withdrawn cell. */
export class Migration2026112630PublicSafety extends Migration {
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
    // The bytes, once however many releases hold the document; null once it was withdrawn for safety.
    this.addSql(`create table publication.document_content (
      document uuid primary key,
      content bytea
    )`);
    this.addSql(`create table publication.tombstone (
      ${CELL},
      withdrawn_at timestamptz not null default now(),
      primary key (${CELL_KEY})
    )`);
    this
      .addSql(`create trigger tombstone_is_append_only before update or delete or truncate on publication.tombstone
      for each statement execute function work.refuse_change()`);
    this
      .addSql(`create function publication.refuse_other_bytes() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.document = old.document and new.content is null
           and exists (select 1 from work.withdrawn_row r join work.withdrawal w on w.id = r.withdrawal and w.state = 'CONFIRMED'
             where r.relation = 'document' and r.content ->> 'id' = old.document::text
               and w.id = nullif(current_setting('qadam.withdrawal', true), '')::uuid) then
          return new;
        end if;
        raise exception 'publication.document_content is immutable' using errcode = 'restrict_violation';
      end $$`);
    this
      .addSql(`create trigger document_content_is_immutable before update or delete on publication.document_content
      for each row execute function publication.refuse_other_bytes()`);
    this
      .addSql(`create trigger document_content_is_not_emptied before truncate on publication.document_content
      for each statement execute function work.refuse_change()`);
    this.addSql(`alter table work.evidence_mark add column lang text`);

    // A body allows its figures below national level to be published. indicators: null for all that it reports.
    this.addSql(`create table work.agreement (
      id uuid primary key,
      organisation uuid not null references work.organisation,
      area text not null references work.area,
      indicators text[] check (indicators is null or cardinality(indicators) > 0),
      signed_on date not null,
      valid_until date,
      document uuid not null references work.evidence,
      note text,
      recorded_by uuid not null references work.user_account,
      recorded_at timestamptz not null default now(),
      ended_by uuid references work.user_account,
      ended_reason text,
      settled_at timestamptz,
      check (valid_until is null or valid_until >= signed_on),
      check ((settled_at is null) = (ended_by is null) and (ended_by is null) = (ended_reason is null))
    )`);
    this.addSql(`create index agreement_by_body on work.agreement (area, organisation)`);
    this.addSql(`create trigger agreement_ends_once before update on work.agreement
      for each row execute function work.refuse_settled()`);
    this.addSql(`create trigger agreement_is_kept before delete or truncate on work.agreement
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table work.agreement`);
    this.addSql(`alter table work.evidence_mark drop column lang`);
    this.addSql(`drop table publication.tombstone, publication.document_content`);
    this.addSql(`drop function publication.refuse_other_bytes`);
    for (const name of Object.keys(tables)) this.addSql(`drop table publication.${name}`);
  }
}
