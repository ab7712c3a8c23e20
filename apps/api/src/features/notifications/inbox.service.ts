import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type RawBuilder, sql } from 'kysely';
import { db } from '../../database/db.ts';
import { anyOf, instant, now } from '../../database/expressions.ts';
import { isId } from '../../database/ids.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { expectFirst, pageOf, readCursor, writeCursor } from '../../graphql/cursor.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import type { Inbox, MarkInboxReadInput, MarkInboxReadPayload } from './inbox.type.ts';

/** Is mail `n` also in the inbox of its reader? */
const IN_INBOX: RawBuilder<boolean> = sql`(n.path is not null)`;

/** A person's inbox. It shows the same rows that are sent as mails, so that the two cannot differ. */
@Injectable()
export class InboxService {
  constructor(
    private readonly em: EntityManager,
    private readonly change: DeskChange,
  ) {}

  async list(actor: Actor, first: number, after: string | null): Promise<Inbox> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    expectFirst(first);
    const last = readCursor('inbox', after);
    if (last !== null && !isId(last)) throw new ApiError('BAD_USER_INPUT');
    const found = await db(this.em)
      .selectFrom('work.notification as n')
      .select(['n.id', 'n.kind', 'n.subject', 'n.language', 'n.path'])
      .select([
        instant('n.created_at').as('createdAt'),
        sql<string | null>`${instant('n.read_at')}`.as('readAt'),
      ])
      .where('n.recipient', '=', actor.id)
      .where(IN_INBOX)
      .$narrowType<{ path: string }>()
      .$if(last !== null, (mails) =>
        mails.where(
          sql<boolean>`(n.created_at, n.id) < (select l.created_at, l.id from work.notification l where l.id = ${last}::uuid)`,
        ),
      )
      .orderBy('n.created_at', 'desc')
      .orderBy('n.id', 'desc')
      .limit(first + 1)
      .execute();
    const { rows, next } = pageOf(found, first, ({ id }) => writeCursor('inbox', id));
    return { items: rows, next };
  }

  async unread(actor: Actor): Promise<number> {
    permit(actor, 'READ_OWN_ACCOUNT', {});
    const { count } = await db(this.em)
      .selectFrom('work.notification as n')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('n.recipient', '=', actor.id)
      .where(IN_INBOX)
      .where('n.read_at', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Marks mails in the person's own inbox as read; ids of other people's mails are ignored. */
  async markRead(actor: Actor, input: MarkInboxReadInput): Promise<MarkInboxReadPayload> {
    permit(actor, 'MANAGE_OWN_ACCOUNT', {});
    const items = input.items ?? null;
    const { problems } = await this.change.run(actor, 'MANAGE_OWN_ACCOUNT', input, async (em) => {
      await db(em)
        .updateTable('work.notification as n')
        .set({ read_at: now })
        .where('n.recipient', '=', actor.id)
        .where(IN_INBOX)
        .where('n.read_at', 'is', null)
        .$if(items !== null, (mails) => mails.where('n.id', '=', anyOf((items ?? []).filter(isId))))
        .execute();
      return actor.id;
    });
    return { unread: await this.unread(actor), problems };
  }
}
