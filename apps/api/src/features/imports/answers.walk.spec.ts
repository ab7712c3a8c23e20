import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture, told } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

const again = (job: string, said?: object) => imports.again(kgz, job, said);
/** How many rows would be stored. New and changed are added up, because other tests store values in the same cells. */
const taken = ({ summary }: { summary: { new: number; changed: number } }) =>
  summary.new + summary.changed;
const rowsOf = async (job: string, asked: { severity?: string } = {}) =>
  (await imports.rows(kgz, job, asked)).body.rows;

const FILE = [
  'code,country,sex,status,value',
  'A5.8,KG Republic,,,1200',
  'Victims,KG Republic,F,,900',
  'Victims,KGZ,Ladies,,1',
  'A6.1,KGZ,,fine,3',
  'A6.1,Kazakhstan,,,4',
  'A1.6,KGZ,,,4',
].join('\n');

describe('a word that was not understood', () => {
  it('is told once, with what it can stand for; of what this return does not take only that it can be left out', async () => {
    const { job } = (await imports.send(kgz, FILE)).body;
    const { unknown } = (await imports.unknown(kgz, job, 'en')).body;
    expect(
      unknown.map(
        ({
          field,
          text,
          code,
          rows,
          line,
          options,
        }: Record<string, unknown> & { options: object[] }) =>
          [field, text, code, rows, line, options.length > 0].join(' '),
      ),
    ).toEqual([
      'area KG Republic UNKNOWN_AREA 2 2 true',
      'indicator Victims UNKNOWN_INDICATOR 2 3 true',
      'status fine UNKNOWN_STATUS 1 5 true',
      'area Kazakhstan OTHER_AREA 1 6 false',
      'indicator A1.6 NOT_ASSIGNED 1 7 false',
    ]);
    expect(unknown[0].options[0]).toEqual({ code: 'KGZ', name: 'Kyrgyzstan' });
  });

  it('is read as somebody says, in all its rows, or leaves them out; then the file is stored', async () => {
    const { job } = (await imports.send(kgz, FILE)).body;
    const first = await again(job, {
      codes: {
        area: { 'KG Republic': 'KGZ', Kazakhstan: null },
        indicator: { Victims: 'A5.8', 'A1.6': null },
        status: { fine: 'A' },
      },
    });
    expect(first.summary).toMatchObject({ new: 3, rejected: 3, errors: 1 });
    const [{ text }] = (await imports.unknown(kgz, job)).body.unknown;
    expect(text).toBe('Ladies');
    // earlier answers are kept
    const read = await again(job, { codes: { sex: { Ladies: null } } });
    expect(read.summary).toMatchObject({ new: 3, rejected: 3, errors: 0 });
    expect(told(read).filter(([, code]: unknown[]) => code === 'LEFT_OUT')).toEqual([
      [4, 'LEFT_OUT'],
      [6, 'LEFT_OUT'],
      [7, 'LEFT_OUT'],
    ]);
    expect((await imports.commit(kgz, job)).body.state).toBe('COMMITTED');
  });

  it('is asked about again once the answer is forgotten, or the columns are other ones', async () => {
    const { job } = (await imports.send(kgz, 'code,value,other\nVictims,7,8\n')).body;
    const codes = { indicator: { Victims: 'A5.8' } };
    expect((await again(job, { codes })).summary.errors).toBe(0);
    expect((await again(job)).summary.errors).toBe(0);
    expect((await again(job, { codes: null })).summary.errors).toBe(1);
    expect((await again(job, { codes })).summary.errors).toBe(0);
    expect((await again(job, { columns: { value: 3 } })).summary.errors).toBe(1);
  });

  it('is not told without end', async () => {
    const { job } = (await imports.send(kgz, 'code,value\nVictims,7\n')).body;
    const many = (from: number) =>
      Object.fromEntries(Array.from({ length: 200 }, (_, i) => [String(from + i), null]));
    for (let from = 0; from < 1000; from += 200)
      await again(job, { codes: { indicator: many(from) } });
    const said = { codes: { indicator: { Victims: null } } };
    expect((await imports.check(kgz, job, said)).status).toBe(400);
  });

  it('is never another country or year, whatever is said of it', async () => {
    const file = 'code,country,year,value\nA5.8,Kazakhstan,2025,777\nA5.8,KGZ,2019,777\n';
    const { job } = (await imports.send(kgz, file)).body;
    const read = await again(job, {
      codes: { area: { Kazakhstan: 'KGZ' }, year: { '2019': '2025' } },
    });
    expect(told(read)).toEqual([
      [2, 'OTHER_AREA'],
      [3, 'OTHER_YEAR'],
    ]);
  });

  it('is asked about once more where it stands for what is not known either', async () => {
    const { job } = (await imports.send(kgz, 'code,value\nVictims,7\n')).body;
    const read = await again(job, {
      codes: { indicator: { Victims: 'Persons', Persons: 'Victims' } },
    });
    expect(read.summary).toMatchObject({ new: 0, errors: 1 });
  });

  it.each([
    ['no field', { colour: { red: 'A' } }],
    ['a figure', { value: { '1': '2' } }],
    ['no text', { area: { X: 1 } }],
    ['a text without end', { area: { X: 'x'.repeat(201) } }],
  ])('is not read by %s', async (_what, codes) => {
    const { job } = (await imports.send(kgz, 'code,value\nVictims,7\n')).body;
    expect((await imports.check(kgz, job, { codes })).status).toBe(400);
  });

  it('is seen by who may see the file, and said by who may check it', async () => {
    const { job } = (await imports.send(kgz, FILE)).body;
    expect((await imports.unknown(uzb, job)).status).toBe(404);
    expect((await imports.unknown(officer, job)).status).toBe(200);
    const said = { codes: { area: { Kazakhstan: null } } };
    expect((await imports.check(uzb, job, said)).status).toBe(404);
  });
});

describe('a red row', () => {
  it('is put right in any of its cells', async () => {
    const { job } = (await imports.send(kgz, 'code,country,sex,value\nA5,Elsewhere,lady,7\n')).body;
    const rowFix = (cells: object) => imports.mend(kgz, job, 1, cells);
    expect((await rowFix({ indicator: 'A5.8' })).body.summary.errors).toBe(1);
    expect((await rowFix({ area: 'KGZ' })).body.summary.errors).toBe(1);
    const { body } = await rowFix({ sex: 'F' });
    expect([taken(body), body.problems]).toEqual([1, []]);
  });

  it('keeps what was put right when the file is checked again, until its columns are other ones', async () => {
    const { job } = (await imports.send(kgz, 'code,value,other\nA5.8,З,1\nVictims,5,2\n')).body;
    await imports.mend(kgz, job, 1, { value: '3' });
    await imports.mend(kgz, job, 2, { leaveOut: true });
    const read = await again(job);
    expect(read.summary).toMatchObject({ rejected: 1, errors: 0 });
    expect(taken(read)).toBe(1);
    const other = await again(job, { columns: { value: 3 } });
    expect(other.summary).toMatchObject({ errors: 1 });
    expect((await rowsOf(job))[0].typed).toBe('1');
  });

  it('is left out, and the others of its file are stored', async () => {
    const { job } = (await imports.send(kgz, 'code,value\nA6.1,2\nZ9,1\n')).body;
    const left = (await imports.mend(kgz, job, 2, { leaveOut: true })).body;
    expect(left.summary).toMatchObject({ rejected: 1, errors: 0 });
    expect(told(left)).toEqual([[3, 'LEFT_OUT']]);
    const back = (await imports.mend(kgz, job, 2, {})).body;
    expect(told(back)).toEqual([[3, 'UNKNOWN_INDICATOR']]);
    await imports.mend(kgz, job, 2, { leaveOut: true });
    expect((await imports.commit(kgz, job)).body.state).toBe('COMMITTED');
  });

  it('of a word whose rows are left out is taken in by itself, and stays so while it is put right', async () => {
    const file = 'code,country,value\nVictims,KGZ,2\nVictims,KGZ,3\nA1.6,KGZ,4\n';
    const { job } = (await imports.send(kgz, file)).body;
    await again(job, { codes: { indicator: { Victims: null, 'A1.6': null } } });
    const rowFix = (row: number, said: object) => imports.mend(kgz, job, row, said);
    await rowFix(1, { leaveOut: false });
    const { body } = await rowFix(3, { leaveOut: false });
    expect(told(body)).toEqual([
      [2, 'UNKNOWN_INDICATOR'],
      [3, 'LEFT_OUT'],
      [4, 'NOT_ASSIGNED'],
    ]);
    await rowFix(1, { value: '5' });
    const read = await again(job);
    expect(told(read)).toEqual(told(body));
    expect(told((await rowFix(3, { leaveOut: true })).body)).toContainEqual([4, 'LEFT_OUT']);
  });

  it('told a second time is left out, or becomes another cell', async () => {
    const { job } = (await imports.send(kgz, 'code,sex,value\nA5.8,F,7\nA5.8,F,8\nA5.8,F,9\n'))
      .body;
    await imports.mend(kgz, job, 2, { leaveOut: true });
    const { body } = await imports.mend(kgz, job, 3, { sex: 'M' });
    expect(body.summary).toMatchObject({ rejected: 1, errors: 0 });
    expect(taken(body)).toBe(2);
  });

  it('that says nothing any more is left out, and not gone', async () => {
    const { job } = (await imports.send(kgz, 'code,value\nA5.8,x9\n')).body;
    const { body } = await imports.mend(kgz, job, 1, { value: '' });
    expect(body.summary).toMatchObject({ rows: 1, rejected: 1, errors: 0 });
  });
});

describe('a character that no database keeps', () => {
  it.each(['age', 'breakdown', 'sex', 'region'])(
    'is none of the code of a part: %s',
    async (of) => {
      const file = { dataValues: [{ dataElement: 'A5_8', [of]: 'x\0y', value: '7' }] };
      const { body } = await imports.send(kgz, JSON.stringify(file));
      expect([body.state, body.summary]).toMatchObject(['CHECKED', { new: 0, errors: 1 }]);
    },
  );
});

describe('the spelling of a character that no database keeps', () => {
  it('is a text like any other', async () => {
    const { body } = await imports.send(kgz, 'code,value,comment\nA5.8,7,a \\u0000 c\n');
    const [content] = await imports.contents(body.job);
    expect(content?.['comment']).toBe('a \\u0000 c');
  });
});
