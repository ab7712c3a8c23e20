import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '../../database/ids.ts';
import { instant } from '../../database/sql-text.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { Refused } from '../../graphql/refused.ts';

/** Refused because somebody else was faster. `subjects`: what was changed, as the audit names it. */
export class Overtaken extends Refused {
  readonly subjects: readonly string[];

  constructor(problem: Problem, ...subjects: string[]) {
    super(problem);
    this.subjects = subjects;
  }
}

/** Problems that a change of somebody else may have brought about. */
const OVERTAKEN = new Set([
  'VERSION_CONFLICT',
  'REVISION_CHANGED',
  'INVALID_STATE',
  'ALREADY_DECIDED',
  'ALREADY_REVIEWED',
  'ALREADY_RECALLED',
  'ALREADY_REOPENED',
  'LOCKED_SUBMITTED',
  'LOCKED_APPROVED',
  'PLAN_PENDING',
]);

/** Operations on a value that do not change it. */
const BESIDE = [
  'WRITE_MESSAGE',
  'ASK_REPORTER',
  'ATTACH_EVIDENCE',
  'DETACH_EVIDENCE',
  'RECORD_ALTERNATIVE',
];

interface Event {
  subject: string;
  did: string;
  who: string | null;
  role: string | null;
  at: string;
}

/** The problems of a change that came too late, each with who did what and when: `did` is an operation of the audit. */
export async function withMeanwhile(em: EntityManager, refused: Refused): Promise<Problem[]> {
  const subjectsOf = ({ code, params }: Problem): readonly string[] => {
    if (!OVERTAKEN.has(code)) return [];
    if (refused instanceof Overtaken) return refused.subjects;
    return params.flatMap(({ name, value }) => (name === 'observation' ? [value] : []));
  };
  const events = await lastEvents(em, refused.problems.flatMap(subjectsOf));
  return refused.problems.map((problem) => {
    const own = subjectsOf(problem).flatMap((subject) => events.get(subject) ?? []);
    const [event] = own.toSorted((a, b) => b.at.localeCompare(a.at));
    if (event === undefined) return problem;
    const { did, who, role, at } = event;
    const told = Object.entries({ did, who, role, at }).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value }],
    );
    const { code, field, params } = problem;
    return { code, field, params: [...params, ...told] };
  });
}

/**
 * The newest event of each, in one statement. A value is moved by the return it is in, and a return by its values; a
 * file that brought a value left its trace in the revision.
 */
async function lastEvents(
  em: EntityManager,
  subjects: readonly string[],
): Promise<Map<string, Event>> {
  if (subjects.length === 0) return new Map();
  const asked = [...new Set(subjects)].map((subject) => ({
    subject,
    id: isId(subject) ? subject : null,
  }));
  const rows = await em.execute<Event[]>(
    `with asked as (select subject, id from jsonb_to_recordset(?::jsonb) as s(subject text, id uuid)),
       related as (
         select subject, subject as event from asked
         union select a.subject, x.submission::text from asked a join work.revision r on r.observation = a.id
           join work.submission_revision x on x.revision = r.id
         union select a.subject, r.observation::text from asked a join work.submission_revision x on x.submission = a.id
           join work.revision r on r.id = x.revision),
       events as (
         select l.subject, e.operation, e.actor, e.at from related l join work.audit_event e on e.subject = l.event
         where e.operation not in (?)
         union all select a.subject, 'COMMIT_IMPORT', r.author, r.created_at from asked a
           join work.revision r on r.observation = a.id where r.via = 'IMPORT')
     select distinct on (e.subject) e.subject, e.operation as did, u.name as who, u.role, ${instant('e.at')} as at
     from events e left join work.user_account u on u.id = e.actor order by e.subject, e.at desc`,
    [JSON.stringify(asked), BESIDE],
  );
  return new Map(rows.map((row) => [row.subject, row]));
}
