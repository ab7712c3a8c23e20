import { Migration } from '@mikro-orm/migrations';

/** What officers need beyond the core: batches of approvals, and questions that wait for an answer. */
export class Migration2026112515OfficerDesk extends Migration {
  override up(): void {
    // What one press approved shares a batch, so that another press can take it back.
    this.addSql(
      `alter table work.review add column batch uuid check (batch is null or decision = 'APPROVED')`,
    );
    this.addSql(`create index review_by_batch on work.review (batch) where batch is not null`);
    this.addSql(`alter table work.message add column question boolean not null default false`);
  }

  override down(): void {
    this.addSql(`alter table work.message drop column question`);
    this.addSql(`alter table work.review drop column batch`);
  }
}
