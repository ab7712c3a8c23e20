import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translator } from '@qadam/i18n';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importFixture, told } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer, auditor, donor, admin } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

describe('who may import', () => {
  const file = 'code,value\nA5.8,7\n';

  it('nobody who is not signed in', async () => {
    expect((await imports.send(null, file)).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });

  it('a reporter of another country is answered like one who asks for no country at all', async () => {
    const foreign = await imports.send(uzb, file);
    const absent = await imports.send(uzb, file, { country: 'XXX' });
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(foreign.body.errors[0].extensions.code).toBe('NOT_FOUND');
    expect(foreign.body.errors[0].message).toBe(absent.body.errors[0].message);
  });

  it.each([donor, admin, auditor])('%s: not at all', async (who) => {
    expect((await imports.send(who, file)).body.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('an officer looks, to map series, and commits nothing', async () => {
    const { body } = await imports.send(officer, file);
    expect(body.summary).toMatchObject({ rows: 1, new: 1 });
    const commit = await imports.commit(officer, body.job);
    expect(commit.body.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('no other site', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await imports.send(kgz, file, { headers })).status).toBe(403);
  });

  it('no cycle that does not exist, and nothing that is no cycle', async () => {
    expect((await imports.send(kgz, file, { cycle: '2010' })).status).toBe(404);
    expect((await imports.send(kgz, file, { cycle: 'soon' })).status).toBe(400);
  });
});

describe('a dry run', () => {
  it('tells what would be new, and stores nothing of it', async () => {
    const before = await stored(api.em());
    const file =
      'Показатель;Пол;Значение;Комментарий\nA5.8;;1 234;Учёт\nA5.8;F;1 000;\nA6.1;;3;Закон\n';
    const { status, body } = await imports.send(kgz, file, { lang: 'ru' });
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.summary).toEqual({ rows: 3, new: 3, changed: 0, same: 0, rejected: 0, errors: 0 });
    expect(await stored(api.em())).toEqual(before);
  });

  it('knows an indicator by its name, its SDMX spelling and a Cyrillic look-alike', async () => {
    const file = 'indicator,value\nIndicator A5.8 (ru),7\nA6_1,3\nА5.2,12\n';
    const { body } = await imports.send(kgz, file, { lang: 'en' });
    expect(body.summary).toMatchObject({ new: 3, rejected: 0 });
    expect(told(body)).toEqual([[4, 'LOOKALIKE_FIXED']]);
  });

  it.each([
    ['an unknown code', 'code,value\nZ9,1', 'UNKNOWN_INDICATOR'],
    ['an indicator nobody assigned', 'code,value\nA1.6,1', 'NOT_ASSIGNED'],
    ['another country', 'code,country,value\nA5.8,UZB,1', 'OTHER_AREA'],
    ['another year', 'code,year,value\nA5.8,2024,1', 'OTHER_YEAR'],
    ['two years in one', 'code,year,value\nA5.8,2024/25,1', 'PERIOD_RANGE'],
    ['a dash', 'code,value\nA5.8,–', 'AMBIGUOUS_DASH'],
    ['a footnote', 'code,value\nA5.8,48³', 'FOOTNOTE_MARK'],
    ['a date', 'code,value\nA5.8,07.ноя', 'DATE_LIKE'],
    ['a part of a whole number', 'code,value\nA5.8,7.5', 'NOT_INTEGER'],
    ['half a rate', 'code,numerator,denominator\nA5.2,5,', 'MISSING_DENOMINATOR'],
    ['more than all', 'code,numerator,denominator\nA5.2,5,4', 'NUMERATOR_EXCEEDS_DENOMINATOR'],
    ['more than can be', 'code,value\nA6.1,9', 'ABOVE_MAX'],
    ['a breakdown the indicator does not have', 'code,sex,value\nA6.1,F,3', 'NOT_BROKEN_DOWN'],
    ['a breakdown that no table asks for', 'code,location,value\nA5.8,U,3', 'PART_NOT_ASKED'],
    ['a sex that is no code', 'code,sex,value\nA5.8,lady,3', 'UNKNOWN_CODE'],
    ['an unknown status', 'code,value,status\nA5.8,3,?', 'UNKNOWN_STATUS'],
    [
      'a value and a reason for its absence',
      'code,value,status\nA5.8,3,L',
      'REASON_EXCLUDES_VALUE',
    ],
    ['a row told twice', 'code,value\nA5.8,3\nA5.8,4', 'DUPLICATE_ROW'],
  ])('%s is rejected, with its row and column', async (_what, file, code) => {
    const { body } = await imports.send(kgz, file);
    expect(body.summary.rejected).toBe(1);
    const [problem] = body.problems;
    expect(problem).toMatchObject({ code, row: code === 'DUPLICATE_ROW' ? 3 : 2 });
    expect(problem.column).toEqual(expect.any(String));
  });

  it('reads Windows-1251 and UTF-16, and refuses a file that lost its letters', async () => {
    // «код;значение» in Windows-1251
    const head = [0xea, 0xee, 0xe4, 0x3b, 0xe7, 0xed, 0xe0, 0xf7, 0xe5, 0xed, 0xe8, 0xe5, 0x0a];
    const cp1251 = Uint8Array.from([...head, ...Buffer.from('A5.8;7\n')]);
    expect(told((await imports.send(kgz, cp1251)).body)).toEqual([[null, 'GUESSED_ENCODING']]);
    const utf16 = Buffer.from('\uFEFFкод\tзначение\nA5.8\t7\n', 'utf16le');
    expect((await imports.send(kgz, utf16)).body.summary.new).toBe(1);
    const lost = Uint8Array.from([...head, ...Buffer.from('A5.8;7;?'), 0xe0, 0x0a]);
    expect((await imports.send(kgz, lost)).body).toMatchObject({
      state: 'REFUSED',
      problems: [{ code: 'LOST_LETTERS', row: 2 }],
    });
  });

  it.each([
    ['nothing', '', 'EMPTY_FILE'],
    ['no column of values', 'code,colour\nA5.8,red\n', 'NO_VALUE_COLUMN'],
    ['a PDF', '%PDF-1.7', 'UNKNOWN_FORMAT'],
    ['XML of somebody else', '<?xml version="1.0"?><html/>', 'UNKNOWN_FORMAT'],
    ['broken JSON', '{"dataValues": [', 'JSON_BROKEN'],
  ])('a file with %s is refused as a whole', async (_what, file, code) => {
    const { body } = await imports.send(kgz, file);
    expect(body).toMatchObject({ state: 'REFUSED', problems: [{ code, severity: 'ERROR' }] });
    expect((await imports.commit(kgz, body.job)).body.problems[0].code).toBe('NOT_CHECKED');
  });

  it('of more than 10 MB is not even kept', async () => {
    const { status, body } = await imports.send(kgz, Buffer.alloc(10 * 1024 * 1024 + 1, 32));
    expect([status, body.job, body.problems[0].code]).toEqual([413, null, 'FILE_TOO_LARGE']);
  });

  it('can be asked for by its job, page by page and as a list of errors', async () => {
    const { body } = await imports.send(
      kgz,
      'code,sex,value,comment\nA5.8,F,"=1+1",x\nA6.1,,3,y\n',
    );
    const job = await imports.job(kgz, body.job);
    expect(job.body).toMatchObject({
      state: 'CHECKED',
      progress: { checked: 2, seen: 2 },
      format: 'csv',
    });
    const red = await imports.rows(kgz, body.job, { severity: 'ERROR' });
    expect(red.body.rows).toEqual([expect.objectContaining({ line: 2, typed: '=1+1' })]);
    // a row is described in the language of the person who looks at it
    const [part] = (await imports.rows(kgz, body.job, { lang: 'ru' })).body.rows;
    expect(part.name).toEqual({ lang: 'ru', text: 'Indicator A5.8 (ru): F' });
    const csv = await imports.errors(kgz, body.job);
    expect(csv.body).toContain(
      '\uFEFFRow,Column,Kind,Code,What it is\r\n2,value,To correct,NOT_A_NUMBER,',
    );
    const russian = await imports.errors(kgz, body.job, 'ru');
    const sentence = (await translator('ru', 'problems'))('NOT_A_NUMBER', { text: '=1+1' });
    expect(russian.body).toContain(`2,value,Исправить,NOT_A_NUMBER,${sentence}`);
    expect(sentence).toContain('=1+1');
    expect((await imports.job(uzb, body.job)).status).toBe(404);
    expect((await imports.job(auditor, body.job)).status).toBe(200);
  });

  it('answers at once with its job where the sender prefers so', async () => {
    const headers = { prefer: 'respond-async' };
    const { status, body } = await imports.send(kgz, 'code,value\nA5.8,7\n', { headers });
    expect(status).toBe(202);
    expect((await imports.checked(kgz, body.job)).state).toBe('CHECKED');
  });

  it('waits for its turn with two more of the same person, and no more', async () => {
    const sent = (who: string) => imports.send(who, 'code,value\nA5.8,7\n');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => sent(kgz)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429]);
    expect((await sent(kgz)).status).toBe(200);
  });
});

describe('a region', () => {
  it('is known by ISO, by the codes of the national office and by name, in either column', async () => {
    const file = [
      'code,area,region,value',
      'A5.8,,KG-B,300',
      'A5.8,KG05,,300',
      'A5.8,KGZ,41705 000 000 00 0,300',
      'A5.8,,Баткенская  область,300',
      'A5.8,,КG05,300',
      'A5.8,KG99,,300',
      '',
    ].join('\n');
    const { body } = await imports.send(kgz, file);
    expect(told(body)).toEqual([
      [3, 'DUPLICATE_ROW'],
      [4, 'DUPLICATE_ROW'],
      [5, 'DUPLICATE_ROW'],
      [6, 'LOOKALIKE_FIXED'],
      [6, 'DUPLICATE_ROW'],
      [7, 'UNKNOWN_REGION'],
    ]);
  });
});

describe('a row that is mended', () => {
  it('says no cell a second time', async () => {
    const { body } = await imports.send(uzb, 'code,value\nA6.1,З\nA6.1,2\n', { country: 'UZB' });
    const [red] = (await imports.rows(uzb, body.job, { severity: 'ERROR' })).body.rows;
    const mended = await imports.mend(uzb, body.job, red.number, { value: '3' });
    expect(mended.body.summary).toMatchObject({ new: 1, rejected: 1, errors: 1 });
    expect(told(mended.body)).toContainEqual([2, 'DUPLICATE_ROW']);
  });
});

describe('a job', () => {
  const reading = (ago: string) =>
    api.em().execute<[{ id: string }]>(
      `insert into work.import_job (id, area, cycle, file_name, content, state, created_by, touched_at)
         select gen_random_uuid(), 'UZB', 2025, 'a.csv', convert_to(E'code,value\\nA6.1,2\\n', 'UTF8'), 'READING', id,
           now() - interval '${ago}' from work.user_account where email = ? returning id`,
      [uzb],
    );

  it('whose server stopped is told to be interrupted, and is read again from what was sent', async () => {
    const [{ id }] = await reading('5 minutes');
    expect((await imports.job(uzb, id)).body.state).toBe('INTERRUPTED');
    expect(await imports.again(uzb, id)).toMatchObject({
      state: 'CHECKED',
      summary: { rows: 1 },
    });
  });

  it('is kept while it is one of the twenty newest of its person', async () => {
    const { job } = (await imports.send(uzb, 'code,value\nA6.1,2\n', { country: 'UZB' })).body;
    const copies = (count: number) =>
      api.em().execute(
        `insert into work.import_job (id, area, cycle, file_name, content, state, created_by, created_at)
         select gen_random_uuid(), area, cycle, file_name, content, state, created_by, created_at + n * interval '1 ms'
         from work.import_job, generate_series(1, ?) n where id = ?`,
        [count, job],
      );
    const next = () => imports.send(uzb, 'code,value\nA6.1,2\n', { country: 'UZB' });
    await copies(18);
    await next();
    expect((await imports.job(uzb, job)).status).toBe(200);
    await next();
    expect((await imports.job(uzb, job)).status).toBe(404);
  });

  it('that somebody is reading is not read a second time', async () => {
    const [{ id }] = await reading('10 seconds');
    expect((await imports.job(uzb, id)).body.state).toBe('READING');
    await imports.check(uzb, id);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await imports.job(uzb, id)).body).toMatchObject({ state: 'READING', summary: null });
  });
});

describe('parts of a table', () => {
  const SEXES = [
    { code: 'F', name: { en: 'women', ru: 'женщины' } },
    { code: 'M', name: { en: 'men', ru: 'мужчины' } },
  ];
  const TABLE = JSON.stringify([{ dimension: 'sex', codes: SEXES }]);
  beforeAll(() =>
    api.em().execute(`update work.indicator set table_axes = ? where code = 'A5.8'`, [TABLE]),
  );
  const check = async (file: string) =>
    (await imports.send(uzb, file, { country: 'UZB', lang: 'ru' })).body;

  it.each([
    ['CSV by code', 'code;sex;value\nA5.8;;1000\nA5.8;F;600\nA5.8;M;400\n', []],
    ['CSV by name', 'код;пол;значение\nA5.8;;1000\nA5.8;Женщины;600\nA5.8;men;400\n', []],
    ['CSV with a Cyrillic М', 'код;пол;значение\nA5.8;F;5\nA5.8;М;4\n', ['LOOKALIKE_FIXED']],
    [
      'SDMX-CSV',
      'STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\ndataflow,Q:Q(1.0),I,A5_8,UZB,F,2025,5\ndataflow,Q:Q(1.0),I,A5_8,UZB,M,2025,4\n',
      [],
    ],
  ])('come by %s', async (_what, file, warnings) => {
    const { summary, problems } = await check(file);
    expect(summary).toMatchObject({ rejected: 0, new: file.trim().split('\n').length - 1 });
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(warnings);
  });

  it('are told where they contradict their total, and no more once the row is mended', async () => {
    const { job, problems, summary } = await check(
      'code;sex;value\nA5.8;;1000\nA5.8;F;600\nA5.8;M;4З0\nA6.1;;2\n',
    );
    expect([summary.errors, problems.length]).toEqual([1, 1]);
    const [red] = (await imports.rows(uzb, job, { severity: 'ERROR' })).body.rows;
    const wrong = await imports.mend(uzb, job, red.number, { value: '430' });
    expect(told(wrong.body)).toEqual([[2, 'PARTS_DIFFER']]);
    expect(wrong.body.summary.errors).toBe(0);
  });

  it('of a code that the table does not have are rejected', async () => {
    const { problems } = await check('code;sex;value\nA5.8;_O;5\n');
    expect(problems).toMatchObject([{ code: 'UNKNOWN_CODE', severity: 'ERROR' }]);
  });
});
