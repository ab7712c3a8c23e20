import type { EntityManager } from '@mikro-orm/postgresql';
import { countName, type CountPart, type FrameworkDocument, SharedCounts } from '@qadam/domain';
import { countOf } from '../../database/cell-columns.ts';
import { problem } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { pairOf, pairsSaidToDiffer } from './shared-counts.ts';

/** In so many cells two counts have to be equal before a warning is given. */
const ENOUGH = 3;

interface Row {
  one: string;
  onePart: CountPart;
  other: string;
  otherPart: CountPart;
  cells: number;
}

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
  const rows = await em.execute<Row[]>(
    `with counted as materialized (
       select o.indicator, c.part, c.value, concat_ws('|', o.area, o.year, o.sex, o.age, o.urbanisation, o.region, o.breakdown) as place
       from work.observation o join work.indicator i on i.code = o.indicator
         join work.revision r on r.id = coalesce(o.current_revision, o.published_revision), lateral (values
           ('COUNT', ${countOf('r', 'i.unit')}), ('DENOMINATOR', r.denominator)) as c (part, value)
       where not o.sample and c.value > 0
     )
     select a.indicator as one, a.part as "onePart", b.indicator as other, b.part as "otherPart", count(*)::int as cells
     from counted a join counted b using (place, value)
     where a.indicator <> b.indicator and a.indicator in (?)
     group by a.indicator, a.part, b.indicator, b.part having count(*) >= ${String(ENOUGH)} order by 1, 2, 3, 4`,
    [codes],
  );
  const shared = new SharedCounts(indicators);
  const known = await pairsSaidToDiffer(em, shared);
  return rows.flatMap(({ one, onePart, other, otherPart, cells }) => {
    const [count, second] = [countName(one, onePart), countName(other, otherPart)];
    const pair = pairOf(shared, count, second);
    if (shared.canonical(count) === shared.canonical(second) || known.has(pair)) return [];
    known.add(pair);
    return [problem('LIKELY_LINK', null, { count, other: second, cells })];
  });
}
