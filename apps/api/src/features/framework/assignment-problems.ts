import type { EntityManager } from '@mikro-orm/postgresql';
import { db } from '../../database/db.ts';
import { rowsAs } from '../../database/expressions.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import type { AssignmentInput } from './framework.input.ts';

/**
 * Why cells cannot be assigned so. What is regional is reported by the four countries together, the rest by each; an
 * organisation reports for its own area; a cell that is filled in keeps somebody who answers for it.
 */
export async function assignmentProblems(
  em: EntityManager,
  cycle: number,
  assignments: readonly AssignmentInput[],
): Promise<Problem[]> {
  const keys = assignments.map(({ indicator, area }) => `${indicator} ${area}`);
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index);
  if (repeated !== undefined) return [problem('DUPLICATE_CODE', 'assignments', { text: repeated })];
  const asked = { indicator: 'text', area: 'text', organisation: 'text' } as const;
  const rows = await db(em)
    .selectFrom(rowsAs('w', asked, assignments))
    .leftJoin('work.indicator as i', 'i.code', 'w.indicator')
    .leftJoin('work.area as a', 'a.code', 'w.area')
    .leftJoin('work.organisation as o', 'o.code', 'w.organisation')
    .select(['w.indicator', 'w.area', 'w.organisation', 'i.scope', 'a.kind'])
    .select(['o.id as known', 'o.area as ofArea'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('work.observation as v')
            .whereRef('v.indicator', '=', 'w.indicator')
            .whereRef('v.area', '=', 'w.area')
            .where('v.year', '=', cycle),
        )
        .as('filled'),
    )
    .execute();
  return rows.flatMap(({ indicator, area, organisation, ...row }) => {
    const cell = { indicator, area };
    const isInPlace =
      row.scope !== null &&
      row.kind !== null &&
      (row.scope === 'REGION') === (row.kind === 'GROUP');
    if (!isInPlace) return [problem('WRONG_SCOPE', 'assignments', cell)];
    if (organisation == null) {
      return row.filled ? [problem('ASSIGNMENT_IN_USE', 'assignments', cell)] : [];
    }
    if (row.known === null) {
      return [problem('UNKNOWN_REFERENCE', 'assignments', { text: organisation })];
    }
    return row.ofArea !== null && row.ofArea !== area
      ? [problem('WRONG_ORGANISATION', 'assignments', { ...cell, key: organisation })]
      : [];
  });
}
