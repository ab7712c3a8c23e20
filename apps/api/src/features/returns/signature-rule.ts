import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';

/** Does the country require a second person's signature on every submission? */
export async function needsSecondSignature(em: EntityManager, area: string): Promise<boolean> {
  const { asked } = await db(em)
    .selectFrom('work.area')
    .select('second_signature as asked')
    .where('code', '=', area)
    .executeTakeFirstOrThrow();
  return asked;
}
