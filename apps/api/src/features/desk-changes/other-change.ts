import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { instant, rowsAs } from '../../database/expressions.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { ProblemError } from '../../graphql/problem.ts';

/** Refused because another person's change came first. `subjects`: what was changed, as the audit names it. */
export class EditConflict extends ProblemError {
  readonly subjects: readonly string[];

  constructor(problem: Problem, ...subjects: string[]) {
    super(problem);
    this.subjects = subjects;
  }
}

/** Problems that another person's change may have caused. */
const OVERTAKEN = new Set([
  'VERSION_CONFLICT',
  'REVISION_CHANGED',
  'RETURN_CHANGED',
  'INVALID_STATE',
  'ALREADY_DECIDED',
  'ALREADY_SIGNED',
  'ALREADY_GIVEN_BACK',
  'SIGNATURE_VOID',
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

/** The problems of a change that came too late, each with the person, act and time of the earlier one: `did` is an operation of the audit. */
export async function withOtherChange(
  em: EntityManager,
  refused: ProblemError,
): Promise<Problem[]> {
  const subjectsOf = ({ code, params }: Problem): readonly string[] => {
    if (!OVERTAKEN.has(code)) return [];
    if (refused instanceof EditConflict) return refused.subjects;
    return params.flatMap(({ name, value }) => (name === 'observation' ? [value] : []));
  };
  const subjects = refused.problems.flatMap(subjectsOf);
  if (subjects.length === 0) return [...refused.problems];
  const events = await lastEvents(em, subjects);
  return refused.problems.map((problem) => {
    const own = subjectsOf(problem).flatMap((subject) => events.get(subject) ?? []);
    const [event] = own.toSorted((a, b) => b.at.localeCompare(a.at));
    if (event === undefined) return problem;
    const { did, who, role, at } = event;
    const params = Object.entries({ did, who, role, at }).flatMap(([name, value]) =>
      value === null ? [] : [{ name, value }],
    );
    const { code, field, params: known } = problem;
    return { code, field, params: [...known, ...params] };
  });
}

/**
 * The newest event of each subject, in one SQL statement. A value may also be changed by an event of its return, a return by
 * events of its values, and a value by a file, which is found through the revision.
 */
async function lastEvents(em: EntityManager, subjects: readonly string[]) {
  const asked = [...new Set(subjects)].map((subject) => ({
    subject,
    id: isId(subject) ? subject : null,
  }));
  const rows = await db(em)
    .with('asked', (q) =>
      q.selectFrom(rowsAs('s', { subject: 'text', id: 'uuid' }, asked)).selectAll(),
    )
    .with('related', (q) =>
      q
        .selectFrom('asked')
        .select(['subject', 'subject as event'])
        .union(
          q
            .selectFrom('asked as a')
            .innerJoin('work.revision as r', 'r.observation', 'a.id')
            .innerJoin('work.submission_revision as x', 'x.revision', 'r.id')
            .select(['a.subject', sql<string>`x.submission::text`.as('event')]),
        )
        .union(
          q
            .selectFrom('asked as a')
            .innerJoin('work.submission_revision as x', 'x.submission', 'a.id')
            .innerJoin('work.revision as r', 'r.id', 'x.revision')
            .select(['a.subject', sql<string>`r.observation::text`.as('event')]),
        ),
    )
    .with('events', (q) =>
      q
        .selectFrom('related as l')
        .innerJoin('work.audit_event as e', 'e.subject', 'l.event')
        .where('e.operation', 'not in', BESIDE)
        .select(['l.subject', 'e.operation', 'e.actor', 'e.at'])
        .unionAll(
          q
            .selectFrom('asked as a')
            .innerJoin('work.revision as r', 'r.observation', 'a.id')
            .where('r.via', '=', 'IMPORT')
            .select([
              'a.subject',
              sql<string>`'COMMIT_IMPORT'`.as('operation'),
              'r.author as actor',
              'r.created_at as at',
            ]),
        ),
    )
    .selectFrom('events as e')
    .leftJoin('work.user_account as u', 'u.id', 'e.actor')
    .distinctOn('e.subject')
    .select([
      'e.subject',
      'e.operation as did',
      'u.name as who',
      'u.role',
      instant('e.at').as('at'),
    ])
    .orderBy('e.subject')
    .orderBy('e.at', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.subject, row]));
}
