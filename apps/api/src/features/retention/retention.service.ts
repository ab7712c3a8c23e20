import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { deleteExpired } from '../../database/old-rows.ts';
import { recordEvent } from '../audit/chain.ts';
import { RETENTION } from './retention.ts';

/** Deletes what has been kept for long enough, and adds an audit event that says how many rows of which tables. */
@Injectable()
export class RetentionService {
  constructor(private readonly em: EntityManager) {}

  async deleteExpired(at: Date): Promise<void> {
    await this.em.fork().transactional(async (em) => {
      const deleted: Record<string, number> = {};
      for (const expiry of RETENTION) {
        const name = expiry.table.replace('work.', '');
        deleted[name] = (deleted[name] ?? 0) + (await deleteExpired(em, expiry, at));
      }
      const after = Object.fromEntries(Object.entries(deleted).filter(([, count]) => count > 0));
      if (Object.keys(after).length > 0)
        await recordEvent(em, null, 'DELETE_EXPIRED', 'database', { after });
    });
  }
}
