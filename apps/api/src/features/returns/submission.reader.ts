import type { EntityManager } from '@mikro-orm/postgresql';
import { recallProblem, type RecallProblem } from '@qadam/domain';
import { type ExpressionBuilder, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { countRows, exists, instant, person } from '../../database/expressions.ts';
import type { Tables } from '../../database/tables.ts';
import { isOpenCycle } from '../cycles/calendar.ts';
import { EVIDENCE } from '../evidence/evidence.store.ts';
import type { Receipt, Submission } from './returns.type.ts';

type OfSubmission = ExpressionBuilder<Tables & { s: Tables['work.submission'] }, 's'>;

/** The values of submission `s`: `x` is the row in the submission, `o` the observation. */
const values = (eb: OfSubmission) =>
  eb
    .selectFrom('work.submission_revision as x')
    .innerJoin('work.revision as r', 'r.id', 'x.revision')
    .innerJoin('work.observation as o', 'o.id', 'r.observation')
    .select('o.id')
    .whereRef('x.submission', '=', 's.id');

const receipts = (em: EntityManager) =>
  db(em)
    .selectFrom('work.submission as s')
    .innerJoin('work.cycle as c', 'c.year', 's.cycle')
    .innerJoin('work.area as a', 'a.code', 's.area')
    .leftJoin('work.evidence as e', 'e.id', 's.letter')
    .leftJoin('work.user_account as p', 'p.id', 'e.added_by')
    .innerJoin('work.user_account as w', 'w.id', 's.submitted_by')
    .leftJoin('work.user_account as z', 'z.id', 's.signed_by')
    .select(['s.id', 's.number', 's.note', instant('s.submitted_at').as('submittedAt')])
    .select([person('w').$notNull().as('submittedBy'), person('z').as('signedBy')])
    .select((s) => [
      sql<string | null>`${instant('s.recalled_at')}`.as('recalledAt'),
      s.case().when('e.id', 'is not', null).then(EVIDENCE).end().as('letter'),
      countRows(
        s.selectFrom('work.submission_revision as x').whereRef('x.submission', '=', 's.id'),
      ).as('cells'),
    ]);

/** Submissions with the facts that decide whether they can be recalled; for these each value is looked at. */
const submissions = (em: EntityManager) =>
  receipts(em).select((s) => [
    sql<boolean>`s.recalled_at is not null`.as('recalled'),
    isOpenCycle('c', 'a').as('cycleOpen'),
    exists(
      s
        .selectFrom('work.submission_revision as x')
        .innerJoin('work.review as v', 'v.revision', 'x.revision')
        .select('v.id')
        .whereRef('x.submission', '=', 's.id'),
    ).as('reviewed'),
    exists(values(s).whereRef('o.current_revision', '<>', 'x.revision')).as('changed'),
    exists(values(s).where('o.published_revision', 'is', null)).as('unreleased'),
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['executeTakeFirstOrThrow']>>;

/** The submissions of a cycle, and later ones with corrections of values of its year; newest first. */
export async function submissionsOf(
  em: EntityManager,
  area: string,
  year: number,
): Promise<Submission[]> {
  const rows = await submissions(em)
    .where('s.area', '=', area)
    .where((s) => s.or([s('s.cycle', '=', year), exists(values(s).where('o.year', '=', year))]))
    .orderBy('s.submitted_at', 'desc')
    .orderBy('s.number', 'desc')
    .execute();
  return rows.map(toSubmission);
}

const find = (em: EntityManager, id: string): Promise<Row | undefined> =>
  submissions(em).where('s.id', '=', id).executeTakeFirst();

/** A submission. Whether it can be recalled is computed on demand: for a large return this takes a tenth of the time of submitting it. */
export async function submissionById(em: EntityManager, id: string): Promise<Receipt | null> {
  const row = await receipts(em).where('s.id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...row,
    get recallable() {
      return whyNotRecallable(em, id).then((wrong) => wrong === null);
    },
  };
}

/** Why a submission cannot be recalled. Ask after locking its values, when any review in progress has ended. */
export async function whyNotRecallable(
  em: EntityManager,
  id: string,
): Promise<RecallProblem | null> {
  const row = await find(em, id);
  return row === undefined ? null : recallProblem(row);
}

function toSubmission(row: Row): Submission {
  const { recalled, reviewed, changed, unreleased, cycleOpen, ...submission } = row;
  const handedIn = { recalled, reviewed, changed, unreleased, cycleOpen };
  return { ...submission, recallable: recallProblem(handedIn) === null };
}
