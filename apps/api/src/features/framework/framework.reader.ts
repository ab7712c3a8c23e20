import type { EntityManager } from '@mikro-orm/postgresql';
import { FRAMEWORK_FORMAT, type FrameworkDocument } from '@qadam/domain';
import { type Expression, sql } from 'kysely';
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres';
import { db } from '../../database/db.ts';
import { exact, person } from '../../database/expressions.ts';
import { propertiesOf } from '../../database/entity-rows.ts';
import type { StoredElement } from '../../graphql/law-element.type.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { Action } from './action.entity.ts';
import { ValidationRule } from './validation-rule.entity.ts';
import type { MethodNote } from './framework.type.ts';
import { without } from './without.ts';

export interface CurrentFramework {
  document: FrameworkDocument;
  /** Versions by kind and code of an object (`ACTION A1`); an object that does not exist has version 0. */
  versions: ReadonlyMap<string, number>;
}

/** Parts of the framework that facts depend on and that therefore cannot be changed or removed. */
export interface InUse {
  /** Indicators that had a value in any release. */
  released: ReadonlySet<string>;
  /** Elements of laws that a return, a release or an event refers to. */
  elementsInUse: ReadonlySet<string>;
}

/** The working framework as one document, in three SQL statements. */
export async function readCurrent(em: EntityManager): Promise<CurrentFramework> {
  const actions = await db(em)
    .selectFrom('work.action as a')
    .select(propertiesOf(Action, 'a'))
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('work.action_indicator as l')
          .select(['l.indicator as code', 'l.role', exact('l.weight').as('weight')])
          .whereRef('l.action', '=', 'a.code')
          .orderBy('l.position')
          .orderBy('l.indicator'),
      ).as('indicators'),
    )
    .orderBy('a.position')
    .orderBy('a.code')
    .execute();
  const indicators = await db(em)
    .selectFrom('work.indicator as i')
    .select(propertiesOf(Indicator, 'i'))
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('work.benchmark as b')
          .select(['b.id', exact('b.value').as('value'), exact<string | null>('b.per').as('per')])
          .select([
            'b.kind',
            'b.sense',
            'b.population',
            'b.label',
            'b.citation',
            'b.url',
            'b.source',
          ])
          .whereRef('b.indicator', '=', 'i.code')
          .orderBy('b.id', (order) => order.collate('C')),
      ).as('benchmarks'),
      jsonArrayFrom(
        eb
          .selectFrom('work.series_break as s')
          .select(['s.area', 's.year', 's.kind', 's.note', 's.source'])
          .whereRef('s.indicator', '=', 'i.code')
          .orderBy('s.area')
          .orderBy('s.year'),
      ).as('breaks'),
    ])
    .orderBy('i.position')
    .orderBy('i.code')
    .execute();
  const rules = await db(em)
    .selectFrom('work.validation_rule as v')
    .select(propertiesOf(ValidationRule, 'v'))
    .orderBy((eb) => eb.fn('length', ['v.code']))
    .orderBy('v.code')
    .execute();
  return {
    document: {
      format: FRAMEWORK_FORMAT,
      actions: actions.map((one) => without(one, 'version')),
      indicators: indicators.map((one) => without(one, 'version')),
      rules: rules.map((one) => without(one, 'version')),
    },
    versions: new Map([
      ...actions.map(({ code, version }) => [`ACTION ${code}`, version] as const),
      ...indicators.map(({ code, version }) => [`INDICATOR ${code}`, version] as const),
      ...rules.map(({ code, version }) => [`RULE ${code}`, version] as const),
    ]),
  };
}

export async function readInUse(em: EntityManager): Promise<InUse> {
  const rows = await db(em)
    .selectFrom('work.indicator as i')
    .where((eb) =>
      eb.exists(eb.selectFrom('publication.value as v').whereRef('v.indicator', '=', 'i.code')),
    )
    .select((eb) => [eb.val('released').as('kind'), 'i.code'])
    .unionAll((query) =>
      query
        .selectFrom('work.indicator as i')
        .innerJoinLateral(ELEMENT, (on) => on.onTrue())
        .where((eb) =>
          eb.or([
            eb.exists(
              eb
                .selectFrom('work.observation as o')
                .whereRef('o.indicator', '=', 'i.code')
                .whereRef('o.breakdown', '=', 'e.code'),
            ),
            eb.exists(
              eb
                .selectFrom('publication.value as v')
                .whereRef('v.indicator', '=', 'i.code')
                .whereRef('v.breakdown', '=', 'e.code'),
            ),
            eb.exists(
              eb
                .selectFrom('work.event as v')
                .where('v.proves', '@>', provenElement(eb.ref('e.code'))),
            ),
          ]),
        )
        .select((eb) => [eb.val('elementsInUse').as('kind'), 'e.code']),
    )
    .execute();
  return { released: codesOf(rows, 'released'), elementsInUse: codesOf(rows, 'elementsInUse') };
}

const codesOf = (rows: readonly { kind: string; code: string }[], kind: string) =>
  new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code));

const ELEMENT = sql<
  Pick<StoredElement, 'code'>
>`jsonb_to_recordset(${sql.ref('i.elements')})`.as<'e'>(sql`e(code text)`);
const provenElement = (code: Expression<string>) =>
  sql<never>`jsonb_build_array(${jsonBuildObject({ element: code })})`;

/** The reasons given for changes of weights, roles and elements, newest first. */
export async function readNotes(em: EntityManager): Promise<MethodNote[]> {
  const notes = await db(em)
    .selectFrom('work.method_note as n')
    .innerJoin('work.user_account as u', 'u.id', 'n.author')
    .select(['n.number', 'n.action', 'n.indicator', 'n.reason', 'n.created_at as createdAt'])
    .select(person('u').$notNull().as('author'))
    .orderBy('n.number', 'desc')
    .limit(50)
    .execute();
  return notes.map((note) => ({ ...note, createdAt: note.createdAt.toISOString() }));
}

/** Areas and sources that a document may name. */
export async function readReferences(
  em: EntityManager,
): Promise<{ areas: Set<string>; sources: Set<string> }> {
  const rows = await db(em)
    .selectFrom('work.area')
    .select((eb) => [eb.val('areas').as('kind'), 'code'])
    .unionAll((query) =>
      query.selectFrom('work.source').select((eb) => [eb.val('sources').as('kind'), 'id as code']),
    )
    .execute();
  return { areas: codesOf(rows, 'areas'), sources: codesOf(rows, 'sources') };
}
