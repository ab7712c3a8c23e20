import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { serverWork } from '../../testing/server-work.ts';
import { plantSentinels, SENTINEL } from '../../testing/sentinels.ts';
import { RETENTION } from './retention.ts';
import { RetentionService } from './retention.service.ts';

let test: TestApp;
const DAY_MS = 86_400_000;

beforeAll(async () => {
  test = await startTestApp({ seed: 'framework' });
  await plantSentinels(test.em());
});
afterAll(() => test.stop());

const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS);
const deleteExpired = (at: Date) => serverWork(test, RetentionService).deleteExpired(at);
const countIn = async (table: (typeof RETENTION)[number]['table']): Promise<number> => {
  const { count } = await db(test.em())
    .selectFrom(table)
    .select(sql<string>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};
const logged = () =>
  db(test.em())
    .selectFrom('work.audit_event')
    .select(['actor', 'subject', 'after'])
    .where('operation', '=', 'DELETE_EXPIRED')
    .orderBy('number')
    .execute();

describe('what has been kept for long enough', () => {
  it('stays until then, and nothing is logged', async () => {
    await deleteExpired(new Date());
    for (const { table } of RETENTION)
      expect([table, await countIn(table)]).not.toEqual([table, 0]);
    expect(await logged()).toEqual([]);
  });

  it('is deleted, with an event that says how much of what', async () => {
    await deleteExpired(inDays(400));
    const emptied = RETENTION.filter(({ of }) => of === undefined);
    for (const { table } of emptied) expect([table, await countIn(table)]).toEqual([table, 0]);
    // a confirmed subscriber is kept
    expect(await countIn('work.subscriber')).toBe(1);
    const [event, ...others] = await logged();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ actor: null, subject: 'database', after: { session: 1 } });
    expect(JSON.stringify(event)).not.toContain(SENTINEL);
  });
});

describe('docs/data-protection.md', () => {
  const text = readFileSync(
    new URL('../../../../../docs/data-protection.md', import.meta.url),
    'utf8',
  );
  const words = (text: string) => new Set(text.match(/`[a-z_]+`/g));

  it('names every table from which rows go, with its time', () => {
    for (const { table, kept } of RETENTION) {
      const name = `\`${table.replace('work.', '')}\``;
      const row = text.split('\n').find((line) => line.startsWith('|') && words(line).has(name));
      expect([name, row]).toEqual([name, expect.stringContaining(kept)]);
    }
  });

  it('names every table that tells of a person', async () => {
    const named = words(text);
    const tables = await db(test.em())
      .selectFrom(
        sql<{ name: string }>`(
        select distinct c.table_name as name from information_schema.columns c
        where c.table_schema = 'work' and (c.column_name in ('email', 'address', 'mailbox')
          or exists (select from information_schema.key_column_usage k
            join information_schema.constraint_column_usage u using (constraint_schema, constraint_name)
            where k.table_schema = 'work' and k.table_name = c.table_name and k.column_name = c.column_name
              and u.table_name = 'user_account' and k.table_name <> 'user_account')))`.as('t'),
      )
      .select('name')
      .execute();
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.map(({ name }) => name).filter((name) => !named.has(`\`${name}\``))).toEqual([]);
  });
});
