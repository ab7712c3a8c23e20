import type { EntityManager } from '@mikro-orm/postgresql';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem } from '../../graphql/problem.ts';
import type { AssignmentInput } from './framework.input.ts';

interface Judged {
  indicator: string;
  area: string;
  organisation: string | null;
  wrongPlace: boolean;
  unknownOrganisation: boolean;
  foreignOrganisation: boolean;
  inUse: boolean;
}

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
  const rows = await em.execute<Judged[]>(
    `select w.indicator, w.area, w.organisation,
       i.code is null or a.code is null or (i.scope = 'REGION') <> (a.kind = 'GROUP') as "wrongPlace",
       w.organisation is not null and o.id is null as "unknownOrganisation",
       o.area is not null and o.area <> w.area as "foreignOrganisation",
       w.organisation is null and exists (select 1 from work.observation v
         where v.indicator = w.indicator and v.area = w.area and v.year = ?) as "inUse"
     from jsonb_to_recordset(?::jsonb) as w (indicator text, area text, organisation text)
     left join work.indicator i on i.code = w.indicator
     left join work.area a on a.code = w.area
     left join work.organisation o on o.code = w.organisation`,
    [cycle, JSON.stringify(assignments)],
  );
  return rows.flatMap(({ indicator, area, organisation, ...wrong }) => {
    const cell = { indicator, area };
    if (wrong.wrongPlace) return [problem('WRONG_SCOPE', 'assignments', cell)];
    if (wrong.unknownOrganisation) {
      return [problem('UNKNOWN_REFERENCE', 'assignments', { text: organisation ?? '' })];
    }
    if (wrong.foreignOrganisation) {
      return [problem('WRONG_ORGANISATION', 'assignments', { ...cell, key: organisation ?? '' })];
    }
    return wrong.inUse ? [problem('ASSIGNMENT_IN_USE', 'assignments', cell)] : [];
  });
}
