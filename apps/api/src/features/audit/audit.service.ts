import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditOperation } from '@qadam/domain';
import type { Selectable } from 'kysely';
import { db } from '../../database/db.ts';
import { rowsAs } from '../../database/expressions.ts';
import { holdLock } from '../../database/locks.ts';
import type { Tables } from '../../database/tables.ts';
import type { Actor } from '../../graphql/access.ts';
import { canonicalJson } from './canonical-json.ts';

interface Detail {
  area?: string | null;
  before?: object | null;
  after?: object | null;
}

/** `head`: the hash of the last event, which the next release prints. */
export type AuditVerdict =
  { ok: true; events: number; head: string } | { ok: false; brokenAt: number };

type Event = Selectable<Tables['work.audit_event']>;

/** The chain starts from this, so that its first event is chained too. */
const GENESIS = '0'.repeat(64);
const PAGE = 1000;

const COLUMNS = {
  number: 'bigint',
  at: 'timestamptz',
  actor: 'uuid',
  role: 'text',
  operation: 'text',
  subject: 'text',
  area: 'text',
  before: 'jsonb',
  after: 'jsonb',
  previous_hash: 'text',
  hash: 'text',
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** sha256(previous hash, newline, canonical JSON of the event's content). */
function hashOf({ previous_hash, number, ...content }: Omit<Event, 'hash'>): string {
  const text = canonicalJson({ ...content, number: String(number) });
  return createHash('sha256').update(`${previous_hash}\n${text}`).digest('hex');
}

/** Insert-only and hash-chained: a changed, removed or inserted event breaks every hash behind it. */
@Injectable()
export class AuditService {
  /** Inside the caller's transaction, which holds the chain until it ends. */
  async record(
    em: EntityManager,
    actor: Pick<Actor, 'id' | 'role'> | null,
    operation: AuditOperation,
    subject: string,
    detail: Detail = {},
  ): Promise<void> {
    await this.recordAll(em, actor, operation, [{ subject, ...detail }]);
  }

  /** One event for each subject, in three statements, however many. */
  async recordAll(
    em: EntityManager,
    actor: Pick<Actor, 'id' | 'role'> | null,
    operation: AuditOperation,
    subjects: readonly (Detail & { subject: string })[],
  ): Promise<void> {
    if (!em.isInTransaction())
      throw new Error('An audit event belongs into the transaction of the change.');
    await holdLock(em, 'AUDIT_CHAIN');
    let { number, hash } = await lastOf(em);
    const at = new Date();
    const events = subjects.map(({ subject, area, before, after }): Event => {
      const event = {
        number: (number += 1),
        at,
        actor: actor?.id ?? null,
        role: actor?.role ?? null,
        operation,
        subject,
        area: area ?? null,
        before: before ?? null,
        after: after ?? null,
        previous_hash: hash,
      };
      return { ...event, hash: (hash = hashOf(event)) };
    });
    await db(em)
      .insertInto('work.audit_event')
      .columns(NAMES)
      .expression((eb) =>
        eb
          .selectFrom(rowsAs('e', COLUMNS, events))
          .select(NAMES)
          .orderBy('number'),
      )
      .execute();
  }

  /** The hash that a release prints: to rewrite the chain, what readers already hold must be rewritten too. */
  async head(em: EntityManager): Promise<string> {
    return (await lastOf(em)).hash;
  }

  async verify(em: EntityManager): Promise<AuditVerdict> {
    let { number, hash } = BEFORE_FIRST;
    for (;;) {
      const page = await db(em)
        .selectFrom('work.audit_event')
        .select(NAMES)
        .where('number', '>', number)
        .orderBy('number')
        .limit(PAGE)
        .execute();
      for (const { hash: found, ...event } of page) {
        number += 1;
        const isIntact =
          event.number === number && event.previous_hash === hash && found === hashOf(event);
        if (!isIntact) return { ok: false, brokenAt: number };
        hash = found;
      }
      if (page.length < PAGE) return { ok: true, events: number, head: hash };
    }
  }
}

const BEFORE_FIRST: Pick<Event, 'number' | 'hash'> = { number: 0, hash: GENESIS };

async function lastOf(em: EntityManager): Promise<Pick<Event, 'number' | 'hash'>> {
  const last = await db(em)
    .selectFrom('work.audit_event')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? BEFORE_FIRST;
}
