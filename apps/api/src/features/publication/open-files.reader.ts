import type { Part } from '@qadam/domain';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { newestDb } from '../../database/db.ts';
import { CELL_COLUMNS, cellOf, exists, sameCell } from '../../database/expressions.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import { standsIn } from './rows-as-of.ts';

/** One released cell as named in its permanent address. */
type CellAsked = Part & { release: string; indicator: string; area: string; year: number };

/**
 * Documents and single values that have an address of their own. GONE: withdrawn for safety. Read from the primary: a replica might not have them
 * yet, or might still have what was withdrawn.
 */
@Injectable()
export class OpenFilesReader {
  constructor(private readonly orm: PublicOrm) {}

  async file(id: string) {
    const found = await newestDb(this.orm.em)
      .selectFrom('publication.document_content as c')
      .leftJoinLateral(
        (eb) =>
          eb
            .selectFrom('publication.document as x')
            .selectAll('x')
            .whereRef('x.id', '=', 'c.document')
            .orderBy('x.from_release', 'desc')
            .limit(1)
            .as('d'),
        (on) => on.onTrue(),
      )
      .select((eb) => [
        eb.fn.coalesce('d.title', eb.val('')).as('title'),
        eb.fn.coalesce('d.media_type', eb.val('application/octet-stream')).as('mediaType'),
        eb.fn.coalesce('d.sha256', eb.val('')).as('sha256'),
        'c.content',
      ])
      .where('c.document', '=', id)
      .executeTakeFirst();
    if (found === undefined) return null;
    const { content } = found;
    return content === null ? 'GONE' : { ...found, content: Buffer.from(content) };
  }

  async value(asked: CellAsked) {
    const { release } = asked;
    const found = await newestDb(this.orm.em)
      .selectFrom('publication.release as r')
      .innerJoin('publication.value as v', (on) => on.on(standsIn('v', sql.ref('r.sequence'))))
      .select(cellOf('v'))
      .select(['v.value', 'v.numerator', 'v.denominator', 'v.obs_status as obsStatus'])
      .select(['v.missing_reason as missingReason', 'v.source', 'v.via'])
      .select('v.approved_on as approvedOn')
      .select((eb) =>
        exists(eb.selectFrom('publication.tombstone as t').where(sameCell('t', 'v'))).as(
          'withdrawn',
        ),
      )
      .where('r.number', '=', release)
      .where((eb) => eb.and(CELL_COLUMNS.map((column) => eb(`v.${column}`, '=', asked[column]))))
      .executeTakeFirst();
    if (found === undefined) return null;
    const { withdrawn, ...value } = found;
    return withdrawn ? 'GONE' : { ...value, release };
  }
}
