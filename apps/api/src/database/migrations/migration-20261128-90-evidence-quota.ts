import { Migration } from '@mikro-orm/migrations';

/** Whose room a file takes: the organisation of whoever added it, then. */
export class Migration2026112890EvidenceQuota extends Migration {
  override up(): void {
    this.addSql(`alter table work.evidence add organisation uuid references work.organisation`);
    this.addSql(`alter table work.evidence disable trigger user`);
    this.addSql(`update work.evidence e set organisation = p.organisation
      from work.user_account p where p.id = e.added_by`);
    this.addSql(`alter table work.evidence enable trigger user`);
    this.addSql(
      `create index evidence_by_organisation on work.evidence (area, organisation) include (size)`,
    );
  }

  override down(): void {
    this.addSql(`drop index work.evidence_by_organisation`);
    this.addSql(`alter table work.evidence drop organisation`);
  }
}
