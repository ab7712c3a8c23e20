import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer } = PEOPLE;

const both = (en: string) => ({ en, ru: `${en} (ru)` });
const axis = (dimension: string, ...all: [code: string, name: string][]) => ({
  dimension,
  codes: all.map(([code, name]) => ({ code, name: both(name) })),
});
const sex = axis('sex', ['F', 'women'], ['M', 'men']);
const age = axis('age', ['Y0T17', '0–17'], ['Y_GE18', '18 and over']);

const collect = (code: string, axes: object[]) =>
  api
    .em()
    .execute(
      `update work.indicator set breakdowns = '{sex,age,breakdown}', table_axes = ? where code = ?`,
      [JSON.stringify(axes), code],
    );

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  await collect('A5.8', [age, sex]);
  await collect('A5.2', [sex]);
});
afterAll(() => api.stop());

const cells = async () => {
  const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
  return result.cells;
};
const cellOf = async (code: string) => one(await cells(), ({ indicator }) => indicator === code);

describe('a value that is collected by parts', () => {
  it('comes with its table: every part and every margin, named in words', async () => {
    const { table } = await cellOf('A5.8');
    expect(table.additive).toBe('VALUE');
    expect(table.axes.map(({ dimension }) => dimension)).toEqual(['age', 'sex']);
    expect(table.cells.map(({ name, state }) => `${name.text} ${state}`)).toEqual([
      'Indicator A5.8: women, 0–17 EMPTY',
      'Indicator A5.8: men, 0–17 EMPTY',
      'Indicator A5.8: 0–17 EMPTY',
      'Indicator A5.8: women, 18 and over EMPTY',
      'Indicator A5.8: men, 18 and over EMPTY',
      'Indicator A5.8: 18 and over EMPTY',
      'Indicator A5.8: women EMPTY',
      'Indicator A5.8: men EMPTY',
    ]);
    expect((await cellOf('A6.1')).table).toBeNull();
  });

  it('is read in no more statements than one without', async () => {
    const form = { area: 'KGZ', cycle: 2025 };
    expect(await api.statements(() => desk.read(kgz, 'returnForm', form))).toBeLessThanOrEqual(10);
  });

  it('takes each part for itself, and leaves the whole alone', async () => {
    const part = { sex: 'F', age: 'Y0T17' };
    const { cell } = await desk.save(kgz, 'A5.8', '3', { part });
    expect(cell).toMatchObject({ part, version: 1, state: 'DRAFT', current: { value: '3' } });
    const whole = await cellOf('A5.8');
    expect(whole).toMatchObject({ version: 0, current: null });
    const filled = whole.table.cells.filter(({ version }) => version > 0);
    expect(filled).toMatchObject([{ part, current: { value: '3' } }]);
  });

  it('takes no part that its table does not ask for', async () => {
    const before = await stored(api.em());
    for (const part of [{ sex: 'X' }, { breakdown: 'RURAL' }, { sex: 'F', urbanisation: 'U' }]) {
      const { payload } = await desk.change(kgz, 'saveValue', {
        area: 'KGZ',
        cycle: 2025,
        indicator: 'A5.8',
        part,
        expectedVersion: 0,
        value: '1',
      });
      expect(codes(payload)).toEqual(['NOT_BROKEN_DOWN']);
    }
    expect(await stored(api.em())).toEqual(before);
  });

  it('is held against the earlier years of the same part, not of the whole', async () => {
    await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2024, value: '1000' });
    const { cell } = await desk.save(kgz, 'A5.8', '20', { part: { sex: 'M', age: 'Y0T17' } });
    expect(cell.history).toEqual([]);
    expect(cell.hits).toEqual([]);
  });
});

describe('a return with parts', () => {
  it('is refused while they contradict their total, wherever it is handed in', async () => {
    const { cell: margin } = await desk.save(kgz, 'A5.8', '24', { part: { age: 'Y0T17' } });
    const parts = (await cellOf('A5.8')).table.cells.filter(({ version }) => version > 0);
    expect(parts).toHaveLength(3);
    const before = await stored(api.em());
    const wrong = expect.objectContaining({
      code: 'PARTS_DIFFER',
      field: 'cells.0',
      params: expect.arrayContaining([
        { name: 'sum', value: '23' },
        { name: 'total', value: '24' },
      ]),
    });
    expect((await desk.submit(kgz, [margin])).problems).toEqual([wrong]);
    // the margin stays a draft, but the parts that are submitted must still add up to it
    const inner = parts.filter(({ part }) => part.sex !== '_T');
    expect((await desk.submit(kgz, inner)).problems).toEqual([wrong]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('is handed in once they add up, and reviewed part by part under its own name', async () => {
    const margin = one((await cellOf('A5.8')).table.cells, ({ current }) => current.value === '24');
    const { part } = margin;
    await desk.save(kgz, 'A5.8', '23', { part, expectedVersion: margin.version });
    const parts = (await cellOf('A5.8')).table.cells.filter(({ version }) => version > 0);
    const { submission, problems } = await desk.submit(kgz, parts);
    expect(problems).toEqual([]);
    expect(submission.cells).toBe(3);
    const { submitted } = (await desk.read(officer, 'reviewQueue')).result;
    expect(submitted.map(({ indicatorName }) => indicatorName.text).toSorted()).toEqual([
      'Indicator A5.8: 0–17',
      'Indicator A5.8: men, 0–17',
      'Indicator A5.8: women, 0–17',
    ]);
  });

  it('counts as one that came back where only a part of it did', async () => {
    const part = one((await desk.read(officer, 'reviewQueue')).result.submitted);
    const returned = { observation: part.id, revision: part.current.id, reason: 'Which court?' };
    expect(codes((await desk.change(officer, 'returnValue', returned)).payload)).toEqual([]);
    const duty = one((await desk.read(kgz, 'duties')).result);
    expect(duty).toMatchObject({ filled: 0, submitted: 0, returned: 1 });
  });

  it('adds up shares by their numerators and denominators', async () => {
    const share = (numerator: string, denominator: string, more: object = {}) =>
      desk.save(kgz, 'A5.2', null, { numerator, denominator, ...more });
    const { cell: women } = await share('10', '20', { part: { sex: 'F' } });
    const { cell: men } = await share('30', '60', { part: { sex: 'M' } });
    const { cell: whole } = await share('41', '80');
    expect(codes(await desk.submit(kgz, [women, men, whole]))).toEqual(['NUMERATORS_DIFFER']);
    const { cell: mended } = await share('40', '80', { expectedVersion: whole.version });
    expect(codes(await desk.submit(kgz, [women, men, mended]))).toEqual([]);
  });
});

describe('a table with more parts than anybody types', () => {
  const many = (dimension: string, count: number) =>
    axis(
      dimension,
      ...Array.from({ length: count }, (_, at): [string, string] => [`C${at}`, `Code ${at}`]),
    );
  const form = { area: 'KGZ', cycle: 2025 };

  it('is not in the form, which tells how many of its parts are filled in', async () => {
    await collect('A6.1', [many('age', 90), many('breakdown', 70)]);
    await desk.save(kgz, 'A6.1', '3', { part: { age: 'C0', breakdown: 'C1' } });
    await desk.save(kgz, 'A6.1', '4', { part: { age: 'C1' } });
    expect(await cellOf('A6.1')).toMatchObject({
      current: null,
      version: 0,
      table: null,
      largeTable: { parts: 91 * 71 - 1, filled: [{ state: 'DRAFT', parts: 2 }], cells: [] },
    });
    expect(await cellOf('A5.2')).toMatchObject({ largeTable: null, table: { axes: [{}] } });
    expect(await api.statements(() => desk.read(kgz, 'returnForm', form))).toBeLessThanOrEqual(10);
  });

  it('is there with what was returned, until that is handed in again', async () => {
    const part = { age: 'C0', breakdown: 'C1' };
    const saved = (await desk.save(kgz, 'A6.1', '5', { part, expectedVersion: 1 })).cell;
    expect(saved).toMatchObject({ part, version: 2 });
    expect(codes(await desk.submit(kgz, [saved]))).toEqual([]);
    const { submitted } = (await desk.read(officer, 'reviewQueue')).result;
    const { id, current } = one(submitted, ({ indicator }) => indicator === 'A6.1');
    const returned = { observation: id, revision: current.id, reason: 'Which court?' };
    expect(codes((await desk.change(officer, 'returnValue', returned)).payload)).toEqual([]);
    expect(await cellOf('A6.1')).toMatchObject({
      version: 0,
      largeTable: {
        filled: [
          { state: 'DRAFT', parts: 1 },
          { state: 'RETURNED', parts: 1 },
        ],
      },
    });
    const waiting = async () => (await cellOf('A6.1')).largeTable.cells;
    expect(await waiting()).toMatchObject([
      { part, state: 'RETURNED', returnReason: 'Which court?' },
    ]);
    const { version } = one(await waiting());
    const mended = (await desk.save(kgz, 'A6.1', '4', { part, expectedVersion: version })).cell;
    expect(await waiting()).toMatchObject([{ part, state: 'DRAFT', current: { value: '4' } }]);
    expect(codes(await desk.submit(kgz, [mended]))).toEqual([]);
    expect(await waiting()).toEqual([]);
    const { cell: total } = await desk.save(kgz, 'A6.1', '70');
    const { version: now, largeTable } = await cellOf('A6.1');
    expect([now, largeTable.cells]).toEqual([total.version, []]);
  });

  it('is not in a year without a cycle unless a part was saved there', async () => {
    const year = { area: 'KGZ', indicator: 'A6.1', year: 2019 };
    await published(api.em(), { ...year, value: '61' });
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2019 });
    expect(result.cells).toMatchObject([{ indicator: 'A6.1', table: null, largeTable: null }]);
  });
});
