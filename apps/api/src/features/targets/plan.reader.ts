import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { person } from '../../database/expressions.ts';
import type { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';

/** The plans of one area or for one indicator: the waiting one, the one in force, then the newest first. */
export async function readPlans(
  em: EntityManager,
  of: 'area' | 'indicator',
  code: string,
  lang: Language,
) {
  const rows = await db(em)
    .selectFrom('work.target_plan as p')
    .leftJoin('work.user_account as proposer', 'proposer.id', 'p.proposed_by')
    .leftJoin('work.user_account as decider', 'decider.id', 'p.decided_by')
    .select([
      ...(['p.id', 'p.area', 'p.indicator', 'p.version', 'p.state', 'p.path', 'p.points'] as const),
      ...(['p.baseline_year as baselineYear', 'p.baseline_value as baselineValue'] as const),
      ...(['p.tolerance', 'p.reference', 'p.rationale', 'p.citation'] as const),
      ...(['p.proposed_at', 'p.decided_at'] as const),
      person('proposer').as('proposedBy'),
      person('decider').as('decidedBy'),
    ])
    .where(`p.${of}`, '=', code)
    .orderBy(sql`p.state <> 'PROPOSED'`)
    .orderBy(
      sql`p.version <> (select coalesce(max(c.version), 0) from work.target_plan c
        where c.indicator = p.indicator and c.area = p.area and c.state = 'CONFIRMED')`,
    )
    .orderBy('p.version', 'desc')
    .execute();
  return rows.map(({ rationale, citation, proposed_at, decided_at, ...plan }) => ({
    ...plan,
    proposedAt: proposed_at.toISOString(),
    decidedAt: decided_at?.toISOString() ?? null,
    rationale: pickText(rationale, lang),
    citation: citation && pickText(citation, lang),
  }));
}
