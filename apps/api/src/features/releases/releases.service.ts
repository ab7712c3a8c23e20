import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_YEAR, isYear, LAST_YEAR } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { permit, type Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem, ProblemError } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { traced } from '../../http/traced.ts';
import { keepRuleHits } from '../publication/rule-hits.store.ts';
import { chainHead, recordEvent } from '../audit/chain.ts';
import { buildRelease, type Candidate } from './build-release.ts';
import { type CandidateDiff, diffCandidate } from './candidate-diff.ts';
import { contentHash } from './content-hash.ts';
import { Planner, type Plans } from './disclosure/planner.ts';
import type { ReleaseRequest } from './release-request.ts';
import { stage } from './stage.ts';
import { keepReleased, writeHeader, writeTables } from './write-release.ts';

export interface Preview {
  candidate: Candidate;
  number: string;
  diff: CandidateDiff;
  problems: Problem[];
  values: number;
  /** Of the approved values that may go into a release: those that this one publishes, and those that wait. */
  newlyApproved: number;
  keptBack: number;
}

export interface Publication extends ReleaseRequest {
  note: Record<string, string>;
  /** Set by the demonstration only; otherwise the next number of the year. */
  number?: string;
  /** The planned release that is carried out; while one is planned, nothing else is published. */
  plan?: string;
}

export interface PublishAnswer {
  number: string | null;
  problems: Problem[];
}

const COUNT = sql<number>`count(*)`.as('count');

@Injectable()
export class ReleasesService {
  constructor(
    private readonly em: EntityManager,
    private readonly planner: Planner = new Planner(),
  ) {}

  /** `read` makes an answer from the staged candidate before the transaction, and with it the stage, ends. */
  async preview<T>(
    actor: Actor,
    request: ReleaseRequest,
    read: (tx: EntityManager, preview: Preview) => Promise<T>,
  ): Promise<T> {
    permit(actor, 'PREVIEW_RELEASE', {});
    return this.previewUnattended(request, (preview, tx) => read(tx, preview));
  }

  async previewUnattended<T>(
    request: ReleaseRequest,
    read: (preview: Preview, tx: EntityManager) => T | Promise<T>,
  ): Promise<T> {
    checkYear(request);
    return this.planner.attempt((plans) =>
      this.em.transactional(async (tx) => read(await this.prepare(tx, request, plans), tx)),
    );
  }

  /** For the command line, which has no session. */
  async publishUnattended(publication: Publication): Promise<PublishAnswer> {
    checkYear(publication);
    return this.planner.attempt((plans) =>
      this.em.transactional(async (tx) =>
        this.write(tx, null, publication, await this.prepare(tx, publication, plans)),
      ),
    );
  }

  /** What would be published now, in the caller's transaction. Throws NotPlanned, see Planner. */
  prepare(tx: EntityManager, request: ReleaseRequest, plans: Plans): Promise<Preview> {
    return traced({ kind: 'release', name: 'prepare a release' }, () =>
      this.prepareNow(tx, request, plans),
    );
  }

  private async prepareNow(
    tx: EntityManager,
    request: ReleaseRequest,
    plans: Plans,
  ): Promise<Preview> {
    const candidate = await buildRelease(tx, request, plans);
    await keepReleased(tx);
    const diff = await diffCandidate(tx, candidate.previous);
    const number = await nextNumber(tx);
    const { values, fresh, released } = await stage(tx)
      .selectNoFrom((eb) => [
        eb.selectFrom('candidate_value').select(COUNT).as('values'),
        eb.selectFrom('candidate_origin').select(COUNT).where('fresh', '=', true).as('fresh'),
        eb.selectFrom('released_value').select(COUNT).as('released'),
      ])
      .$narrowType<{ values: number; fresh: number; released: number }>()
      .executeTakeFirstOrThrow();
    const problems = [
      ...problemsOf(candidate, diff),
      ...((await isUnchanged(tx, candidate)) ? [problem('NOTHING_TO_RELEASE')] : []),
      ...(await problemsOfYear(tx, request)),
    ];
    return {
      candidate,
      number,
      diff,
      problems,
      values,
      newlyApproved: released,
      keptBack: fresh - released,
    };
  }

  /** Must run in the transaction that prepared the release. Nothing is written if there are problems. */
  write(...release: Parameters<ReleasesService['writeNow']>): Promise<PublishAnswer> {
    return traced({ kind: 'release', name: 'write a release' }, () => this.writeNow(...release));
  }

  private async writeNow(
    tx: EntityManager,
    actor: Actor | null,
    publication: Publication,
    preview: Preview,
  ): Promise<PublishAnswer> {
    const { candidate } = preview;
    const besidePlan = publication.plan === undefined && (await isReleasePlanned(tx));
    const problems = [...(besidePlan ? [problem('RELEASE_PLANNED')] : []), ...preview.problems];
    if (problems.length > 0) return { number: null, problems };
    const number = publication.number ?? preview.number;
    const { asOfYear, annual, contentHash } = candidate;
    // the lock of the audit chain is taken last and briefly, because every save at the desks needs it
    await writeTables(tx, candidate);
    await keepRuleHits(tx, candidate.sequence);
    await recordEvent(tx, actor, 'PUBLISH_RELEASE', `release ${number}`, {
      after: { number, asOfYear, annual, contentHash },
    });
    const auditHead = await chainHead(tx);
    await writeHeader(tx, candidate, { number, note: publication.note, auditHead });
    return { number, problems: [] };
  }
}

/** Does a release wait for its time? To be asked when `prepare` holds the lock of all builds. */
export const isReleasePlanned = async (tx: EntityManager): Promise<boolean> =>
  (await db(tx)
    .selectFrom('work.planned_release')
    .select('id')
    .where('state', '=', 'PLANNED')
    .executeTakeFirst()) !== undefined;

/** Tables that could not be planned are left out, which alone changes the hash: check this before comparing hashes. */
export const unplanned = ({ problems }: Preview): Problem[] =>
  problems.filter(({ code }) => code === 'DISCLOSURE_NOT_PLANNED');

export function refuseUnplanned(preview: Preview): void {
  const problems = unplanned(preview);
  if (problems.length > 0) throw new ProblemError(...problems);
}

export function checkYear({ asOfYear }: ReleaseRequest): void {
  if (!isYear(asOfYear))
    throw new ApiError('BAD_USER_INPUT', `asOfYear is a year from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}

/**
 * A yearly release also publishes differences between two releases that are about a few people. So each year has only one, and a future year none.
 */
async function problemsOfYear(
  em: EntityManager,
  { asOfYear, annual }: ReleaseRequest,
): Promise<Problem[]> {
  const year = asOfYear;
  if (year > new Date().getUTCFullYear())
    return [problem('AS_OF_YEAR_AHEAD', 'asOfYear', { year })];
  const same = await stage(em)
    .selectFrom('publication.release')
    .select('number')
    .where('annual', '=', true)
    .where('as_of_year', '=', asOfYear)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return annual && same
    ? [problem('ANNUAL_RELEASED', 'annual', { year, release: same.number })]
    : [];
}

/** Problems that stop the release. */
function problemsOf({ previous, asOfYear, disclosure }: Candidate, diff: CandidateDiff): Problem[] {
  const problems = [
    ...diff.problems.map(({ code, key }) => problem(code, null, { key })),
    ...disclosure.problems.map(({ code, indicator, year, cell }) =>
      problem(`DISCLOSURE_${code}`, null, { indicator, year, cell }),
    ),
  ];
  for (const { shown, hidden, area, year } of disclosure.missingLinks)
    problems.push(problem('LINK_MISSING', null, { shown, hidden, area, year }));
  if (previous && asOfYear < previous.asOfYear)
    problems.push(problem('AS_OF_YEAR_BEFORE_LAST', 'asOfYear', { year: previous.asOfYear }));
  return problems;
}

/** Would the release change nothing? After a withdrawal the newest release has other rows than its hash was made of. */
async function isUnchanged(
  tx: EntityManager,
  { previous, contentHash: hash }: Candidate,
): Promise<boolean> {
  if (previous === null || previous.contentHash === hash) return previous !== null;
  const withdrawn = await stage(tx)
    .selectFrom('publication.tombstone as t')
    .innerJoin('publication.release as r', (on) =>
      on.onRef('r.published_at', '<', 't.withdrawn_at').on('r.sequence', '=', previous.sequence),
    )
    .select('t.indicator')
    .limit(1)
    .executeTakeFirst();
  return withdrawn !== undefined && (await contentHash(tx, 'STANDING')) === hash;
}

/** `2026.3`: the calendar year of publication and a count within it. */
async function nextNumber(em: EntityManager): Promise<string> {
  const year = String(new Date().getUTCFullYear());
  const { ordinal } = await stage(em)
    .selectFrom('publication.release')
    .select(sql<number | null>`max(split_part(number, '.', 2)::int)`.as('ordinal'))
    .where(sql`split_part(number, '.', 1)`, '=', year)
    .executeTakeFirstOrThrow();
  return `${year}.${String((ordinal ?? 0) + 1)}`;
}
