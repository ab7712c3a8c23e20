import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { startEmbeddedDatabase } from './embedded.ts';
import { migrate } from './migrate.ts';
import { ormConfig } from './orm.config.ts';

const onCrash = () => undefined;

async function query<T extends object[]>(url: string, sql: string): Promise<T> {
  const orm = await MikroORM.init(ormConfig(url));
  try {
    return await orm.em.fork().execute<T>(sql);
  } finally {
    await orm.close(true);
  }
}

describe('the embedded database', () => {
  const parent = mkdtempSync(path.join(tmpdir(), 'qadam-embedded-'));
  const folder = path.join(parent, 'pg');
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('keeps its data, and its folder to one process at a time', async () => {
    const first = await startEmbeddedDatabase({ folder, onCrash });
    await migrate(first.url);
    await query(
      first.url,
      `insert into work.organisation (id, code, names) values (gen_random_uuid(), 'STATS', '{}')`,
    );

    await expect(startEmbeddedDatabase({ folder, onCrash })).rejects.toThrow(
      `The embedded database ${folder} is in use by process ${process.pid}.`,
    );

    await first.stop();
    expect(existsSync(`${folder}.lock`)).toBe(false);
    writeFileSync(`${folder}.lock`, '999999999 1'); // left by a process that was killed
    const second = await startEmbeddedDatabase({ folder, onCrash });
    await migrate(second.url);
    expect(await query(second.url, 'select code from work.organisation')).toEqual([
      { code: 'STATS' },
    ]);
    await second.stop();
  }, 60_000);
});
