import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { remarksOn } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { anyOf } from '../../database/expressions.ts';
import type { Actor } from '../../graphql/access.ts';
import { hitsOf } from '../observations/checks.ts';
import { lastValue } from '../observations/last-fact.ts';
import { askedById, type HandedCell, HandedCellsReader } from './handed-cells.reader.ts';

/** How many values are shown of a return that is too large to be listed. */
const SHOWN = 100;
/** How many values are checked before we look whether enough are found. */
const SLICE = 1000;

/** Chooses the values of a large return that a reviewer looks at before approving the whole: remarkable ones first, then samples. */
@Injectable()
export class MarkedValuesReader {
  constructor(private readonly cells: HandedCellsReader) {}

  /** Some of `ids`, all of one area, in their order. A value is not remarkable just for being the first of its series: in a new table most are. */
  async choose(
    em: EntityManager,
    actor: Actor,
    area: string,
    ids: readonly string[],
  ): Promise<string[]> {
    const discussed = await discussedOf(em, ids);
    const chosen = new Set<string>();
    for (let from = 0; from < ids.length && chosen.size < SHOWN; from += SLICE) {
      const slice = ids.slice(from, from + SLICE);
      const marked = new Set<string>();
      await em.fork().transactional(async (tx) => {
        for await (const page of this.cells.pages(tx, actor, area, askedById(slice)))
          for (const cell of page)
            if (isMarked(cell, discussed.has(cell.current.id))) marked.add(cell.current.id);
      });
      // pages come in no fixed order, but a reviewer who opens the return again must see the same values
      for (const id of slice) if (marked.has(id) && chosen.size < SHOWN) chosen.add(id);
    }
    const step = Math.ceil(ids.length / SHOWN);
    for (let at = 0; at < ids.length && chosen.size < SHOWN; at += step) chosen.add(ids[at] ?? '');
    return ids.filter((id) => chosen.has(id));
  }
}

function isMarked({ current, checked }: HandedCell, discussed: boolean): boolean {
  const { indicator, history } = checked;
  return (
    remarksOn({
      kind: indicator.kind,
      value: current.value,
      source: current.sourceText,
      comment: current.comment,
      hits: hitsOf(checked),
      before: lastValue(indicator, history),
      // most values of a new table are the first of their series
      first: 'EXPECTED',
      corrects: current.publishedRevision !== null,
      discussed,
    }).length > 0
  );
}

async function discussedOf(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db(em)
    .selectFrom('work.message')
    .select('observation')
    .where('observation', '=', anyOf(ids))
    .union((eb) =>
      eb
        .selectFrom('work.review')
        .select('observation')
        .where('decision', '=', 'RETURNED')
        .where('observation', '=', anyOf(ids)),
    )
    .execute();
  return new Set(rows.map(({ observation }) => observation));
}
