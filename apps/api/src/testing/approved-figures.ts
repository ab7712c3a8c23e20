import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Observation, Revision } from '../features/observations/observation.entity.ts';
import { Review } from '../features/reviews/review.entity.ts';
import { UserAccount } from '../features/users/user-account.entity.ts';
import { type FactBasis, type MissingReason, ReasonCode } from '../graphql/enums.ts';

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
  missingReason?: MissingReason;
  /** A ReasonCode. */
  reason?: string;
  obsStatus?: string;
  source?: string;
  /** For an element of a law. */
  factDate?: string;
  provision?: string;
  basis?: FactBasis;
}

export interface Outcome {
  state: 'DRAFT' | 'SUBMITTED' | 'RETURNED' | 'APPROVED';
  sample?: boolean;
}

/**
 * Writes figures as if a reporter had sent and an officer had approved them, in the same rows as the product: for tests of what happens to them
 * afterwards. A figure for an existing cell is a correction.
 */
export async function reportFigures(
  em: EntityManager,
  figures: readonly Figure[],
  { state, sample = false }: Outcome = { state: 'APPROVED' },
): Promise<void> {
  const person = async (email: string) => (await em.findOneOrFail(UserAccount, { email })).id;
  const author = await person('reporter.kaz@demo.example');
  const reviewer = await person('officer@demo.example');
  for (const figure of figures)
    await em.transactional(async (tx) => {
      const { indicator, area, year, sex, age, region, breakdown, reason, ...said } = figure;
      const part = { sex: sex ?? '_T', age: age ?? '_T', urbanisation: '_T' };
      const place = { region: region ?? '_T', breakdown: breakdown ?? '_T' };
      const cell = { indicator, area, year, ...part, ...place };
      const revision = randomUUID();
      const known = await tx.findOne(Observation, cell);
      const observation = known?.id ?? randomUUID();
      const now = { state, currentRevision: revision };
      if (known)
        await tx.nativeUpdate(Observation, known.id, { ...now, version: known.version + 1 });
      else await tx.insert(Observation, { id: observation, ...cell, ...now, sample });
      const number = 1 + (await tx.count(Revision, { observation }));
      await tx.insert(Revision, {
        ...{ id: revision, observation, area, number, obsStatus: 'A' },
        ...{ via: 'ENTRY', author, ...said },
        reason: Object.values(ReasonCode).find((code) => code === reason) ?? null,
      });
      const decision = 'APPROVED';
      if (state === decision)
        await tx.insert(Review, { id: randomUUID(), observation, revision, decision, reviewer });
    });
}
