import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { csvLine } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { expectFirst, pageOf, readCursor, writeCursor } from '../../graphql/cursor.ts';
import type { AuditChange, AuditPage, AuditVerification } from './audit-event.type.ts';
import type { AuditFilter } from './audit-filter.input.ts';
import { type AuditRow, findEvents, findOperations } from './audit.reader.ts';
import { verifyChain } from '../audit/chain.ts';
import { canonicalJson } from '../audit/canonical-json.ts';

type Leaves = Map<string, string>;

/** All values of an object by their path. A list of plain values is one text; other lists are split by position. */
function leavesOf(value: unknown, path: string, leaves: Leaves = new Map()): Leaves {
  if (value === null || value === undefined) return leaves;
  if (typeof value !== 'object')
    return leaves.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item !== 'object'))
    return leaves.set(path, value.map(String).join(', '));
  const entries = Object.entries(value);
  if (entries.length === 0) leaves.set(path, Array.isArray(value) ? '[]' : '{}');
  for (const [name, inner] of entries)
    leavesOf(inner, path === '' ? name : `${path}.${name}`, leaves);
  return leaves;
}

/** The values before and after an event, field by field, unchanged ones included. */
export function changesOf(before: object | null, after: object | null): AuditChange[] {
  const [was, is] = [leavesOf(before, ''), leavesOf(after, '')];
  return [...new Set([...was.keys(), ...is.keys()])].map((field) => ({
    field,
    before: was.get(field) ?? null,
    after: is.get(field) ?? null,
  }));
}

const EXPORT_PAGE = 500;
/** The number of an event: at most 18 digits, which always fit into a bigint. */
const EVENT = /^\d{1,18}$/;
const COLUMNS = [
  'number',
  'at',
  'actor',
  'actor_name',
  'role',
  'operation',
  'subject',
  'area',
  'before',
  'after',
  'previous_hash',
  'hash',
];

const line = (cells: readonly (string | null)[]): string => `${csvLine(cells)}\r\n`;

const json = (content: object | null) => content && canonicalJson(content);

function cellsOf(row: AuditRow): (string | null)[] {
  const { number, at, actor, role, operation, subject, area, before, after } = row;
  const who = [actor?.id ?? null, actor?.name ?? null, role];
  const what = [operation, subject, area, json(before), json(after)];
  return [number, at, ...who, ...what, row.previousHash, row.hash];
}

/** The audit chain as auditors read it: in pages, as a file, and with a check that it is intact. */
@Injectable()
export class AuditSearchService {
  constructor(private readonly em: EntityManager) {}

  async find(
    actor: Actor,
    filter: AuditFilter,
    first: number,
    after: string | null,
  ): Promise<AuditPage> {
    permit(actor, 'READ_AUDIT', {});
    expectFirst(first);
    const key = readCursor('audit', after);
    if (key !== null && !EVENT.test(key))
      throw new ApiError('BAD_USER_INPUT', 'This cursor names no event.');
    const found = await findEvents(this.em, filter, key, first + 1);
    const { rows, next } = pageOf(found, first, ({ number }) => writeCursor('audit', number));
    const events = rows.map(({ before, after: then, ...row }) => ({
      ...row,
      changes: changesOf(before, then),
    }));
    return { events, next };
  }

  async operations(actor: Actor): Promise<string[]> {
    permit(actor, 'READ_AUDIT', {});
    return findOperations(this.em);
  }

  async verify(actor: Actor): Promise<AuditVerification> {
    permit(actor, 'READ_AUDIT', {});
    const verdict = await verifyChain(this.em);
    return verdict.ok
      ? { intact: true, events: verdict.events, head: verdict.head, brokenAt: null }
      : { intact: false, events: null, head: null, brokenAt: verdict.brokenAt };
  }

  /** All events found, as CSV, page by page, so that memory stays flat whatever their number. */
  async csv(actor: Actor, filter: AuditFilter): Promise<AsyncGenerator<string>> {
    permit(actor, 'READ_AUDIT', {});
    const start = await findEvents(this.em, filter, null, EXPORT_PAGE);
    return this.lines(filter, start);
  }

  private async *lines(filter: AuditFilter, start: AuditRow[]): AsyncGenerator<string> {
    // the byte order mark by which a spreadsheet recognises UTF-8
    yield `\uFEFF${line(COLUMNS)}`;
    const em = this.em.fork();
    for (let rows = start; rows.length > 0;) {
      yield rows.map((row) => line(cellsOf(row))).join('');
      const last = rows.at(-1)?.number ?? null;
      rows = rows.length < EXPORT_PAGE ? [] : await findEvents(em, filter, last, EXPORT_PAGE);
    }
  }
}
