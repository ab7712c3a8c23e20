import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash, contentHashByEarlierVersion } from '../features/releases/content-hash.ts';
import { shapeOf, TABLE_NAMES } from '../features/releases/publication-tables.ts';
import { ReleasesService } from '../features/releases/releases.service.ts';
import { reportFigures } from '../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { checkCommand } from './check-command.ts';

describe('the check of a database', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'KAZ', year: 2020, value: '400' }]);
    await new ReleasesService(test.em()).publishUnattended({
      ...{ asOfYear: 2025, annual: false, number: '2026.1', note: { en: 'A release.' } },
    });
  }, 90_000);
  afterAll(() => test.stop());

  const publish = (sequence: number, hash: string) =>
    test.em().execute(
      `insert into publication.release select (jsonb_populate_record(r, ?::jsonb)).*
       from publication.release r where sequence = 1`,
      [JSON.stringify({ sequence, number: `2026.${sequence}`, content_hash: hash })],
    );

  /** Makes a forbidden change: as the owner, with the triggers off. */
  const forge = (statement: string) =>
    test.em().transactional(async (em) => {
      await em.execute('set local session_replication_role = replica');
      await em.execute(statement);
    });

  it('finds right what the version before hashed without the columns that it does not know', async () => {
    // begins a row as that version would
    await forge(`update publication.indicator set until_release = 2 where code = 'A5.8';
      insert into publication.indicator select (jsonb_populate_record(i, '{"from_release": 2, "until_release": null, "custodian": null}')).*
      from publication.indicator i where code = 'A5.8'`);
    const hash = await contentHashByEarlierVersion(test.em(), 2);
    expect(hash).not.toBe(await contentHash(test.em(), 2));
    await publish(2, hash);
    await expect(checkCommand(test.orm)).resolves.toBeUndefined();
  });

  it.each([
    [1, 'this version', 'A5.2'],
    [2, 'the version before', 'A5.8'],
  ])(
    'names release %i, of %s, where a row that began with it says more now',
    async (release, _of, code) => {
      const say = (custodian: string) =>
        forge(
          `update publication.indicator set custodian = ${custodian} where code = '${code}' and from_release = ${String(release)}`,
        );
      await say(`'somebody'`);
      await expect(checkCommand(test.orm)).rejects.toThrow(
        new RegExp(`^Release 2026.${String(release)} does not hold what its hash says.$`),
      );
      await say('null');
      await expect(checkCommand(test.orm)).resolves.toBeUndefined();
    },
  );

  it('names a release that holds something else', async () => {
    await publish(3, '0'.repeat(64));
    await expect(checkCommand(test.orm)).rejects.toThrow(
      'Release 2026.3 does not hold what its hash says.',
    );
  });
});

it('hashes rows by the texts that versions before wrote by way of jsonb', async () => {
  const test = await startTestApp({ seed: 'demo' });
  try {
    const tables = TABLE_NAMES.filter((name) => name !== 'indicator');
    // arrays, times and floats would give other texts
    const types = await test
      .em()
      .execute<{ type: string }[]>(
        `select distinct data_type as type from information_schema.columns where table_schema = 'publication' and table_name = any(?)`,
        [`{${tables.join(',')}}`],
      );
    expect(types.map(({ type }) => type).sort()).toEqual([
      ...['boolean', 'date', 'integer', 'jsonb', 'numeric', 'text', 'uuid'],
    ]);
    for (const name of tables) {
      const columns = shapeOf(test.em(), name).columns.join(', ');
      const others = await test
        .em()
        .execute(
          `select ${columns} from publication.${name} where json_build_array(${columns})::text <> jsonb_build_array(${columns})::text`,
        );
      expect([name, others]).toEqual([name, []]);
    }
  } finally {
    await test.stop();
  }
}, 90_000);
