import type { EntityManager } from '@mikro-orm/postgresql';
import { countName, type CountPart, type FrameworkDocument, SharedCounts } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { CELL_COLUMNS, countOf } from '../../database/expressions.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { pairOf, pairsStatedDifferent } from './shared-counts.ts';

/** In how many cells two counts have to be equal before a warning is given. */
const ENOUGH = 3;

/** The two counts of a revision `r` of indicator `i`. */
const COUNTS = sql<{ part: CountPart; value: string }>`(values
  ('COUNT', ${countOf('r', 'i.unit')}), ('DENOMINATOR', ${sql.ref('r.denominator')}))`.as<'c'>(
  sql`c(part, value)`,
);

const PLACE = sql<string>`concat_ws('|', ${sql.join(
  CELL_COLUMNS.filter((column) => column !== 'indicator').map((column) => sql.ref(`o.${column}`)),
)})`;

/**
 * Counts of the named indicators that often equal another indicator's at the same area, year and part, although the framework
 * does not declare them the same. Only a warning: whether they are depends on their definitions. Source: methods.md 2.7.
 */
export async function likelyLinks(
  em: EntityManager,
  { indicators }: Pick<FrameworkDocument, 'indicators'>,
  codes: readonly string[],
): Promise<Problem[]> {
  if (codes.length === 0) return [];
  const rows = await db(em)
    .with(
      (cte) => cte('counted').materialized(),
      (query) =>
        query
          .selectFrom('work.observation as o')
          .innerJoin('work.indicator as i', 'i.code', 'o.indicator')
          .innerJoin('work.revision as r', (on) =>
            on.on((eb) =>
              eb('r.id', '=', eb.fn.coalesce('o.current_revision', 'o.published_revision')),
            ),
          )
          .innerJoinLateral(COUNTS, (on) => on.onTrue())
          .where('o.sample', '=', false)
          .where('c.value', '>', '0')
          .select(['o.indicator', 'c.part', 'c.value', PLACE.as('place')]),
    )
    .selectFrom('counted as a')
    .innerJoin('counted as b', (on) =>
      on.onRef('b.place', '=', 'a.place').onRef('b.value', '=', 'a.value'),
    )
    .whereRef('a.indicator', '<>', 'b.indicator')
    .where('a.indicator', 'in', codes)
    .select(['a.indicator as one', 'a.part as onePart'])
    .select(['b.indicator as other', 'b.part as otherPart'])
    .select((eb) => eb.fn.countAll<number>().as('cells'))
    .groupBy(['a.indicator', 'a.part', 'b.indicator', 'b.part'])
    .having((eb) => eb.fn.countAll(), '>=', ENOUGH)
    .orderBy('one')
    .orderBy('onePart')
    .orderBy('other')
    .orderBy('otherPart')
    .execute();
  const shared = new SharedCounts(indicators);
  const known = await pairsStatedDifferent(em, shared);
  return rows.flatMap(({ one, onePart, other, otherPart, cells }) => {
    const [count, second] = [countName(one, onePart), countName(other, otherPart)];
    const pair = pairOf(shared, count, second);
    if (shared.canonical(count) === shared.canonical(second) || known.has(pair)) return [];
    known.add(pair);
    return [problem('LIKELY_LINK', null, { count, other: second, cells })];
  });
}
