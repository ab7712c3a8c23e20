import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { loadDemonstration } from './demonstration.ts';

const TABLES = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('work', 'publication') order by 1`;

describe('the demonstration', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
  }, 60_000);
  afterAll(() => test.stop());

  it('is the same when it is loaded again: no row more, none changed', async () => {
    const before = await fingerprint(test);
    await loadDemonstration(test.orm);
    expect(await fingerprint(test)).toEqual(before);
  });

  it('publishes two releases by the product’s own code', async () => {
    const releases = await test
      .em()
      .execute<{ number: string }[]>('select number from publication.release order by sequence');
    expect(releases.map(({ number }) => number)).toEqual(['2026.1', '2026.2']);
  });

  it('keeps its samples out of every release', async () => {
    const [samples] = await test
      .em()
      .execute<{ count: number }[]>(
        'select count(*)::int as count from work.observation where sample',
      );
    expect(samples?.count).toBeGreaterThan(0);
    const published = await test
      .em()
      .execute(
        `select 1 from publication.value v join work.observation o using (indicator, area, year, sex, age, urbanisation, region, breakdown) where o.sample`,
      );
    expect(published).toEqual([]);
  });

  it('says of every published figure that it comes from a named source and has no approver', async () => {
    const rows = await test
      .em()
      .execute(
        `select 1 from publication.value where obs_status <> 'Q' and (via <> 'SOURCE_IMPORT' or source is null or approved_on is not null)`,
      );
    expect(rows).toEqual([]);
  });

  it('judges no indicator that is context wherever it stands, though it shows its figures', async () => {
    const answer = await test.publicQuery(
      `{ indicator(code: "A1.6", lang: en) { actions { role } series { values { value } assessment { status } } } }`,
    );
    const { actions, series } = answer.data.indicator;
    expect(actions).toEqual([{ role: 'CONTEXT' }]);
    const statuses = series.map(
      ({ assessment }: { assessment: { status: string } }) => assessment.status,
    );
    expect(new Set(statuses)).toEqual(new Set(['NOT_APPLICABLE']));
    expect(series.flatMap(({ values }: { values: unknown[] }) => values)).not.toEqual([]);
  });
});

async function fingerprint({ em }: TestApp): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const { name } of await em().execute<{ name: string }[]>(TABLES)) {
    const [row] = await em().execute<{ text: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as text from ${name} t`,
    );
    result[name] = row?.text ?? '';
  }
  return result;
}
