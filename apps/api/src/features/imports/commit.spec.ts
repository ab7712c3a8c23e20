import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture, told } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, published, stored } from '../../testing/reporting-fixture.ts';
import { verifyChain } from '../audit/chain.ts';

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  desk = deskRequests(api);
  imports = importRequests(api);
});
afterAll(() => api.stop());

describe('a commit', () => {
  const file = [
    'code,sex,region,value,numerator,denominator,status,source,comment',
    'A5.8,,,1200,,,P,Police register,Whole year',
    'A5.8,F,,900,,,,,',
    'A5.8,,KG-B,300,,,,,',
    'A5.2,,,,1,8,,,',
    'A6.1,,,н/д,,,,,Not reviewed yet',
    '',
  ].join('\n');

  it('writes revisions that say IMPORT, in one transaction with one audit event', async () => {
    const { body } = await imports.send(kgz, file);
    expect(body.problems).toEqual([]);
    const before = await stored(api.em());
    const commit = await imports.commit(kgz, body.job);
    expect(commit.body).toMatchObject({ state: 'COMMITTED', problems: [] });
    const after = await stored(api.em());
    expect(after).toMatchObject({
      observation: Number(before['observation']) + 5,
      revision: Number(before['revision']) + 5,
      audit_event: Number(before['audit_event']) + 1,
    });
    expect(await verifyChain(api.em())).toMatchObject({
      ok: true,
    });
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cell = (code: string) => result.cells.find(({ indicator }) => indicator === code);
    expect(cell('A5.8')).toMatchObject({
      state: 'DRAFT',
      version: 1,
      current: {
        value: '1200',
        obsStatus: 'P',
        sourceText: 'Police register',
        via: 'IMPORT',
        number: 1,
      },
    });
    expect(cell('A5.2')?.current).toMatchObject({
      value: '12.5',
      numerator: '1',
      denominator: '8',
    });
    expect(cell('A6.1')?.current).toMatchObject({ value: null, missingReason: 'NOT_SHARED' });
    const [batken] = await api
      .em()
      .execute<{ id: string }[]>(`select id from work.observation where region = 'KG-B'`);
    const { result: value } = await desk.read(kgz, 'workObservation', { id: batken?.id });
    expect(value.indicatorName.text).toBe('Indicator A5.8: Batken Region');
  });

  it('happens once, however often it is asked for; the same file again is no change', async () => {
    const first = await imports.send(kgz, file, { dryRun: false });
    expect(first.body.summary).toEqual({
      rows: 5,
      new: 0,
      changed: 0,
      same: 5,
      rejected: 0,
      errors: 0,
    });
    const before = await stored(api.em());
    const again = await imports.commit(kgz, first.body.job);
    expect(again.body.state).toBe('COMMITTED');
    expect(await stored(api.em())).toEqual(before);
  });

  it('changes what differs, as a new revision of the same cell', async () => {
    const { body } = await imports.send(kgz, file.replace('1200', '1300'), { dryRun: false });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { changed: 1, same: 4 } });
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cell = result.cells.find(({ indicator }) => indicator === 'A5.8');
    expect(cell).toMatchObject({ version: 2, current: { value: '1300', number: 2 } });
  });

  it('is refused whole while a single row is red', async () => {
    const before = await stored(api.em());
    const { body } = await imports.send(kgz, 'code,value\nA5.8,1400\nA6.1,9\n', { dryRun: false });
    expect(body).toMatchObject({
      state: 'CHECKED',
      summary: { changed: 1, rejected: 1, errors: 1 },
    });
    expect(body.problems[0]).toMatchObject({ code: 'HAS_ERRORS', severity: 'ERROR' });
    expect(await stored(api.em())).toEqual(before);
  });

  it('becomes possible when the red row is mended where it is shown', async () => {
    const { body } = await imports.send(kgz, 'code,value\nA5.8,1400\nA6.1,З\n');
    const red = (await imports.rows(kgz, body.job, { severity: 'ERROR' })).body.rows[0];
    const mended = await imports.mend(kgz, body.job, red.number, { value: '3' });
    expect(mended.body.summary).toMatchObject({ changed: 2, rejected: 0, errors: 0 });
    expect((await imports.commit(kgz, body.job)).body.state).toBe('COMMITTED');
  });

  it('takes a mended part of a rate, and nothing that is no cell of the row', async () => {
    const { body } = await imports.send(uzb, 'code,numerator,denominator\nA5.2,5,\n', {
      country: 'UZB',
    });
    const [red] = (await imports.rows(uzb, body.job)).body.rows;
    expect(red.cells).toEqual({ indicator: 'A5.2', numerator: '5', denominator: '' });
    const rowFix = (who: string, said: object) => imports.mend(who, body.job, red.number, said);
    expect((await rowFix(uzb, { unit: 'PT' })).status).toBe(400);
    expect((await rowFix(kgz, { denominator: '20' })).status).toBe(404);
    const mended = await rowFix(uzb, { denominator: '20' });
    expect(mended.body.summary).toMatchObject({ new: 1, rejected: 0 });
  });

  it('is refused when somebody saved a cell since the check', async () => {
    const { body } = await imports.send(kgz, 'code,value\nA5.8,1500\n');
    await desk.save(kgz, 'A5.8', '1450', { expectedVersion: 3 });
    const before = await stored(api.em());
    const commit = await imports.commit(kgz, body.job);
    expect(commit.body).toMatchObject({
      state: 'CHECKED',
      problems: [{ code: 'CHANGED_SINCE_CHECK' }],
    });
    expect(await stored(api.em())).toEqual(before);
    await imports.check(kgz, body.job);
  });

  it('is refused when somebody began one of its cells since the check, and writes none of the others', async () => {
    const lines = 'code,value,numerator,denominator\nA5.2,,1,8\nA6.1,2,,\n';
    const { body } = await imports.send(uzb, lines, { country: 'UZB' });
    expect(body.summary).toMatchObject({ new: 2, rejected: 0 });
    await desk.save(uzb, 'A6.1', '1', { area: 'UZB' });
    const before = await stored(api.em());
    const commit = await imports.commit(uzb, body.job);
    expect(commit.body).toMatchObject({
      state: 'CHECKED',
      problems: [
        {
          code: 'CHANGED_SINCE_CHECK',
          params: [
            { name: 'expected', value: '0' },
            { name: 'found', value: '1' },
            { name: 'indicator', value: 'A6.1' },
          ],
        },
      ],
    });
    expect(await stored(api.em())).toEqual(before);
  });

  it('begins some cells and changes others, each as it was told', async () => {
    const lines = 'code,value,numerator,denominator\nA5.2,,1,8\nA6.1,2,,\n';
    const { body } = await imports.send(uzb, lines, { country: 'UZB', dryRun: false });
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { new: 1, changed: 1 } });
    const cells = await api.em().execute<object[]>(
      `select o.indicator, o.state, o.version, r.number, trim_scale(r.value)::text as value, r.obs_status, r.area, r.via
       from work.observation o join work.revision r on r.id = o.current_revision
       where o.area = 'UZB' and o.indicator in ('A5.2', 'A6.1') and o.year = 2025 order by o.indicator`,
    );
    const told = { state: 'DRAFT', obs_status: 'A', area: 'UZB', via: 'IMPORT' };
    expect(cells).toEqual([
      { ...told, indicator: 'A5.2', version: 1, number: 1, value: '12.5' },
      { ...told, indicator: 'A6.1', version: 2, number: 2, value: '2' },
    ]);
  });

  it('is refused where an indicator is not asked for any more', async () => {
    const { body } = await imports.send(uzb, 'code,value\nA5.8,7\n', { country: 'UZB' });
    const assignment = `work.assignment where area = 'UZB' and cycle = 2025 and indicator = 'A5.8'`;
    const [kept] = await api
      .em()
      .execute<{ row: object }[]>(
        `select to_jsonb(a) as row from ${assignment.replace('where', 'a where')}`,
      );
    await api.em().execute(`delete from ${assignment}`);
    const commit = await imports.commit(uzb, body.job);
    // put the assignment back before the assertion: the tests below need it even if this one fails
    await api
      .em()
      .execute(
        `insert into work.assignment select * from jsonb_populate_record(null::work.assignment, ?)`,
        [JSON.stringify(kept?.row)],
      );
    expect(commit.body).toMatchObject({ state: 'CHECKED', problems: [{ code: 'NOT_ASSIGNED' }] });
  });

  it('never touches what was submitted: the row is LOCKED unless it says the same', async () => {
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cell = result.cells.find(({ indicator }) => indicator === 'A5.8');
    expect(cell?.version).toBe(4);
    await api
      .em()
      .execute(`update work.observation set state = 'SUBMITTED' where id = ?`, [cell?.id]);
    const other = await imports.send(kgz, 'code,value\nA5.8,1\n', { dryRun: false });
    expect(other.body.problems.map(({ code }: { code: string }) => code)).toEqual([
      'HAS_ERRORS',
      'LOCKED_SUBMITTED',
    ]);
    const same = await imports.send(kgz, 'code,value\nA5.8,1450\n', { dryRun: false });
    expect(same.body.summary).toMatchObject({ same: 1, rejected: 0 });
  });

  it('of a closed cycle is refused', async () => {
    const { body } = await imports.send(kgz, 'code,value\nA5.8,1\n', {
      cycle: '2023',
      dryRun: false,
    });
    expect(body).toMatchObject({ state: 'CHECKED' });
    expect(told(body)).toContainEqual([null, 'CYCLE_CLOSED']);
  });

  it('warns of what the earlier years make unlikely', async () => {
    await published(api.em(), { area: 'UZB', indicator: 'A5.8', year: 2024, value: '1000' });
    const { body } = await imports.send(uzb, 'code,value\nA5.8,9000\n', { country: 'UZB' });
    expect(body.summary).toMatchObject({ new: 1, rejected: 0 });
    expect(body.problems[0]).toMatchObject({ severity: 'WARN', row: 2, column: 'value' });
  });

  it('goes where an officer opened a cell to the sender, and for nobody else', async () => {
    const em = api.em();
    await em.execute(
      `insert into work.reopening (id, indicator, area, year, person, reason, decision, decided_by, decided_at, until)
       select gen_random_uuid(), 'A5.8', 'KGZ', 2023, p.id, 'Late', 'GRANTED', j.id, now(), now() + interval '1 day'
       from work.user_account p, work.user_account j where p.email = ? and j.email = ?`,
      [kgz, officer],
    );
    const late = 'code,value\nA5.8,5\nA6.1,2\n';
    const refused = await imports.send(kgz, late, { cycle: '2023', dryRun: false });
    expect(told(refused.body)).toContainEqual([3, 'CYCLE_CLOSED']);
    const open = await imports.send(kgz, 'code,value\nA5.8,5\n', { cycle: '2023', dryRun: false });
    expect(open.body).toMatchObject({ state: 'COMMITTED', summary: { new: 1 } });
    // a submitted value that was reopened becomes a draft again
    const state = () =>
      em.execute(`select state from work.observation where area = 'KGZ' and year = 2023`);
    await em.execute(`update work.observation set state = 'SUBMITTED' where year = 2023`);
    const again = await imports.send(kgz, 'code,value\nA5.8,6\n', { cycle: '2023', dryRun: false });
    expect(again.body).toMatchObject({ state: 'COMMITTED', summary: { changed: 1 } });
    expect(await state()).toEqual([{ state: 'DRAFT' }]);
  });

  it('brings a correction where nobody asks for the indicator any more, once it was opened', async () => {
    const observation = await published(api.em(), {
      area: 'UZB',
      indicator: 'A1.6',
      year: 2025,
      value: '40',
    });
    const send = (value: string, column = 'code', name = 'A1.6') =>
      imports.send(uzb, `${column},value\n${name},${value}\n`, { country: 'UZB', dryRun: false });
    expect(told((await send('41')).body)).toContainEqual([2, 'LOCKED_PUBLISHED']);
    // an office's own file may hold figures that nobody asked for: the row is left out, the file is not refused
    await api.em().execute(
      `insert into work.series_mapping (area, format, series, indicator, mapped_by)
       select 'UZB', 'csv', 'OWN_1', 'A1.6', id from work.user_account where email = ?`,
      [officer],
    );
    const { body: office } = await send('41', 'series', 'OWN_1');
    expect([office.state, told(office)]).toEqual(['COMMITTED', [[2, 'NOT_ASSIGNED']]]);
    const [row1] = (await imports.rows(uzb, office.job)).body.rows;
    expect(row1).toMatchObject({ severity: 'WARN', name: { text: 'Indicator A1.6' } });
    await desk.change(uzb, 'correctValue', {
      observation,
      expectedVersion: 1,
      value: '42',
      reason: 'CORRECTION',
    });
    const { body } = await send('43');
    expect(body).toMatchObject({ state: 'COMMITTED', summary: { changed: 1 } });
    const [row] = await api.em().execute<object[]>(
      `select trim_scale(r.value)::text as value, r.via, r.reason from work.observation o
       join work.revision r on r.id = o.current_revision where o.id = ?`,
      [observation],
    );
    expect(row).toEqual({ value: '43', via: 'IMPORT', reason: 'CORRECTION' });
  });
});
