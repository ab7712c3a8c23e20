import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../database/db.ts';
import { Area } from '../features/countries/area.entity.ts';
import { Assignment, Cycle } from '../features/cycles/cycle.entity.ts';
import { Action, ActionIndicator } from '../features/framework/action.entity.ts';
import { Indicator } from '../features/indicators/indicator.entity.ts';
import { Observation, Revision, ValueInWork } from '../features/observations/observation.entity.ts';
import { Organisation } from '../features/organisations/organisation.entity.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import type { Texts } from '../graphql/local-text.type.ts';

/** The people of the reporting suites. */
export const PEOPLE = {
  kgz: 'reporter.kgz@example.org',
  uzb: 'reporter.uzb@example.org',
  ca4: 'reporter.ca4@example.org',
  officer: 'officer@example.org',
  second: 'second@example.org',
  donor: 'donor@example.org',
  admin: 'admin@example.org',
  auditor: 'auditor@example.org',
} as const;

const texts = (en: string): Texts => ({ en, ru: `${en} (ru)` });

const AREAS = [
  ['KGZ', 'COUNTRY', 'Asia/Bishkek', 'Kyrgyzstan'],
  ['UZB', 'COUNTRY', 'Asia/Tashkent', 'Uzbekistan'],
  ['CA4', 'GROUP', 'Asia/Tashkent', 'Central Asia'],
] as const;

/** code, kind, scope, unit, multiplier, decimals, direction, regional method, min, max, whole */
const INDICATORS = [
  ['A6.1', 'NUMERIC', 'COUNTRY', 'STAGE', '1', 0, 'INCREASE', 'MEAN', '0', '5', true],
  ['A5.2', 'NUMERIC', 'COUNTRY', 'PT', '100', 1, 'INCREASE', 'RATIO', '0', '100', false],
  ['A5.8', 'NUMERIC', 'COUNTRY', 'NUMBER', '1', 0, 'NONE', 'SUM', '0', null, true],
  ['A1.6', 'NUMERIC', 'COUNTRY', 'PT', '100', 1, 'INCREASE', 'MEAN', '0', '100', false],
  ['A7.1', 'NUMERIC', 'REGION', 'STAGE', '1', 0, 'INCREASE', 'MEAN', '0', '5', true],
  ['A2.1', 'MILESTONE', 'COUNTRY', 'STAGE', '1', 0, 'INCREASE', 'MEAN', '0', '5', true],
] as const;

/** The elements of the law A2.1. */
const ELEMENTS = ['DEF', 'CODE'].map((code) => ({
  code: `A2.1-${code}`,
  name: { en: `Element ${code}`, ru: `Элемент ${code}` },
  definition: { en: `What ${code} is to say` },
  instrument: null,
  origin: 'DEFINITION' as const,
  counts: true,
}));

const ROLES: Record<keyof typeof PEOPLE, [Role, string | null]> = {
  kgz: ['REPORTER', 'KGZ'],
  uzb: ['REPORTER', 'UZB'],
  ca4: ['REPORTER', 'CA4'],
  officer: ['OFFICER', null],
  second: ['OFFICER', null],
  donor: ['DONOR', null],
  admin: ['ADMIN', null],
  auditor: ['AUDITOR', null],
};

/** The date that many days from today. */
export const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Adds two countries and the group of four, six indicators, the open cycle 2025 and the closed 2023, and one person for each role. */
export async function reportingFixture(em: EntityManager): Promise<void> {
  await em.insertMany(
    Area,
    AREAS.map(([code, kind, timeZone, name], position) => ({
      ...{ code, kind, timeZone, names: texts(name), position },
    })),
  );
  await em.insert(Action, {
    ...{ code: 'A5', kind: 'PRIORITY', scope: 'COUNTRY', position: 1 },
    ...{ title: texts('Police'), reading: texts('…') },
  });
  await em.insertMany(
    Indicator,
    INDICATORS.map(
      (
        [code, kind, scope, unit, multiplier, decimals, direction, method, min, max, whole],
        position,
      ) => ({
        ...{ code, kind, scope, unit, multiplier, decimals, direction, min, max, whole, position },
        ...{ unitText: texts(unit), valueType: 'STOCK', regionalMethod: method, sensitive: false },
        ...{ name: texts(`Indicator ${code}`), definition: texts('Definition'), sheet: {} },
        stages: kind === 'MILESTONE' ? { en: ['0', '1', '2', '3', '4', '5'] } : null,
        elements: kind === 'MILESTONE' ? ELEMENTS : [],
      }),
    ),
  );
  await em.insert(ActionIndicator, {
    ...{ action: 'A5', indicator: 'A5.2', role: 'HEADLINE', position: 1 },
  });
  const organisation = randomUUID();
  await em.insert(Organisation, { id: organisation, code: 'MIA', names: texts('Ministry') });
  await em.insertMany(
    UserAccount,
    Object.entries(ROLES).map(([name, [role, area]]) => ({
      ...{ id: randomUUID(), email: PEOPLE[name as keyof typeof PEOPLE], name, role, area },
      ...{ organisation, passwordHash: '-' },
    })),
  );
  await em.insertMany(Cycle, [
    { year: 2025, opensOn: day(-30), dueOn: day(30), closesOn: day(60) },
    { year: 2023, opensOn: day(-700), dueOn: day(-600), closesOn: day(-500) },
  ]);
  for (const [indicator, , scope] of INDICATORS)
    if (indicator !== 'A1.6' && indicator !== 'A2.1')
      await assign(em, indicator, scope === 'REGION' ? 'GROUP' : 'COUNTRY', [2025, 2023]);
}

async function assign(
  em: EntityManager,
  indicator: string,
  asked: 'COUNTRY' | 'GROUP',
  cycles: readonly number[],
): Promise<void> {
  const organisation = (await em.findOneOrFail(Organisation, { code: 'MIA' })).id;
  await em.insertMany(
    Assignment,
    cycles.flatMap((cycle) =>
      AREAS.flatMap(([area, kind]) =>
        kind === asked ? [{ cycle, area, indicator, organisation }] : [],
      ),
    ),
  );
}

/** Assigns the law A2.1 in the open cycle. */
export function assignLaw(em: EntityManager): Promise<void> {
  return assign(em, 'A2.1', 'COUNTRY', [2025]);
}

interface Figure {
  area: string;
  indicator: string;
  year: number;
  value: string;
  state?: 'APPROVED' | 'PUBLISHED';
  sex?: string;
  /** For a law: the element, and the date of its stage. */
  element?: string;
  factDate?: string;
  provision?: string;
}

/** A figure of a named public source, published unless said otherwise; returns the observation's id. */
export async function published(em: EntityManager, figure: Figure): Promise<string> {
  const { area, indicator, year, value, state = 'PUBLISHED', sex = '_T' } = figure;
  const { element = '_T', factDate = null, provision = null } = figure;
  const id = randomUUID();
  const revision = randomUUID();
  await em.transactional(async (tx) => {
    await tx.insert(Observation, {
      ...{ id, indicator, area, year, sex, breakdown: element, state, currentRevision: revision },
      publishedRevision: state === 'PUBLISHED' ? revision : null,
    });
    await tx.insert(Revision, {
      ...{ id: revision, observation: id, area, number: 1, value },
      ...{ obsStatus: 'A', factDate, provision },
      ...{ basis: element === '_T' ? null : 'OFFICIAL', via: 'SOURCE_IMPORT' },
    });
  });
  return id;
}

/** How many values are in work, and how many of all stand wrongly in the list of those that are, under another table, or are missing there. */
export async function inWork(em: EntityManager): Promise<{ values: number; wrong: number }> {
  const listed = await em.findAll(ValueInWork);
  const known = new Map(listed.map(({ observation, ...table }) => [observation, table]));
  const all = (await em.findAll(Observation)).map(({ id, state, area, year, indicator }) => ({
    isInWork: state !== 'PUBLISHED',
    isListed: isDeepStrictEqual({ ...known.get(id) }, { area, year, indicator }),
  }));
  return {
    values: all.filter(({ isInWork }) => isInWork).length,
    wrong: all.filter(({ isInWork, isListed }) => isInWork !== isListed).length,
  };
}

/** Asks for A5.8 by this many ages (Y0, Y1 …) and kinds (K0, K1 …): a large return with one indicator. */
export async function askManyParts(em: EntityManager, side: number): Promise<void> {
  const axis = (dimension: 'age' | 'breakdown', sign: string) => ({
    dimension,
    codes: Array.from({ length: side }, (_, at) => ({ code: `${sign}${String(at)}`, name: {} })),
  });
  const tableAxes = [axis('age', 'Y'), axis('breakdown', 'K')];
  const breakdowns = tableAxes.map(({ dimension }) => dimension);
  await em.nativeUpdate(Indicator, { code: 'A5.8' }, { breakdowns, tableAxes });
}

/** How many rows are stored, to show that a refusal stored nothing. */
export async function stored(em: EntityManager): Promise<Record<string, unknown>> {
  const tables = [
    'observation',
    'revision',
    'submission',
    'review',
    'message',
    'target_plan',
    'evidence',
    'evidence_mark',
    'revision_evidence',
    'reopening',
    'alternative',
    'alternative_choice',
    'audit_event',
    'idempotent_answer',
  ] as const;
  return db(em)
    .selectNoFrom((eb) => [
      ...tables.map((table) =>
        eb
          .selectFrom(sql.table(`work.${table}`).as('t'))
          .select((of) => of.fn.countAll<number>().as('rows'))
          .as(table),
      ),
      eb
        .selectFrom('work.observation')
        .select((of) => of.fn.sum<number>('version').as('versions'))
        .as('versions'),
    ])
    .executeTakeFirstOrThrow();
}
