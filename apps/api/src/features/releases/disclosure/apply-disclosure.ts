import type { EntityManager } from '@mikro-orm/postgresql';
import { strictestThreshold, tellsOfCountries, tellsSmallCount } from '@qadam/domain';
import { sql } from 'kysely';
import { anyText, isTotal, rowsAs, sameCell, samePart } from '../../../database/expressions.ts';
import { shapeOf } from '../publication-tables.ts';
import { anyStage, type Guarded, keep, none, some, stage } from '../stage.ts';
import { faceOf, facesAs, figuresAs, keyOf, TOMBSTONE } from './cell-key.ts';
import { readClusters } from './cluster-facts.ts';
import type { Disclosure } from './disclose.types.ts';
import type { TableName } from './published-table.ts';

/** Removes from the staged candidate what must not be published, and everything that would give it away. */
export async function applyDisclosure(em: EntityManager, disclosure: Disclosure): Promise<void> {
  await keepHeld(em, disclosure);
  await withhold(em, disclosure);
  await hide(em, disclosure);
  await hideParts(em, disclosure);
  await hideRegional(em);
  await removeRelatedFacts(em);
}

async function hide(em: EntityManager, { hidden }: Disclosure) {
  await stage(em)
    .updateTable('candidate_value as v')
    .from(figuresAs('h', hidden))
    .set(TOMBSTONE)
    .where(sameCell('v', 'h', ['indicator', 'year']))
    .whereRef(keyOf('v'), '=', 'h.key')
    .execute();
}

/** A rate with hidden counts is shown without them, and without the texts and documents that may name them. */
async function hideParts(em: EntityManager, { partless }: Disclosure) {
  await keep(em, 'partless_value', stage(em).selectFrom(figuresAs('p', partless)).selectAll());
  await stage(em)
    .updateTable('candidate_value as v')
    .from('partless_value as p')
    .set({ numerator: null, denominator: null, note: null, source_text: null })
    .where(sameCell('v', 'p', ['indicator', 'year']))
    .whereRef(keyOf('v'), '=', 'p.key')
    .execute();
}

/** A held table keeps the content that it has in the previous release. */
async function keepHeld(em: EntityManager, { held }: Disclosure) {
  const tables = rowsAs<TableName, 'h'>('h', { indicator: 'text', year: 'int' }, held);
  await keep(em, 'held_table', stage(em).selectFrom(tables).selectAll());
  for (const name of ['value', 'withheld', 'alternative', 'event'] as const) {
    const { columns } = shapeOf(em, name);
    await anyStage(em)
      .deleteFrom(`candidate_${name} as c`)
      .using('held_table as h')
      .where(sameCell('c', 'h', ['indicator', 'year']))
      .execute();
    await anyStage(em)
      .insertInto(`candidate_${name}`)
      .columns(columns)
      .expression(
        anyStage(em)
          .selectFrom([`publication.${name} as p`, 'held_table as h'])
          .where(sameCell('p', 'h', ['indicator', 'year']))
          .where('p.until_release', 'is', null)
          .$if(name === 'event', (query) =>
            query.where('p.id', 'not in', anyStage(em).selectFrom('candidate_event').select('id')),
          )
          .select(columns.map((column) => `p.${column}`)),
      )
      .execute();
  }
}

/** Hides figures of the group that would give a hidden country away, together with the other countries. */
async function hideRegional(em: EntityManager) {
  const indicators = await stage(em)
    .selectFrom('candidate_indicator')
    .select(['code', 'scope', 'unit'])
    .execute();
  const telling = indicators.filter(tellsOfCountries).map(({ code }) => code);
  await stage(em)
    .updateTable('candidate_value as v')
    .from('candidate_area as a')
    .set(TOMBSTONE)
    .whereRef('a.code', '=', 'v.area')
    .where('a.kind', '=', 'GROUP')
    .where('v.indicator', '=', anyText(telling))
    .where('v.obs_status', '<>', 'Q')
    .where(
      some(
        'candidate_value as c',
        sql`c.obs_status = 'Q' and c.area in (select code from candidate_area where kind = 'COUNTRY')`,
        sameCell('c', 'v', ['indicator', 'year']),
        samePart('c', 'v'),
      ),
    )
    .execute();
}

async function withhold(em: EntityManager, { withheld }: Disclosure) {
  const faces = facesAs('w', withheld);
  await stage(em)
    .deleteFrom('candidate_value as v')
    .using(faces)
    .where(sameCell('v', 'w', ['indicator', 'area', 'year']))
    .whereRef('w.face', '=', faceOf('v'))
    .execute();
  await stage(em)
    .insertInto('candidate_withheld')
    .columns(['indicator', 'area', 'year', 'face'])
    .expression(
      stage(em).selectFrom(faces).distinct().select(['w.indicator', 'w.area', 'w.year', 'w.face']),
    )
    .execute();
}

/**
 * Next to a hidden cell or a total that is left out, nothing may name its figure: no competing value, dated event, or baseline with its reasons. A
 * baseline of a sensitive indicator is a figure like any other: if the release itself does not show it, it has not passed disclosure control, and is
 * hidden.
 */
async function removeRelatedFacts(em: EntityManager) {
  const db = stage(em);
  await guardClusters(em);
  await keepHiddenPlaces(em);
  await dropCompetingValues(em);
  // joined as sets: a subquery for each event would read all values again and again
  const provesHidden = db
    .selectFrom('candidate_event as e')
    .innerJoinLateral(
      sql<{ element: string }>`jsonb_to_recordset(e.proves)`.as<'p'>(sql`p(element text)`),
      (join) => join.onTrue(),
    )
    .innerJoin('candidate_value as v', (join) =>
      join.on(sameCell('v', 'e', ['area', 'year'])).onRef('v.breakdown', '=', 'p.element'),
    )
    .select('e.id')
    .where('v.obs_status', '=', 'Q');
  await db
    .deleteFrom('candidate_event')
    .where(
      'id',
      'in',
      db
        .selectFrom('candidate_event as e')
        .select('e.id')
        .where(hiddenAt('e', 'e.year'))
        .union(provesHidden),
    )
    .execute();
  await db
    .updateTable('candidate_target as t')
    .set({ baseline_value: null, baseline_source: null })
    .where(hiddenAt('t', 't.baseline_year', sql`not h.partless`))
    .execute();
  await db
    .updateTable('candidate_target as t')
    .set({ rationale: {} })
    .where(hiddenAt('t', 't.baseline_year'))
    .execute();
}

/** Keeps the sensitive indicators and those that share counts with them, each with the strictest threshold of its cluster. */
async function guardClusters(em: EntityManager) {
  const guarded = (await readClusters(em)).flatMap((members, cluster) => {
    const threshold = strictestThreshold(members).base;
    return members.map((member) => ({ ...member, cluster, threshold }));
  });
  const rows = rowsAs<Guarded, 'g'>(
    'g',
    { cluster: 'int', code: 'text', unit: 'text', sensitive: 'bool', threshold: 'int' },
    guarded,
  );
  await keep(em, 'guarded_indicator', stage(em).selectFrom(rows).selectAll());
}

async function keepHiddenPlaces(em: EntityManager) {
  const db = stage(em);
  const no = sql<boolean>`false`.as('partless');
  await keep(
    em,
    'hidden_place',
    db
      .selectFrom('candidate_value')
      .select(['indicator', 'area', 'year', no])
      .where('obs_status', '=', 'Q')
      .union(
        db
          .selectFrom('candidate_withheld')
          .select(['indicator', 'area', 'year', no])
          .where('face', '=', 'total'),
      )
      .union(
        db
          .selectFrom('candidate_target as t')
          .select(['t.indicator', 't.area', 't.baseline_year as year', no])
          .where('t.baseline_value', 'is not', null)
          .where(guardedAt('t', 't.baseline_year'))
          .where(
            none(
              'candidate_value as v',
              sameCell('v', 't', ['indicator', 'area']),
              sql`v.year = t.baseline_year and v.value = t.baseline_value`,
              isTotal('v'),
            ),
          )
          .$narrowType<{ year: number }>(),
      )
      .union(
        db
          .selectFrom('partless_value as p')
          .select(['p.indicator', sql<string>`split_part(p.key, '|', 1)`.as('area'), 'p.year'])
          .select(sql<boolean>`true`.as('partless')),
      ),
  );
  // an indicator that shares the hidden counts and shows no figure at that place must not give them away either
  await db
    .insertInto('hidden_place')
    .columns(['indicator', 'area', 'year', 'partless'])
    .expression(
      db
        .selectFrom('hidden_place as h')
        .innerJoin('guarded_indicator as o', 'o.code', 'h.indicator')
        .innerJoin('guarded_indicator as g', (join) =>
          join.onRef('g.cluster', '=', 'o.cluster').onRef('g.code', '<>', 'o.code'),
        )
        .distinct()
        .select(['g.code', 'h.area', 'h.year', no])
        .where(
          none(
            'candidate_value as v',
            sql`v.indicator = g.code and v.value is not null`,
            sameCell('v', 'h', ['area', 'year']),
            isTotal('v'),
          ),
        ),
    )
    .execute();
}

/** Is something of the row's own indicator hidden in its area and that year? */
const hiddenAt = (alias: string, year: string, what = sql<boolean>`true`) =>
  some(
    'hidden_place as h',
    sameCell('h', alias, ['indicator', 'area']),
    sql`h.year = ${sql.ref(year)}`,
    what,
  );

/**
 * May a figure that was not planned give a count away? It may if its indicator is sensitive, or if its cluster hides anything at that place. The
 * rules of libs/domain (`CompetingValue.guarded`) take the answer from here only.
 */
const guardedAt = (alias: string, year: string) =>
  some(
    'guarded_indicator as g',
    sql`g.code = ${sql.ref(`${alias}.indicator`)}`,
    sql`(g.sensitive or exists (select from guarded_indicator o join candidate_value h on h.indicator = o.code
      where o.cluster = g.cluster and h.obs_status = 'Q' and ${sameCell('h', alias, ['area'])} and h.year = ${sql.ref(year)}))`,
  );

/** Drops competing values of hidden figures, and those that would give a small count away. */
async function dropCompetingValues(em: EntityManager) {
  await stage(em).deleteFrom('candidate_alternative as a').where(hiddenAt('a', 'a.year')).execute();
  const values = await stage(em)
    .selectFrom('candidate_alternative as a')
    .innerJoin('guarded_indicator as g', 'g.code', 'a.indicator')
    .innerJoin('work.indicator as i', 'i.code', 'a.indicator')
    .select((eb) => [
      ...(['a.indicator', 'a.area', 'a.year', 'a.source', 'a.value'] as const),
      ...(['g.unit', 'g.threshold', 'i.decimals', 'i.multiplier'] as const),
      eb
        .selectFrom('work.denominator as d')
        .select('d.value')
        .whereRef('d.kind', '=', 'i.denominator_of')
        .where(sameCell('d', 'a', ['area', 'year']))
        .where('d.sex', '=', '_T')
        .where('d.age', '=', '_T')
        .as('population'),
      guardedAt('a', 'a.year').as('guarded'),
    ])
    .execute();
  const telling = values.filter(tellsSmallCount);
  const columns = { indicator: 'text', area: 'text', year: 'int' } as const;
  const rows = rowsAs<Telling, 't'>('t', { ...columns, source: 'text', value: 'numeric' }, telling);
  await stage(em)
    .deleteFrom('candidate_alternative as a')
    .using(rows)
    .where(sameCell('a', 't', ['indicator', 'area', 'year']))
    .whereRef('a.source', '=', 't.source')
    .whereRef('a.value', '=', 't.value')
    .execute();
}

type Telling = Record<'indicator' | 'area' | 'source' | 'value', string> & { year: number };
