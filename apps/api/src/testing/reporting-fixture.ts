import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Who plays in the reporting suites. */
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

const texts = (en: string): string => JSON.stringify({ en, ru: `${en} (ru)` });
const quote = (text: string | null): string =>
  text === null ? 'null' : `'${text.replaceAll("'", "''")}'`;

const AREAS = [
  ['KGZ', 'COUNTRY', 'Asia/Bishkek', 'Kyrgyzstan'],
  ['UZB', 'COUNTRY', 'Asia/Tashkent', 'Uzbekistan'],
  ['CA4', 'GROUP', 'Asia/Tashkent', 'Central Asia'],
] as const;

/** code, kind, scope, unit, multiplier, decimals, direction, regional method, min, max, whole */
const INDICATORS = [
  ['A6.1', 'NUMERIC', 'COUNTRY', 'STAGE', 1, 0, 'INCREASE', 'MEAN', 0, 5, true],
  ['A5.2', 'NUMERIC', 'COUNTRY', 'PT', 100, 1, 'INCREASE', 'RATIO', 0, 100, false],
  ['A5.8', 'NUMERIC', 'COUNTRY', 'NUMBER', 1, 0, 'NONE', 'SUM', 0, null, true],
  ['A1.6', 'NUMERIC', 'COUNTRY', 'PT', 100, 1, 'INCREASE', 'MEAN', 0, 100, false],
  ['A7.1', 'NUMERIC', 'REGION', 'STAGE', 1, 0, 'INCREASE', 'MEAN', 0, 5, true],
  ['A2.1', 'MILESTONE', 'COUNTRY', 'STAGE', 1, 0, 'INCREASE', 'MEAN', 0, 5, true],
] as const;

/** Of the law A2.1. */
const ELEMENTS = ['DEF', 'CODE'].map((code) => ({
  code: `A2.1-${code}`,
  name: { en: `Element ${code}`, ru: `Элемент ${code}` },
  definition: { en: `What ${code} is to say` },
  instrument: null,
  origin: 'DEFINITION',
  counts: true,
}));

const ROLES: Record<keyof typeof PEOPLE, [string, string | null]> = {
  kgz: ['REPORTER', 'KGZ'],
  uzb: ['REPORTER', 'UZB'],
  ca4: ['REPORTER', 'CA4'],
  officer: ['OFFICER', null],
  second: ['OFFICER', null],
  donor: ['DONOR', null],
  admin: ['ADMIN', null],
  auditor: ['AUDITOR', null],
};

/**
 * Two countries and the four together, five indicators, the open cycle 2025 and the closed 2023,
 * one person of each role.
 */
export async function reportingFixture(em: EntityManager): Promise<void> {
  const run = (sql: string) => em.execute(sql);
  for (const [position, [code, kind, zone, name]] of AREAS.entries()) {
    await run(`insert into work.area (code, kind, time_zone, names, position)
      values ('${code}', '${kind}', '${zone}', ${quote(texts(name))}, ${String(position)})`);
  }
  await run(`insert into work.action (code, kind, scope, title, reading, position)
    values ('A5', 'PRIORITY', 'COUNTRY', ${quote(texts('Police'))}, ${quote(texts('…'))}, 1)`);
  for (const [
    position,
    [code, kind, scope, unit, multiplier, decimals, direction, method, min, max, whole],
  ] of INDICATORS.entries()) {
    const stages =
      kind === 'MILESTONE' ? JSON.stringify({ en: ['0', '1', '2', '3', '4', '5'] }) : null;
    await run(`insert into work.indicator (code, kind, scope, unit, unit_text, multiplier, decimals,
        direction, value_type, regional_method, sensitive, min, max, whole, name, definition, stages, elements, sheet, position)
      values ('${code}', '${kind}', '${scope}', '${unit}', ${quote(texts(unit))}, ${String(multiplier)}, ${String(decimals)},
        '${direction}', 'STOCK', '${method}', false, ${String(min)}, ${String(max)}, ${String(whole)},
        ${quote(texts(`Indicator ${code}`))}, ${quote(texts('Definition'))}, ${quote(stages)}, ${quote(JSON.stringify(kind === 'MILESTONE' ? ELEMENTS : []))}, '{}', ${String(position)})`);
  }
  await run(
    `insert into work.action_indicator (action, indicator, role, position) values ('A5', 'A5.2', 'HEADLINE', 1)`,
  );
  const organisation = randomUUID();
  await run(`insert into work.organisation (id, code, area, names)
    values ('${organisation}', 'MIA', null, ${quote(texts('Ministry'))})`);
  for (const [key, [role, area]] of Object.entries(ROLES)) {
    const email = PEOPLE[key as keyof typeof PEOPLE];
    await run(`insert into work.user_account (id, email, name, role, area, organisation, password_hash)
      values ('${randomUUID()}', '${email}', '${key}', '${role}', ${quote(area)}, '${organisation}', '-')`);
  }
  await run(`insert into work.cycle (year, opens_on, due_on, closes_on) values
    (2025, current_date - 30, current_date + 30, current_date + 60),
    (2023, current_date - 700, current_date - 600, current_date - 500)`);
  await run(`insert into work.assignment (cycle, indicator, area, organisation)
    select c.year, i.code, a.code, '${organisation}' from work.cycle c, work.indicator i, work.area a
    where (i.scope = 'REGION') = (a.kind = 'GROUP') and i.code not in ('A1.6', 'A2.1')`);
}

/** Somebody has to report the law A2.1 in the open year. */
export async function assignLaw(em: EntityManager): Promise<void> {
  await em.execute(`insert into work.assignment (cycle, indicator, area, organisation)
    select 2025, 'A2.1', a.code, o.id from work.area a, work.organisation o where a.kind = 'COUNTRY' and o.code = 'MIA'`);
}

interface Figure {
  area: string;
  indicator: string;
  year: number;
  value: string;
  state?: 'APPROVED' | 'PUBLISHED';
  sex?: string;
  /** Of a law, with the date of its stage. */
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
    await tx.execute(
      `insert into work.observation (id, indicator, area, year, sex, breakdown, state, current_revision, published_revision)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        indicator,
        area,
        year,
        sex,
        element,
        state,
        revision,
        state === 'PUBLISHED' ? revision : null,
      ],
    );
    await tx.execute(
      `insert into work.revision (id, observation, number, value, obs_status, fact_date, provision, basis, via)
       values (?, ?, 1, ?, 'A', ?, ?, ?, 'SOURCE_IMPORT')`,
      [revision, id, value, factDate, provision, element === '_T' ? null : 'OFFICIAL'],
    );
  });
  return id;
}

/** How much is stored, to show that a refusal stored nothing. */
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
  ];
  const counts = tables.map((table) => `(select count(*)::int from work.${table}) as ${table}`);
  const [row] = await em.execute<Record<string, unknown>[]>(
    `select ${counts.join(', ')}, (select coalesce(sum(version), 0)::int from work.observation) as versions`,
  );
  return row ?? {};
}
