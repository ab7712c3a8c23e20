import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditOperation } from '@qadam/domain';
import { holdLock } from '../../database/locks.ts';
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

interface Row {
  number: string;
  at: string;
  actor: string | null;
  role: string | null;
  operation: string;
  subject: string;
  area: string | null;
  before: object | null;
  after: object | null;
  previous_hash: string;
  hash: string;
}

/** The chain starts from this, so that its first event is chained too. */
const GENESIS = '0'.repeat(64);
const PAGE = 1000;

type Content = Omit<Row, 'hash' | 'previous_hash'>;

/** hash = sha256(previous hash, newline, canonical JSON of the event's content). */
function chain(previousHash: string, content: Content): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson(content)}`)
    .digest('hex');
}

/** Insert-only and hash-chained: a changed, removed or inserted event breaks every hash behind it. */
@Injectable()
export class AuditService {
  /** Inside the caller's transaction, which holds the chain until it ends. */
  async record(
    em: EntityManager,
    actor: Actor | null,
    operation: AuditOperation,
    subject: string,
    detail: Detail = {},
  ): Promise<void> {
    await this.recordAll(em, actor, operation, [{ subject, ...detail }]);
  }

  /** One event for each subject, in three statements, however many. */
  async recordAll(
    em: EntityManager,
    actor: Actor | null,
    operation: AuditOperation,
    subjects: readonly (Detail & { subject: string })[],
  ): Promise<void> {
    if (!em.isInTransaction())
      throw new Error('An audit event belongs into the transaction of the change.');
    await holdLock(em, 'AUDIT_CHAIN');
    const [last] = await em.execute<Pick<Row, 'number' | 'hash'>[]>(
      'select number::text, hash from work.audit_event order by audit_event.number desc limit 1',
    );
    let number = BigInt(last?.number ?? '0');
    let previousHash = last?.hash ?? GENESIS;
    const at = new Date().toISOString();
    const rows = subjects.map(({ subject, area, before, after }): Row => {
      const content: Content = {
        number: String((number += 1n)),
        at,
        actor: actor?.id ?? null,
        role: actor?.role ?? null,
        operation,
        subject,
        area: area ?? null,
        before: before ?? null,
        after: after ?? null,
      };
      const row = { ...content, previous_hash: previousHash, hash: chain(previousHash, content) };
      previousHash = row.hash;
      return row;
    });
    await em.execute(
      `insert into work.audit_event (number, at, actor, role, operation, subject, area, before, after, previous_hash, hash)
       select * from jsonb_to_recordset(?::jsonb) as e (number bigint, at timestamptz, actor uuid, role text, operation text,
         subject text, area text, before jsonb, after jsonb, previous_hash text, hash text) order by number`,
      [JSON.stringify(rows)],
    );
  }

  /** The hash that a release prints: who rewrites the chain must rewrite what readers already hold. */
  async head(em: EntityManager): Promise<string> {
    const [last] = await em.execute<Pick<Row, 'hash'>[]>(
      'select hash from work.audit_event order by number desc limit 1',
    );
    return last?.hash ?? GENESIS;
  }

  async verify(em: EntityManager): Promise<AuditVerdict> {
    let previousHash = GENESIS;
    let number = 0n;
    for (;;) {
      const rows = await em.execute<Row[]>(
        `select number::text, at, actor, role, operation, subject, area, before, after, previous_hash, hash
         from work.audit_event where audit_event.number > ? order by audit_event.number limit ?`,
        [number.toString(), PAGE],
      );
      for (const { hash, previous_hash, ...row } of rows) {
        const content = { ...row, at: new Date(row.at).toISOString() };
        number += 1n;
        const intact =
          content.number === number.toString() &&
          previous_hash === previousHash &&
          hash === chain(previousHash, content);
        if (!intact) return { ok: false, brokenAt: Number(number) };
        previousHash = hash;
      }
      if (rows.length < PAGE) return { ok: true, events: Number(number), head: previousHash };
    }
  }
}
