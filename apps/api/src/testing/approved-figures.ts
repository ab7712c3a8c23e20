import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Figure {
  indicator: string;
  area: string;
  year: number;
  sex?: string;
  age?: string;
  region?: string;
  breakdown?: string;
  value?: string | null;
  numerator?: string;
  denominator?: string;
  missingReason?: string;
  reason?: string;
  obsStatus?: string;
  source?: string;
  /** Of an element of a law. */
  factDate?: string;
  provision?: string;
  basis?: 'OFFICIAL' | 'MEDIA';
}

export interface Outcome {
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED';
  sample?: boolean;
}

/**
 * Figures as a reporter sent and an officer approved them, written as the rows the product writes: for tests of what
 * becomes of them, not of how they came. A figure of a cell that exists is a correction.
 */
export async function reportFigures(
  em: EntityManager,
  figures: readonly Figure[],
  { state, sample = false }: Outcome = { state: 'APPROVED' },
): Promise<void> {
  for (const figure of figures) await em.transactional((tx) => report(tx, figure, state, sample));
}

async function report(
  em: EntityManager,
  figure: Figure,
  state: string,
  sample: boolean,
): Promise<void> {
  const { indicator, area, year, sex = '_T', age = '_T', region = '_T', breakdown = '_T' } = figure;
  const cell = [indicator, area, year, sex, age, region, breakdown];
  const revision = randomUUID();
  const [known] = await em.execute<{ id: string }[]>(
    `update work.observation set state = ?, current_revision = ?, version = version + 1
     where (indicator, area, year, sex, age, region, breakdown) = (?, ?, ?, ?, ?, ?, ?) returning id`,
    [state, revision, ...cell],
  );
  const id = known?.id ?? randomUUID();
  if (!known)
    await em.execute(
      `insert into work.observation (id, indicator, area, year, sex, age, region, breakdown, state, current_revision, sample)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, ...cell, state, revision, sample],
    );
  const {
    value = null,
    numerator = null,
    denominator = null,
    missingReason = null,
    reason = null,
    obsStatus = 'A',
    source = null,
    factDate = null,
    provision = null,
    basis = null,
  } = figure;
  await em.execute(
    `insert into work.revision (id, observation, number, value, numerator, denominator, missing_reason, obs_status, reason, source,
       fact_date, provision, basis, via, author)
     select ?, ?, 1 + (select count(*) from work.revision where observation = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ENTRY',
       (select id from work.user_account where email = 'reporter.kaz@demo.example')`,
    [
      ...[revision, id, id, value, numerator, denominator, missingReason, obsStatus, reason],
      ...[source, factDate, provision, basis],
    ],
  );
  if (state === 'APPROVED')
    await em.execute(
      `insert into work.review (id, observation, revision, decision, reviewer)
       select ?, ?, ?, 'APPROVED', id from work.user_account where email = 'officer@demo.example'`,
      [randomUUID(), id, revision],
    );
}
