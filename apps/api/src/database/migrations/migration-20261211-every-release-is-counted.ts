import { Migration } from '@mikro-orm/migrations';
import { statements } from './migration-20261201-baseline.ts';

/** By whichever version it is published: the one before counts nothing itself. */
export class EveryReleaseIsCounted extends Migration {
  override up(): void {
    this.addSql(statements('functions.sql'));
    this.addSql(
      `create trigger release_is_counted after insert on publication.release for each row execute function publication.tally_release()`,
    );
  }
}
