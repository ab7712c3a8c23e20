import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_YEAR, isYear, LAST_YEAR, type ReleaseDiff } from '@qadam/domain';
import { permit, type Actor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem, ProblemError } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { traced } from '../../http/traced.ts';
import { keepRuleHits } from '../publication/rule-hits.store.ts';
import { AuditService } from '../audit/audit.service.ts';
import { buildRelease, type Candidate, type ReleaseRequest } from './build-release.ts';
import { diffCandidate } from './candidate-diff.ts';
import { Planner, type Plans } from './disclosure/planner.ts';
import { stage } from './stage.ts';
import { keepReleased, writeHeader, writeTables } from './write-release.ts';

export interface Preview {
  candidate: Candidate;
  number: string;
  diff: ReleaseDiff;
  problems: Problem[];
  values: number;
  /** Of the approved values that may leave: those that it publishes, and those that wait. */
  newlyApproved: number;
  keptBack: number;
}

export interface Publication extends ReleaseRequest {
  note: Record<string, string>;
  /** The demonstration names its own; otherwise the next of the year. */
  number?: string;
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
    private readonly audit: AuditService,
    private readonly planner: Planner = new Planner(),
  ) {}

  /** `read` turns the staged candidate into an answer before the transaction ends and with it the stage. */
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

  /** From the command line, without a session. */
  async publishUnattended(publication: Publication): Promise<PublishAnswer> {
    checkYear(publication);
    return this.planner.attempt((plans) =>
      this.em.transactional(async (tx) =>
        this.write(tx, null, publication, await this.prepare(tx, publication, plans)),
      ),
    );
  }

  /** Inside the caller's transaction: what would be published now. Throws NotPlanned, see Planner. */
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
    const problems = [...problemsOf(candidate, diff), ...(await problemsOfYear(tx, request))];
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

  /** Inside the transaction that prepared it. Nothing is written where there are problems. */
  write(...release: Parameters<ReleasesService['writeNow']>): Promise<PublishAnswer> {
    return traced({ kind: 'release', name: 'write a release' }, () => this.writeNow(...release));
  }

  private async writeNow(
    tx: EntityManager,
    actor: Actor | null,
    publication: Publication,
    preview: Preview,
  ): Promise<PublishAnswer> {
    const { candidate, problems } = preview;
    if (problems.length > 0) return { number: null, problems };
    const number = publication.number ?? preview.number;
    const { asOfYear, annual, contentHash } = candidate;
    // the chain of events is held last, and briefly: every save at the desks adds to it
    await writeTables(tx, candidate);
    await keepRuleHits(tx, candidate.sequence);
    await this.audit.record(tx, actor, 'PUBLISH_RELEASE', `release ${number}`, {
      after: { number, asOfYear, annual, contentHash },
    });
    const auditHead = await this.audit.head(tx);
    await writeHeader(tx, candidate, { number, note: publication.note, auditHead });
    return { number, problems: [] };
  }
}

/** What could not be planned is left out, and the hash differs for that alone: ask this before hashes are compared. */
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
 * A yearly release lets through what would tell of a few people between two releases, so there is one for each year, and
 * none for a year that has not come.
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

/** Each of them stops the release. */
function problemsOf(
  { previous, contentHash, asOfYear, disclosure }: Candidate,
  diff: ReleaseDiff,
): Problem[] {
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
  if (previous?.contentHash === contentHash) problems.push(problem('NOTHING_TO_RELEASE'));
  return problems;
}

/** `2026.3`: the calendar year of publication and the count in it. */
async function nextNumber(em: EntityManager): Promise<string> {
  const year = String(new Date().getUTCFullYear());
  const { ordinal } = await stage(em)
    .selectFrom('publication.release')
    .select(sql<number | null>`max(split_part(number, '.', 2)::int)`.as('ordinal'))
    .where(sql`split_part(number, '.', 1)`, '=', year)
    .executeTakeFirstOrThrow();
  return `${year}.${String((ordinal ?? 0) + 1)}`;
}
