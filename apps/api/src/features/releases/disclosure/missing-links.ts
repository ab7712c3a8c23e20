import type { EntityManager } from '@mikro-orm/postgresql';
import { countName, type CountPart } from '@qadam/domain';
import { sql } from 'kysely';
import { by, countOf, rowsAs, sameCell } from '../../../database/expressions.ts';
import { pairOf, pairsStatedDifferent, readSharedCounts } from '../../framework/shared-counts.ts';
import { stage } from '../stage.ts';
import { type CellRef, faceOf, facesAs, figuresAs, keyOf } from './cell-key.ts';
import type { Disclosure, FigurePlace, MissingLink } from './disclose.types.ts';

/**
 * Counts that the candidate would show although they equal a hidden count of the same area, year and part in another indicator of the same action:
 * both may count the same people. Each pair once, without pairs that an officer has stated to differ. Source: methods.md 2.7.
 */
export async function missingLinks(
  em: EntityManager,
  { hidden, partless, held, withheld, secret }: Omit<Disclosure, 'missingLinks'>,
): Promise<MissingLink[]> {
  if (secret.length === 0) return [];
  const rows = await equalCounts(em, {
    secret,
    gone: [...hidden, ...partless],
    leftOut: [
      ...held.map(({ indicator, year }) => ({ indicator, year, area: null, face: null })),
      ...withheld,
    ],
  });
  return rows.length === 0 ? [] : undeclared(em, rows);
}

const SECRET = { indicator: 'text', year: 'int', key: 'text', part: 'text' } as const;

interface Asked {
  secret: Disclosure['secret'];
  gone: readonly FigurePlace[];
  /** area null: the whole table. */
  leftOut: readonly CellRef[];
}

/** Pairs of counts that are equal somewhere, one of them secret and the other shown; each pair with the first such place. */
const equalCounts = (em: EntityManager, { secret, gone, leftOut }: Asked) =>
  stage(em)
    .with(
      (cte) => cte('counted').materialized(),
      (db) =>
        db
          .selectFrom('candidate_value as v')
          .innerJoin('work.indicator as i', 'i.code', 'v.indicator')
          .innerJoinLateral(
            sql<{ part: CountPart; value: string | null }>`(values
              ('COUNT', ${countOf('v', 'i.unit')}), ('DENOMINATOR', v.denominator))`.as<'c'>(
              sql`c(part, value)`,
            ),
            (join) => join.onTrue(),
          )
          .select(['v.indicator', 'v.area', 'v.year', 'c.part', 'c.value', keyOf('v').as('key')])
          .select(faceOf('v').as('face'))
          .where('v.obs_status', '<>', 'Q')
          .where('c.value', '>', '0'),
    )
    .with(
      (cte) => cte('secret').materialized(),
      (db) =>
        db
          .selectFrom('counted as c')
          .innerJoin(rowsAs('s', SECRET, secret), (join) =>
            join
              .on(sameCell('s', 'c', ['indicator', 'year']))
              .on(sql<boolean>`(s.key, s.part) = (c.key, c.part)`),
          )
          .selectAll('c'),
    )
    .with(
      (cte) => cte('gone').materialized(),
      (db) => db.selectFrom(figuresAs('g', gone)).selectAll(),
    )
    .with(
      (cte) => cte('left_out').materialized(),
      (db) => db.selectFrom(facesAs('l', leftOut)).selectAll(),
    )
    .selectFrom('secret as s')
    .innerJoin('counted as c', (join) =>
      join
        .onRef('c.key', '=', 's.key')
        .onRef('c.year', '=', 's.year')
        .onRef('c.value', '=', 's.value')
        .onRef('c.indicator', '<>', 's.indicator'),
    )
    .distinctOn(['s.indicator', 's.part', 'c.indicator', 'c.part'])
    .select(['s.area', 's.year', 's.indicator as hiddenIn', 's.part as hiddenPart'])
    .select(['c.indicator as shownIn', 'c.part as shownPart'])
    .where(
      sql<boolean>`exists (select from work.action_indicator a join work.action_indicator b using (action)
        where a.indicator = s.indicator and b.indicator = c.indicator)`,
    )
    .where(
      sql<boolean>`(c.indicator, c.year, c.key) not in (select indicator, year, key from gone)`,
    )
    .where(
      sql<boolean>`not exists (select from left_out l where ${sameCell('l', 'c', ['indicator', 'year'])}
        and (l.area is null or (l.area, l.face) = (c.area, c.face)))`,
    )
    .$call(by('s.indicator', 's.part', 'c.indicator', 'c.part', 's.year', 's.area'))
    .execute();

type Row = Awaited<ReturnType<typeof equalCounts>>[number];

async function undeclared(em: EntityManager, rows: readonly Row[]): Promise<MissingLink[]> {
  const shared = await readSharedCounts(em);
  const known = await pairsStatedDifferent(em, shared);
  const found = rows.map(({ area, year, ...row }) => ({
    shown: shared.canonical(countName(row.shownIn, row.shownPart)),
    hidden: shared.canonical(countName(row.hiddenIn, row.hiddenPart)),
    area,
    year,
  }));
  const pairs = new Map(found.map((link) => [pairOf(shared, link.shown, link.hidden), link]));
  return [...pairs]
    .filter(([pair, { shown, hidden }]) => shown !== hidden && !known.has(pair))
    .map(([, link]) => link);
}
