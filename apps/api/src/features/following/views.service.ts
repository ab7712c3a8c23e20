import { randomUUID } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { MOST_VIEWS, viewName, viewNameProblem, viewPathProblem } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { Refused } from '../../graphql/refused.ts';
import { isId } from '../../database/ids.ts';
import type { DeleteViewInput, RenameViewInput, SaveViewInput } from './following.input.ts';
import { readFollowing } from './following.reader.ts';
import type { FollowingPayload } from './following.type.ts';

type Work = (em: EntityManager) => Promise<null>;

/** Views of public pages that people keep under a name. Another person's view answers like one that does not exist. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
  ) {}

  async save(actor: Actor, input: SaveViewInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    return this.run(actor, input, async (em) => {
      refuse(viewNameProblem(input.name), 'name');
      refuse(viewPathProblem(input.path), 'path');
      // two tabs that save the last free place queue here
      await em.execute('select 1 from work.user_account where id = ? for no key update', [
        actor.id,
      ]);
      const [kept] = await em.execute<{ count: number }[]>(
        'select count(*)::int as count from work.saved_view where user_account = ?',
        [actor.id],
      );
      if ((kept?.count ?? 0) >= MOST_VIEWS)
        throw new Refused(problem('TOO_MANY_VIEWS', null, { most: MOST_VIEWS }));
      const id = randomUUID();
      await em.execute(
        'insert into work.saved_view (id, user_account, name, path) values (?, ?, ?, ?)',
        [id, actor.id, viewName(input.name), input.path],
      );
      await this.audit.record(em, actor, 'SAVE_VIEW', `view ${id}`);
      return null;
    });
  }

  async rename(actor: Actor, input: RenameViewInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    return this.run(actor, input, async (em) => {
      refuse(viewNameProblem(input.name), 'name');
      const renamed = isId(input.view)
        ? await em.execute<object[]>(
            'update work.saved_view set name = ? where id = ? and user_account = ? returning id',
            [viewName(input.name), input.view, actor.id],
          )
        : [];
      if (renamed.length === 0) throw new ApiError('NOT_FOUND');
      await this.audit.record(em, actor, 'RENAME_VIEW', `view ${input.view}`);
      return null;
    });
  }

  async delete(actor: Actor, input: DeleteViewInput): Promise<FollowingPayload> {
    permit(actor, 'FOLLOW', {});
    const { view, idempotencyKey } = input;
    const request = { view, idempotencyKey, deletes: true };
    return this.run(actor, request, async (em) => {
      const deleted = isId(input.view)
        ? await em.execute<object[]>(
            'delete from work.saved_view where id = ? and user_account = ? returning id',
            [input.view, actor.id],
          )
        : [];
      if (deleted.length === 0) throw new ApiError('NOT_FOUND');
      await this.audit.record(em, actor, 'DELETE_VIEW', `view ${input.view}`);
      return null;
    });
  }

  private async run(
    actor: Actor,
    input: { idempotencyKey: string },
    work: Work,
  ): Promise<FollowingPayload> {
    const { problems } = await this.change.run(actor, 'FOLLOW', input, work);
    return { following: await readFollowing(this.em, actor.id, actor.lang), problems };
  }
}

function refuse(code: string | null, field: string): void {
  if (code !== null) throw new Refused(problem(code, field));
}
