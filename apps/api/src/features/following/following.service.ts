import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { localTime, MAX_VIEWS, viewName, viewNameProblem, viewPathProblem } from '@qadam/domain';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { db } from '../../database/db.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { officeTimeZone } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { readReleases } from '../publication/release.reader.ts';
import { Follow, Follower, SavedView } from './follow.entity.ts';
import type {
  ChooseMonthlyInput,
  DeleteViewInput,
  FollowInput,
  RenameViewInput,
  SaveViewInput,
} from './following.input.ts';
import { readFollowable, readFollowing } from './following.reader.ts';
import type { Following, FollowingPayload } from './following.type.ts';
import { subscriberOf } from './unsubscribe-token.ts';

/**
 * What people follow, the views of public pages that they keep under a name, and whether they want a mail in months in which
 * something that they follow has changed. The audit chain records that somebody began or stopped following something, but not what: the
 * chain is kept for ever, and people must be able to withdraw what they are interested in (docs/decisions/0025). For another person's
 * view the answer is the same as if it did not exist.
 */
@Injectable()
export class FollowingService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async read(actor: Actor, lang: Language): Promise<Following> {
    permit(actor, 'READ_FOLLOWING', {});
    return readFollowing(this.em, actor.id, lang);
  }

  async follow(actor: Actor, { kind, code, idempotencyKey }: FollowInput) {
    permit(actor, 'FOLLOW', {});
    if ((await readFollowable(this.em, kind, code)) === null) throw new ApiError('NOT_FOUND');
    const request = { kind, code, idempotencyKey, follows: true };
    return this.run(actor, request, async (em) => {
      const added = await db(em)
        .insertInto('work.follow')
        .values({ user_account: actor.id, kind, code })
        .onConflict((on) => on.doNothing())
        .returning('code')
        .execute();
      if (added.length > 0) await recordEvent(em, actor, 'FOLLOW', `user ${actor.id}`);
    });
  }

  async unfollow(actor: Actor, { kind, code, idempotencyKey }: FollowInput) {
    permit(actor, 'FOLLOW', {});
    const request = { kind, code, idempotencyKey, follows: false };
    return this.run(actor, request, async (em) => {
      const removed = await em.nativeDelete(Follow, { userAccount: actor.id, kind, code });
      if (removed > 0) await recordEvent(em, actor, 'UNFOLLOW', `user ${actor.id}`);
    });
  }

  async saveView(actor: Actor, input: SaveViewInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    return this.run(actor, input, async (em) => {
      refuse(viewNameProblem(input.name), 'name');
      refuse(viewPathProblem(input.path), 'path');
      // if two tabs want the last free place, the second waits here
      await db(em)
        .selectFrom('work.user_account')
        .where('id', '=', actor.id)
        .forNoKeyUpdate()
        .execute();
      if ((await em.count(SavedView, { userAccount: actor.id })) >= MAX_VIEWS)
        throw refused('TOO_MANY_VIEWS', null, { most: MAX_VIEWS });
      const id = randomUUID();
      await em.insert(SavedView, {
        id,
        userAccount: actor.id,
        name: viewName(input.name),
        path: input.path,
      });
      await recordEvent(em, actor, 'SAVE_VIEW', `view ${id}`);
    });
  }

  async renameView(actor: Actor, input: RenameViewInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    return this.run(actor, input, async (em) => {
      refuse(viewNameProblem(input.name), 'name');
      const view = ownView(actor, input.view);
      if ((await em.nativeUpdate(SavedView, view, { name: viewName(input.name) })) === 0)
        throw new ApiError('NOT_FOUND');
      await recordEvent(em, actor, 'RENAME_VIEW', `view ${input.view}`);
    });
  }

  async deleteView(actor: Actor, { view, idempotencyKey }: DeleteViewInput) {
    permit(actor, 'FOLLOW', {});
    const request = { view, idempotencyKey, deletes: true };
    return this.run(actor, request, async (em) => {
      if ((await em.nativeDelete(SavedView, ownView(actor, view))) === 0)
        throw new ApiError('NOT_FOUND');
      await recordEvent(em, actor, 'DELETE_VIEW', `view ${view}`);
    });
  }

  /** Turns the monthly mail on or off. Only people who have asked for it get it. */
  async chooseMonthly(actor: Actor, input: ChooseMonthlyInput, now: Date) {
    permit(actor, 'FOLLOW', {});
    const { monthly } = input;
    return this.run(actor, input, async (em) => {
      // changes count from now on: the first mail will be about the next releases
      const [newest] = await readReleases(em, actor.lang);
      const month = localTime(now, await officeTimeZone(em)).day.slice(0, 7);
      const choice = {
        digest: monthly,
        digest_month: month,
        digest_release: newest?.number ?? null,
      };
      const changed = await db(em)
        .insertInto('work.follower')
        .values({ user_account: actor.id, ...choice })
        .onConflict((on) =>
          on
            .column('user_account')
            .doUpdateSet(choice)
            .where('work.follower.digest', '<>', monthly),
        )
        .returning('user_account')
        .execute();
      if (changed.length > 0)
        await recordEvent(em, actor, 'CHOOSE_DIGEST', `user ${actor.id}`, {
          before: { monthly: !monthly },
          after: { monthly },
        });
    });
  }

  /** Ends the monthly mail by the link in a mail, without a session. True if the link is valid; ending it twice is not an error. */
  async endMonthly(token: string): Promise<boolean> {
    const user = subscriberOf(this.settings.secrets, 'MONTHLY', token);
    if (user === null || !isId(user)) return false;
    await this.em.fork().transactional(async (em) => {
      const isWanted = { userAccount: user, digest: true };
      if ((await em.nativeUpdate(Follower, isWanted, { digest: false })) > 0)
        await recordEvent(em, null, 'CHOOSE_DIGEST', `user ${user}`, {
          before: { monthly: true },
          after: { monthly: false, by: 'LINK' },
        });
    });
    return true;
  }

  private async run(
    actor: Actor,
    input: { idempotencyKey: string },
    work: (em: EntityManager) => Promise<void>,
  ): Promise<FollowingPayload> {
    const { problems } = await this.change.run(actor, 'FOLLOW', input, async (em) => {
      await work(em);
      return null;
    });
    return { following: await readFollowing(this.em, actor.id, actor.lang), problems };
  }
}

function ownView(actor: Actor, id: string) {
  if (!isId(id)) throw new ApiError('NOT_FOUND');
  return { id, userAccount: actor.id };
}

function refuse(code: string | null, field: string): void {
  if (code !== null) throw refused(code, field);
}
