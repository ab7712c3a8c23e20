import { Migration } from '@mikro-orm/migrations';

/** Whom to ask about a country's figures: the mailbox of a body's office, public once a release holds it. */
export class Migration2026112731Contact extends Migration {
  override up(): void {
    this.addSql(`alter table work.organisation add column mailbox text`);
    this.addSql(`create table publication.contact (
      area text not null,
      body text not null,
      names jsonb not null,
      mailbox text not null,
      from_release int not null references publication.release (sequence),
      until_release int references publication.release (sequence),
      check (until_release is null or until_release > from_release),
      primary key (area, body, from_release)
    )`);
    this.addSql(
      `create unique index contact_standing on publication.contact (area, body) where until_release is null`,
    );
    this.addSql(`create trigger contact_is_immutable before update or delete on publication.contact
      for each row execute function publication.refuse_change()`);
    this.addSql(`create trigger contact_is_not_emptied before truncate on publication.contact
      for each statement execute function work.refuse_change()`);
  }

  override down(): void {
    this.addSql(`drop table publication.contact`);
    this.addSql(`alter table work.organisation drop column mailbox`);
  }
}
