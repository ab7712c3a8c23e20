import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import type { Language } from '../../graphql/enums.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { readFollowable, readFollowing } from './following.reader.ts';
import type { FollowInput } from './following.input.ts';
import type { Following, FollowingPayload } from './following.type.ts';

/**
 * What people follow. The chain says that somebody began or stopped to follow something and not what: it is kept for ever, and
 * what a person is interested in is theirs to take back (docs/decisions/0025).
 */
@Injectable()
export class FollowsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  async read(actor: Actor, lang: Language): Promise<Following> {
    permit(actor, 'READ_FOLLOWING', {});
    return readFollowing(this.em, actor.id, lang);
  }

  async follow(actor: Actor, input: FollowInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    const { kind, code } = input;
    if ((await readFollowable(this.em, kind, code)) === null) throw new ApiError('NOT_FOUND');
    const { problems } = await this.change.run(actor, 'FOLLOW', told(input, true), async (em) => {
      const added = await em.execute<object[]>(
        `insert into work.follow (user_account, kind, code) values (?, ?, ?)
           on conflict do nothing returning code`,
        [actor.id, kind, code],
      );
      if (added.length > 0) await this.audit.record(em, actor, 'FOLLOW', `user ${actor.id}`);
      return null;
    });
    return { following: await this.read(actor, actor.lang), problems };
  }

  async unfollow(actor: Actor, input: FollowInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    const { problems } = await this.change.run(actor, 'FOLLOW', told(input, false), async (em) => {
      const removed = await em.execute<object[]>(
        `delete from work.follow where user_account = ? and kind = ? and code = ? returning code`,
        [actor.id, input.kind, input.code],
      );
      if (removed.length > 0) await this.audit.record(em, actor, 'UNFOLLOW', `user ${actor.id}`);
      return null;
    });
    return { following: await this.read(actor, actor.lang), problems };
  }
}

/** What tells a request to follow from one to stop, under the same key. */
const told = ({ kind, code, idempotencyKey }: FollowInput, follows: boolean) => ({
  kind,
  code,
  idempotencyKey,
  follows,
});
