import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { STATUS_OF_REASON, TOTAL } from '@qadam/domain';
import { Message } from '../../features/observations/message.entity.ts';
import { Observation, Revision } from '../../features/observations/observation.entity.ts';
import { Submission, SubmissionRevision } from '../../features/observations/submission.entity.ts';
import { Review } from '../../features/reviews/review.entity.ts';
import type { UserAccount } from '../../features/users/user-account.entity.ts';
import { db } from '../db.ts';
import type { Sample } from './load-cycle.ts';
import { RateScales } from './rate-scale.ts';

/**
 * Samples for trying the desks: the same rows that the product writes, by the reporters of the demonstration, but marked as samples, so that no
 * release ever includes them. A cell that exists in any state is left alone.
 */
export async function loadSamples(em: EntityManager, year: number, samples: readonly Sample[]) {
  const scales = await RateScales.read(em);
  const known = await db(em)
    .selectFrom('work.observation')
    .select(['indicator', 'area', 'breakdown'])
    .where('year', '=', year)
    .where('region', '=', TOTAL)
    .execute();
  const cells = new Set(known.map(cellOf));
  const reporters = await reportersByArea(em);
  const fresh = samples
    .filter((sample) => !cells.has(cellOf(sample)))
    .flatMap((sample) => {
      const reporter = reporters.get(sample.area);
      const { numerator = null, denominator = null, value = null, missingReason = null } = sample;
      const figure =
        numerator !== null && denominator !== null
          ? scales.compute(sample.indicator, numerator, denominator)
          : { value, missingReason };
      const ids = { id: randomUUID(), revision: randomUUID() };
      return reporter ? [{ ...sample, numerator, denominator, ...figure, ...ids, reporter }] : [];
    });
  await em.insertMany(
    Observation,
    fresh.map(({ id, indicator, area, breakdown = TOTAL, state, revision }) => ({
      ...{ id, indicator, area, year, breakdown, state, currentRevision: revision, sample: true },
    })),
  );
  await em.insertMany(
    Revision,
    fresh.map(({ id, revision, value, missingReason, numerator, denominator, ...sample }) => ({
      ...{ id: revision, observation: id, area: sample.area, number: 1 },
      ...{ missingReason, numerator, denominator },
      value: value === null ? null : String(value),
      obsStatus: missingReason === null ? 'A' : STATUS_OF_REASON[missingReason],
      factDate: sample.factDate ?? null,
      provision: sample.provision ?? null,
      basis: sample.basis ?? null,
      comment: sample.comment['en'] ?? null,
      via: 'ENTRY',
      author: sample.reporter.id,
    })),
  );
  await addSubmissions(
    em,
    year,
    fresh.filter(({ state }) => state !== 'DRAFT'),
  );
  await addReturns(
    em,
    fresh.filter(({ state }) => state === 'RETURNED'),
  );
}

const cellOf = ({
  indicator,
  area,
  breakdown = TOTAL,
}: Pick<Sample, 'indicator' | 'area' | 'breakdown'>): string => `${indicator} ${area} ${breakdown}`;

type Reporter = Pick<UserAccount, 'id' | 'organisation'>;
type Written = Pick<Sample, 'area' | 'message'> & {
  id: string;
  revision: string;
  reporter: Reporter;
};

async function reportersByArea(em: EntityManager): Promise<ReadonlyMap<string | null, Reporter>> {
  const reporters = await db(em)
    .selectFrom('work.user_account')
    .select(['id', 'area', 'organisation'])
    .where('role', '=', 'REPORTER')
    .where('email', 'like', 'reporter.%')
    .execute();
  return new Map(reporters.map((reporter) => [reporter.area, reporter]));
}

/** Adds one return for each area, as its reporter would have sent it. */
async function addSubmissions(em: EntityManager, cycle: number, rows: readonly Written[]) {
  for (const [area, cells] of Map.groupBy(rows, (row) => row.area)) {
    const [{ reporter } = { reporter: null }] = cells;
    if (reporter === null) continue;
    const submission = randomUUID();
    await em.insert(Submission, {
      id: submission,
      number: `${area}-${String(cycle)}-001`,
      ...{ cycle, area, organisation: reporter.organisation, submittedBy: reporter.id },
    });
    await em.insertMany(
      SubmissionRevision,
      cells.map(({ revision }) => ({ submission, revision })),
    );
  }
}

async function addReturns(em: EntityManager, rows: readonly Written[]): Promise<void> {
  const officer = await db(em)
    .selectFrom('work.user_account')
    .select('id')
    .where('role', '=', 'OFFICER')
    .orderBy('email')
    .executeTakeFirstOrThrow();
  const returned = rows.map(({ id: observation, revision, message }) => ({
    ...{ observation, revision, text: message?.['en'] ?? '' },
  }));
  await em.insertMany(
    Review,
    returned.map(({ observation, revision, text: reason }) => ({
      ...{ id: randomUUID(), observation, revision, reason, reviewer: officer.id },
      decision: 'RETURNED',
    })),
  );
  await em.insertMany(
    Message,
    returned.map(({ observation, text }) => ({
      ...{ id: randomUUID(), observation, author: officer.id, text },
    })),
  );
}
