import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditOperation } from '@qadam/domain';
import { db } from '../../database/db.ts';
import { propertiesOf, upsertRows } from '../../database/entity-rows.ts';
import { holdLock } from '../../database/locks.ts';
import type { Actor } from '../../graphql/access.ts';
import { AuditEvent } from './audit-event.entity.ts';
import { canonicalJson } from './canonical-json.ts';

interface Detail {
  area?: string | null;
  before?: object | null;
  after?: object | null;
}

/** `head`: the hash of the last event, which the next release prints. */
export type AuditVerdict =
  { ok: true; events: number; head: string } | { ok: false; brokenAt: number };

/** The hash before the first event, so that this event is chained too. */
const GENESIS = '0'.repeat(64);
const PAGE = 1000;
const BEFORE_FIRST: Pick<AuditEvent, 'number' | 'hash'> = { number: 0, hash: GENESIS };

/** sha256(previous hash, newline, canonical JSON of the event's content). */
function hashOf({ previousHash, number, ...content }: Omit<AuditEvent, 'hash'>): string {
  const text = canonicalJson({ ...content, number: String(number) });
  return createHash('sha256').update(`${previousHash}\n${text}`).digest('hex');
}

/**
 * Adds an event to the audit chain. Events are only added; changing, removing or inserting one breaks every hash behind it. To be called in a
 * transaction, which locks the chain until it ends.
 */
export async function recordEvent(
  em: EntityManager,
  actor: Pick<Actor, 'id' | 'role'> | null,
  operation: AuditOperation,
  subject: string,
  detail: Detail = {},
): Promise<void> {
  await recordEvents(em, actor, operation, [{ subject, ...detail }]);
}

/** Adds an event for each subject, in three SQL statements for any number of them. */
export async function recordEvents(
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
  const events = subjects.map(({ subject, area, before, after }): AuditEvent => {
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
      previousHash: hash,
    };
    return { ...event, hash: (hash = hashOf(event)) };
  });
  await upsertRows(em, AuditEvent, events, 'FAILS');
}

/** The hash of the last event. Releases print it, so that nobody can rewrite the chain without readers being able to notice. */
export async function chainHead(em: EntityManager): Promise<string> {
  return (await lastOf(em)).hash;
}

export async function verifyChain(em: EntityManager): Promise<AuditVerdict> {
  let { number, hash } = BEFORE_FIRST;
  for (;;) {
    const page = await db(em)
      .selectFrom('work.audit_event as e')
      .select(propertiesOf(AuditEvent, 'e'))
      .where('number', '>', number)
      .orderBy('number')
      .limit(PAGE)
      .execute();
    for (const { hash: found, ...event } of page) {
      number += 1;
      const isIntact =
        event.number === number && event.previousHash === hash && found === hashOf(event);
      if (!isIntact) return { ok: false, brokenAt: number };
      hash = found;
    }
    if (page.length < PAGE) return { ok: true, events: number, head: hash };
  }
}

async function lastOf(em: EntityManager): Promise<Pick<AuditEvent, 'number' | 'hash'>> {
  const last = await db(em)
    .selectFrom('work.audit_event')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? BEFORE_FIRST;
}
