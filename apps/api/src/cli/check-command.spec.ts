import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditService } from '../features/audit/audit.service.ts';
import { contentHash } from '../features/releases/content-hash.ts';
import { ReleasesService } from '../features/releases/releases.service.ts';
import { reportFigures } from '../testing/approved-figures.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';
import { checkCommand } from './check-command.ts';

describe('the check of a database', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'framework' });
    await reportFigures(test.em(), [{ indicator: 'A5.8', area: 'KAZ', year: 2020, value: '400' }]);
    await new ReleasesService(test.em(), new AuditService()).publishUnattended({
      ...{ asOfYear: 2025, annual: false, note: { en: 'A release.' } },
    });
  }, 90_000);
  afterAll(() => test.stop());

  const publish = (sequence: number, hash: string) =>
    test.em().execute(
      `insert into publication.release select (jsonb_populate_record(r, ?::jsonb)).*
       from publication.release r where sequence = 1`,
      [JSON.stringify({ sequence, number: `2026.${sequence}`, content_hash: hash })],
    );

  it('finds right what the version before hashed without the columns that it does not know', async () => {
    const hash = await contentHash(test.em(), 1, 'FIRST');
    expect(hash).not.toBe(await contentHash(test.em(), 1));
    await publish(2, hash);
    await expect(checkCommand(test.orm)).resolves.toBeUndefined();
  });

  it('names a release that holds something else', async () => {
    await publish(3, '0'.repeat(64));
    await expect(checkCommand(test.orm)).rejects.toThrow(
      'Release 2026.3 does not hold what its hash says.',
    );
  });
});
