import { randomUUID } from 'node:crypto';
import { EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { can } from '@qadam/domain';
import { sql } from 'kysely';
import { db, json } from '../../database/db.ts';
import { instant, now, person } from '../../database/expressions.ts';
import { tryLock } from '../../database/locks.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { problem, ProblemError, refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { EditConflict } from '../desk-changes/other-change.ts';
import { noticesTo } from '../outbox/notice.ts';
import { OutboxStore } from '../outbox/outbox.store.ts';
import { officers } from '../outbox/readers.ts';
import { Planner, type Plans } from './disclosure/planner.ts';
import { isId } from '../../database/ids.ts';
import { isActive } from '../users/pending.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { areasClosedBy } from './leaving.ts';
import { PlannedRelease } from './planned-release.entity.ts';
import type { PlannedRelease as PlannedReleaseAnswer } from './publish-release.type.ts';
import { checkNote, type PreviewedPublication } from './publish-release.service.ts';
import {
  checkYear,
  isReleasePlanned,
  refuseUnplanned,
  ReleasesService,
  unplanned,
} from './releases.service.ts';

/** The planned release that is due; `planner` null: the officer's account was disabled since, or waits for a second person. */
const dueRelease = (tx: EntityManager) =>
  db(tx)
    .selectFrom('work.planned_release as p')
    .innerJoin('work.user_account as u', 'u.id', 'p.planned_by')
    .select(['p.id as plan', 'p.as_of_year as asOfYear', 'p.annual', 'p.note'])
    .select(['p.preview_hash as previewHash', instant('p.planned_at', 'US').as('plannedAt')])
    .select(
      sql<Actor | null>`case when ${isActive('u')} then jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email,
        'role', u.role, 'area', u.area, 'areas', u.areas, 'organisation', u.organisation) end`.as(
        'planner',
      ),
    )
    .where('p.state', '=', 'PLANNED')
    .where('p.publish_at', '<=', now)
    .forUpdate('p')
    .executeTakeFirst();

type DueRelease = NonNullable<Awaited<ReturnType<typeof dueRelease>>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Releases under an embargo: planned exactly as previewed, published when the clock of the database says so. */
@Injectable()
export class PlannedReleasesService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly releases: ReleasesService,
    private readonly planner: Planner,
    private readonly outbox: OutboxStore,
  ) {}

  /** The release that waits for its time, then the settled ones, the newest first. */
  async list(actor: Actor, lang: Language): Promise<PlannedReleaseAnswer[]> {
    permit(actor, 'PREVIEW_RELEASE', {});
    const rows = await db(this.em)
      .selectFrom('work.planned_release as p')
      .innerJoin('work.user_account as u', 'u.id', 'p.planned_by')
      .select(['p.id', 'p.as_of_year as asOfYear', 'p.annual', 'p.note', 'p.state', 'p.number'])
      .select(['p.problems', 'p.publish_at', person('u').$notNull().as('plannedBy')])
      .orderBy(sql`p.state <> 'PLANNED'`)
      .orderBy('p.planned_at', 'desc')
      .limit(50)
      .execute();
    return rows.map(({ publish_at: publishAt, note, ...row }) => ({
      ...row,
      publishAt: publishAt.toISOString(),
      note: pickText(note, lang),
    }));
  }

  async plan(actor: Actor, input: PreviewedPublication & { publishAt: string }) {
    permit(actor, 'PUBLISH_RELEASE', {});
    checkYear(input);
    const { publishAt } = input;
    if (!INSTANT.test(publishAt) || Number.isNaN(Date.parse(publishAt)))
      throw new ApiError('BAD_USER_INPUT', 'publishAt is a time with its offset, as in ISO 8601.');
    const { problems } = await this.planner.attempt((plans) =>
      this.change.run(actor, 'PUBLISH_RELEASE', input, (tx) => this.enter(tx, actor, input, plans)),
    );
    return problems;
  }

  private async enter(
    tx: EntityManager,
    actor: Actor,
    input: PreviewedPublication & { publishAt: string },
    plans: Plans,
  ): Promise<string> {
    const { asOfYear, annual, note, previewHash, publishAt } = input;
    checkNote(input);
    // staging takes the lock of all builds, so that two plans cannot be made at once
    const preview = await this.releases.prepare(tx, input, plans);
    const { past } = await db(tx)
      .selectNoFrom(sql<boolean>`${publishAt}::timestamptz <= now()`.as('past'))
      .executeTakeFirstOrThrow();
    if (await isReleasePlanned(tx)) throw refused('RELEASE_PLANNED');
    if (past) throw refused('EMBARGO_PASSED', 'publishAt');
    refuseUnplanned(preview);
    if (preview.candidate.previewHash !== previewHash)
      throw refused('PREVIEW_OUTDATED', 'previewHash');
    if (preview.problems.length > 0) throw new ProblemError(...preview.problems);
    const closed = await areasClosedBy(tx, asOfYear, publishAt);
    const ending = closed.map((area) => problem('AGREEMENT_ENDING', 'publishAt', { area }));
    if (ending.length > 0) throw new ProblemError(...ending);
    const id = randomUUID();
    await tx.insert(PlannedRelease, {
      ...{ id, asOfYear, annual, note, previewHash, plannedBy: actor.id },
      publishAt: new Date(publishAt),
    });
    await recordEvent(tx, actor, 'PLAN_RELEASE', id, {
      after: { asOfYear, annual, previewHash, publishAt },
    });
    return id;
  }

  async cancel(actor: Actor, input: { id: string; idempotencyKey: string }): Promise<Problem[]> {
    permit(actor, 'PUBLISH_RELEASE', {});
    const { id } = input;
    if (!isId(id)) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'PUBLISH_RELEASE', input, async (tx) => {
      const found = await tx.findOne(PlannedRelease, id, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      if (found === null) throw new ApiError('NOT_FOUND');
      if (found.state !== 'PLANNED')
        throw new EditConflict(
          problem('INVALID_STATE', null, { state: found.state, event: 'CANCEL' }),
          id,
        );
      await settle(tx, id, 'CANCELLED', null, []);
      await recordEvent(tx, actor, 'CANCEL_RELEASE', id, {
        before: { state: 'PLANNED' },
        after: { state: 'CANCELLED' },
      });
      return id;
    });
    return problems;
  }

  /**
   * Publishes a due release in the name of the officer who planned it. Refuses it for good, with the reasons, if anything has changed since or the
   * officer may no longer publish. Every process of the api calls this; a lock lets one of them do it.
   */
  async publishDue(): Promise<void> {
    await this.planner.attempt((plans) =>
      this.em.fork().transactional((tx) => this.publishNext(tx, plans)),
    );
  }

  private async publishNext(tx: EntityManager, plans: Plans): Promise<void> {
    if (!(await tryLock(tx, 'SCHEDULE'))) return;
    const due = await dueRelease(tx);
    if (due !== undefined) await this.publish(tx, due, plans);
  }

  private async publish(tx: EntityManager, due: DueRelease, plans: Plans): Promise<void> {
    const { number, problems } = await this.publishAsPlanned(tx, due, plans);
    const state = number === null ? 'REFUSED' : 'PUBLISHED';
    await settle(tx, due.plan, state, number, problems);
    if (number !== null) return; // the audit chain has the publication itself
    await recordEvent(tx, null, 'REFUSE_RELEASE', due.plan, {
      before: { state: 'PLANNED' },
      after: { state, problems: problems.map(({ code }) => code) },
    });
    await this.tellRefused(tx, due);
  }

  /** A mail to the officer who planned the release, or to all who may publish if that one may not any more. */
  private async tellRefused(tx: EntityManager, { plan, planner }: DueRelease): Promise<void> {
    const desk = await officers(tx);
    const able = desk.filter((one) => can(one, 'PUBLISH_RELEASE') === 'ALLOWED');
    const own = able.filter(({ id }) => id === planner?.id);
    const readers = own.length > 0 ? own : able;
    const notices = noticesTo(readers, `refused:${plan}`, { kind: 'RELEASE_REFUSED' });
    await this.outbox.add(tx, notices, new Date());
  }

  private async publishAsPlanned(tx: EntityManager, due: DueRelease, plans: Plans) {
    if (can(due.planner, 'PUBLISH_RELEASE') !== 'ALLOWED')
      return { number: null, problems: [problem('PLANNER_LEFT')] };
    const preview = await this.releases.prepare(tx, due, plans);
    // nothing has changed, so the release is not refused: the next tick of the clock tries again
    if (unplanned(preview).length > 0) throw new Error('A due release could not be planned.');
    if (preview.candidate.previewHash !== due.previewHash)
      return { number: null, problems: [problem('PREVIEW_OUTDATED')] };
    return this.releases.write(tx, due.planner, due, preview);
  }
}

async function settle(
  tx: EntityManager,
  id: string,
  state: 'PUBLISHED' | 'REFUSED' | 'CANCELLED',
  number: string | null,
  problems: readonly Problem[],
): Promise<void> {
  await db(tx)
    .updateTable('work.planned_release')
    .set({ state, number, problems: json([...problems]), settled_at: now })
    .where('id', '=', id)
    .execute();
}
