import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { askManyParts, PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

describe('a file of several batches', () => {
  const SIDE = 39;
  const numbers = Array.from({ length: SIDE }, (_, at) => String(at));
  const rows = numbers.flatMap((age) => numbers.map((kind) => `A5.8,Y${age},K${kind},1`));
  const head = 'code,age,breakdown,value';
  const send = (lines: string[], dryRun = true) =>
    imports.send(kgz, [head, ...lines].join('\n'), { dryRun });

  it('is checked and stored as one: what stands in another batch is known', async () => {
    await askManyParts(api.em(), SIDE);
    const twice = await send([...rows, rows[0] ?? '']);
    expect(twice.body.problems).toMatchObject([
      { code: 'DUPLICATE_ROW', row: rows.length + 2, params: [{ name: 'line', value: '2' }] },
    ]);
    const all = await send([...rows, 'A5.8,,,1520'], false);
    expect(all.body).toMatchObject({ state: 'COMMITTED', summary: { new: 1522 } });
    expect(all.body.problems).toMatchObject([{ code: 'PARTS_DIFFER', row: rows.length + 2 }]);
    const changed = await send(rows.with(0, 'A5.8,Y0,K0,0').with(1500, 'A5.8,Y38,K18,0'), false);
    expect(changed.body).toMatchObject({ state: 'COMMITTED', summary: { changed: 2, same: 1519 } });
    expect(changed.body.problems).toMatchObject([{ code: 'PARTS_DIFFER' }]);
  });

  it('changes the cells of all of them', async () => {
    const others = rows.map((row) => row.replace(/1$/, '2'));
    const changed = await send(others, false);
    expect(changed.body).toMatchObject({ state: 'COMMITTED', summary: { changed: 1521 } });
    const again = await send(others);
    expect(again.body.summary).toMatchObject({ changed: 0, same: 1521 });
  });
});
