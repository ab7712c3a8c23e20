import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';
import { headAt, meaningsOf } from './formats/columns.ts';
import { sheetOf } from '../../testing/workbook.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, donor } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

const again = (job: string, columns: object) => imports.again(kgz, job, { columns });

const STRANGE = 'What,How many,Remark\nA5.8,7,Whole year\n';

describe('a file whose columns are named as nobody knows them', () => {
  it('is refused with its columns, an example of each, and what they were taken for', async () => {
    const { body } = await imports.send(kgz, STRANGE);
    expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code: 'NO_VALUE_COLUMN' }] });
    expect((await imports.job(kgz, body.job)).body.columns).toEqual([
      { at: 1, name: 'What', sample: 'A5.8', field: null, holds: null },
      { at: 2, name: 'How many', sample: '7', field: null, holds: null },
      { at: 3, name: 'Remark', sample: 'Whole year', field: null, holds: null },
    ]);
  });

  it('is checked by what a person says of them, which stays with the job when it is checked again', async () => {
    const { job } = (await imports.send(kgz, STRANGE)).body;
    const choice = { indicator: 1, value: 2, comment: 3 };
    const read = await again(job, choice);
    expect(read).toMatchObject({ state: 'CHECKED', summary: { new: 1, errors: 0 } });
    expect(read.columns.map(({ field }: { field: string }) => field)).toEqual(Object.keys(choice));
    expect(await again(job, choice)).toMatchObject({ columnChoice: choice });
    expect((await imports.check(kgz, job)).status).toBe(200);
    expect(await imports.checked(kgz, job)).toMatchObject({
      columnChoice: choice,
      summary: { new: 1 },
    });
    const commit = await imports.commit(kgz, job);
    expect(commit.body).toMatchObject({ state: 'COMMITTED', problems: [] });
    const [kept] = await api.em().execute(
      `select trim_scale(r.value)::text as value, r.comment from work.observation o
       join work.revision r on r.id = o.current_revision where o.indicator = 'A5.8'`,
    );
    expect(kept).toEqual({ value: '7', comment: 'Whole year' });
    // a committed file cannot be read again
    const late = await imports.check(kgz, job, { columns: choice });
    expect(late.body.errors[0].extensions.code).toBe('CONFLICT');
  });

  it('as a workbook below a title is read too, and tells the place by the names of its columns', async () => {
    const bytes = await sheetOf(
      [['Report of the ministry'], ['What', 'How many'], ['A6.1', 2], ['A5.2', 'none']],
      { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }] },
    );
    const { body } = await imports.send(kgz, bytes, { fileName: 'a.xlsx' });
    expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code: 'NO_VALUE_COLUMN' }] });
    const read = await again(body.job, { indicator: 1, value: 2 });
    expect(read.summary).toMatchObject({ rows: 2, new: 1, errors: 1 });
    expect(read.problems).toMatchObject([{ row: 4, column: 'How many' }]);
  });
});

describe('a column that was taken for something else', () => {
  it('is what a person says, and the one that was taken is left out', async () => {
    const file = 'code,value,corrected\nA6.1,1,3\n';
    const { job } = (await imports.send(kgz, file)).body;
    await again(job, { value: 3 });
    const [row] = (await imports.rows(kgz, job)).body.rows;
    expect(row.typed).toBe('3');
  });

  it('is none, where a person says so', async () => {
    const file = 'code,value,comment\nA6.1,1,internal\n';
    const { job } = (await imports.send(kgz, file)).body;
    const read = await again(job, { comment: null });
    expect(read.columns[2]).toMatchObject({ name: 'comment', field: null });
    const [content] = await imports.contents(job);
    expect(content).toMatchObject({ value: '1', comment: null });
  });
});

describe('what is said of columns', () => {
  it.each([
    ['a meaning that nobody can choose', { unit: 1 }],
    ['one column for two meanings', { value: 1, comment: 1 }],
    ['no number', { value: 'B' }],
    ['a column before the first', { value: 0 }],
  ])('is refused where it is %s, and nothing is read again', async (_what, columns) => {
    const { job } = (await imports.send(kgz, 'Which,How much\nA5.8,7\n')).body;
    const before = await stored(api.em());
    expect((await imports.check(kgz, job, { columns })).status).toBe(400);
    expect((await imports.job(kgz, job)).body).toMatchObject({
      state: 'REFUSED',
      columnChoice: null,
    });
    expect(await stored(api.em())).toEqual(before);
  });

  it('is refused from who may not check files of the country', async () => {
    const { job } = (await imports.send(kgz, STRANGE)).body;
    const columns = { value: 2 };
    expect((await imports.check(uzb, job, { columns })).status).toBe(404);
    expect((await imports.check(donor, job, { columns })).body.errors).toHaveLength(1);
  });
});

describe('the names of columns', () => {
  it.each([
    ['en', ['Code', 'Value', 'Numerator', 'Denominator', 'Status', 'Source', 'Comment']],
    ['ru', ['Код', 'Значение', 'Числитель', 'Знаменатель', 'Статус', 'Источник', 'Комментарий']],
    ['kk', ['Код', 'Мәні', 'Алымы', 'Бөлімі', 'Мәртебесі', 'Дереккөз', 'Түсініктеме']],
    ['ky', ['Код', 'Мааниси', 'Алымы', 'Бөлүмү', 'Абалы', 'Булак', 'Түшүндүрмө']],
    ['tg', ['Рамз', 'Қимат', 'Сурат', 'Махраҷ', 'Ҳолат', 'Манбаъ', 'Шарҳ']],
    ['uz', ['Kod', 'Qiymat', 'Surat', 'Maxraj', 'Holat', 'Manba', 'Izoh']],
  ])('are known in %s', (_lang, head) => {
    expect(meaningsOf(head, null)).toEqual([
      'indicator',
      'value',
      'numerator',
      'denominator',
      'status',
      'source',
      'comment',
    ]);
  });

  it('are looked for below a title', () => {
    expect(
      headAt([
        ['Report', ''],
        ['Code', 'Value'],
        ['A5.8', '7'],
      ]),
    ).toBe(1);
    expect(
      headAt([
        ['Title', 'Title', 'Title'],
        ['What', 'How many'],
        ['A5.8', '7'],
      ]),
    ).toBe(1);
  });
});

describe('a wide table', () => {
  const rowsOf = async (job: string) => {
    const { body } = await imports.rows(kgz, job);
    return body.rows.map(
      ({ line, cell, typed }: Record<string, unknown> & { cell: { indicator: string } | null }) =>
        [line, cell?.indicator, typed].join(' '),
    );
  };
  const codesOf = ({ problems }: { problems: { code: string; column: string | null }[] }) =>
    problems.map(({ code, column }) => `${code} ${column ?? ''}`.trim());

  it('with a column for each indicator, by code or name, is read cell by cell; what is blank stays as it was', async () => {
    const file = [
      'Ministry of Internal Affairs;;;;',
      'Country;Year;A5.8 Registered victims;Indicator A6.1;A5.2;Mood',
      'KGZ;2025;1 234;3;;good',
      'KGZ;2024;1 100;2;10;good',
      'UZB;2025;7;;;good',
      '',
    ].join('\n');
    const { body } = await imports.send(kgz, file);
    expect(codesOf(body)).toEqual([
      'UNKNOWN_COLUMN Mood',
      'OTHER_YEAR Year',
      'OTHER_YEAR Year',
      'OTHER_YEAR Year',
      'OTHER_AREA Country',
    ]);
    expect((await rowsOf(body.job)).slice(0, 2)).toEqual(['3 A5.8 1 234', '3 A6.1 3']);
  });

  it('as a workbook is read too, and a merged range or a date among its values is told at its place', async () => {
    const bytes = await sheetOf(
      [
        ['Area', 'A5.8', 'A6.1', 'A5.2'],
        ['KG', 12, 3, new Date('2025-03-12')],
        ['KGZ', 5, 4, 6],
      ],
      { merges: [{ startRow: 2, startCol: 1, endRow: 2, endCol: 2 }] },
    );
    const { body } = await imports.send(kgz, bytes, { fileName: 'wide.xlsx' });
    expect(codesOf(body)).toContain('DATE_CELL A5.2');
    expect(codesOf(body)).toContain('MERGED_RANGE');
  });

  it('with a column for each year is read in the year of the return, and tells which it left out', async () => {
    const file = 'Code\t2023\t2024\t2025 г.\nA6.1\t1\t2\t3\nA5.8\t\t8\t9\n';
    const { body } = await imports.send(kgz, file);
    expect(codesOf(body)).toEqual(['OTHER_YEAR_COLUMN 2023', 'OTHER_YEAR_COLUMN 2024']);
    expect(await rowsOf(body.job)).toEqual(['2 A6.1 3', '3 A5.8 9']);
  });

  it.each([
    ['has two columns of the year', 'Code,2025,2025\nA6.1,1,2\n'],
    ['has no column of the year', 'Code,2023,2024\nA6.1,1,2\n'],
    ['names no indicator that is known', 'Country,B1.1,B1.2\nKGZ,1,2\n'],
  ])('that %s is refused, with its columns', async (_fault, file) => {
    const { body } = await imports.send(kgz, file);
    expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code: 'NO_VALUE_COLUMN' }] });
  });
});
