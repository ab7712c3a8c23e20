import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '@qadam/i18n';
import { type DeskRequests, deskRequests } from '../../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../../testing/harness.ts';
import { importRequests } from '../../../testing/import-requests.ts';
import { PEOPLE, published, reportingFixture } from '../../../testing/reporting-fixture.ts';
import { fieldOf } from '../formats/columns.ts';
import { readTemplateWords, STATUSES, statusOf } from '../template-words.ts';
import { type OpenSheet, openWorkbook, type OpenWorkbook } from '../../../testing/workbook.ts';

const AXES = [
  {
    dimension: 'sex',
    codes: [
      { code: 'F', name: { en: 'women', ru: 'женщины', uz: 'ayollar' } },
      { code: 'M', name: { en: 'men', ru: 'мужчины', uz: 'erkaklar' } },
    ],
  },
];

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await api
    .em()
    .execute(
      `update work.indicator set breakdowns = '{sex,region}', table_axes = ? where code = 'A5.8'`,
      [JSON.stringify(AXES)],
    );
  await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2024, value: '11357' });
  desk = deskRequests(api);
  imports = importRequests(api);
  await desk.save(kgz, 'A5.8', '12000', { comment: '=HYPERLINK("http://x")' });
});
afterAll(() => api.stop());

async function download(who: string, path = 'KGZ/2025.xlsx?lang=ru') {
  const headers = { cookie: await api.cookie(who) };
  return api.http({ method: 'GET', url: `/templates/${path}`, headers });
}

async function workbook(who = kgz, lang = 'ru'): Promise<OpenWorkbook> {
  const { rawPayload } = await download(who, `KGZ/2025.xlsx?lang=${lang}`);
  return openWorkbook(rawPayload);
}

const send = async (book: OpenWorkbook, dryRun = true) =>
  (await imports.send(kgz, await book.save(), { fileName: 'Отчёт (2).xlsx', lang: 'ru', dryRun }))
    .body;

const rowOf = (data: OpenSheet, code: string, part?: string): number =>
  data.rowOf({ 1: code, ...(part !== undefined && { 4: part }) });

describe('the template', () => {
  it('holds a row for each indicator and part, last year and what is known', async () => {
    const data = (await workbook()).sheet('Data');
    const rows = data.rows.map((row) => row.slice(0, 6));
    expect(rows[0]).toEqual([
      'Код',
      'Наименование',
      'Единица',
      'Разрез',
      'Прошлый год',
      'Значение',
    ]);
    expect(rows).toContainEqual([
      'A5.8',
      'Indicator A5.8 (ru)',
      'NUMBER (ru)',
      'всего',
      11357,
      12000,
    ]);
    expect(data.value(rowOf(data, 'A6.1'), 6)).toBeNull();
    expect(data.column(4).slice(1)).toEqual([
      'всего',
      'всего',
      'всего',
      'sex=F · женщины',
      'sex=M · мужчины',
    ]);
  });

  it('locks all but the yellow cells, without a password, and offers the statuses as a list', async () => {
    const book = await workbook(kgz, 'en');
    const data = book.sheet('Data');
    const row = rowOf(data, 'A5.8');
    expect(data.sheet.protection).toMatchObject({ sheet: true });
    expect([1, 2, 6, 7, 9].map((at) => data.isLocked(row, at))).toEqual([
      ...[true, true, false, true, false],
    ]);
    expect(data.validation(`I${row}`)).toMatchObject({ type: 'list' });
    expect(data.isLocked(rowOf(data, 'A5.2'), 7)).toBe(false);
    const hidden = book.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
    expect(hidden).toEqual(['Lists', 'Meta']);
    expect(book.sheet('README').value(4, 1)).toMatch(/^1\. Fill in the yellow cells/);
  });

  it('never carries a formula that somebody typed as a comment', async () => {
    const data = (await workbook()).sheet('Data');
    expect(data.value(rowOf(data, 'A5.8'), 14)).toBe(`'=HYPERLINK("http://x")`);
  });

  it('is given to the country and the officer, and to nobody else', async () => {
    expect((await download(officer)).statusCode).toBe(200);
    expect((await download(uzb)).statusCode).toBe(404);
    expect((await download(kgz, 'KGZ/1999.xlsx')).statusCode).toBe(404);
    expect((await api.http({ method: 'GET', url: '/templates/KGZ/2025.xlsx' })).statusCode).toBe(
      401,
    );
  });
});

describe.each(languages)('the template in %s', (lang) => {
  it('has heads that are recognised, statuses that are read, and no text of another language', async () => {
    const book = await workbook(kgz, lang);
    const [heads = []] = book.sheet('Data').rows;
    expect(heads.map((head) => fieldOf(String(head)))).toEqual([
      'indicator',
      'indicator',
      'unit',
      'breakdown',
      null, // last year
      'value',
      'numerator',
      'denominator',
      'status',
      'factDate',
      'provision',
      'basis',
      'source',
      'comment',
    ]);
    const { status } = await readTemplateWords();
    const listed = book.sheet('Lists').column(1);
    expect(listed.map((word) => statusOf(String(word), status))).toEqual([...STATUSES]);
    const readme = book.sheet('README').column(1).join(' ');
    expect(readme).not.toMatch(/{{|template\./);
    if (lang !== 'en') expect(readme).not.toContain('yellow');
    if (['kk', 'ky', 'tg', 'uz'].includes(lang)) expect(readme).not.toContain('жёлтые');
  });

  it('comes back as it went out, whatever language it is sent as', async () => {
    const bytes = await (await workbook(kgz, lang)).save();
    const { body } = await imports.send(kgz, bytes, { lang: 'en' });
    expect([body.problems, body.summary]).toEqual([
      [],
      expect.objectContaining({ rows: 1, same: 1, rejected: 0 }),
    ]);
  });
});

describe('the template on its way back', () => {
  it('as it went out changes nothing', async () => {
    const { summary, problems } = await send(await workbook());
    expect([problems, summary]).toEqual([
      [],
      expect.objectContaining({ rows: 1, same: 1, rejected: 0 }),
    ]);
  });

  it('is read with comma decimals, look-alikes told, rows and columns moved, and committed once it is right', async () => {
    const book = await workbook();
    const data = book.sheet('Data');
    const ratio = rowOf(data, 'A5.2');
    data.set(ratio, 7, '1 250,5');
    data.set(ratio, 8, '5 000');
    data.set(rowOf(data, 'A6.1'), 6, 'З');
    data.insertRow(2);
    const first = await send(book);
    expect(first.summary).toMatchObject({ new: 1, same: 1, rejected: 1 });
    expect(first.problems).toContainEqual(
      expect.objectContaining({ code: 'LOOKALIKE_LETTER', column: 'Значение', severity: 'ERROR' }),
    );
    data.set(rowOf(data, 'A6.1'), 6, 3);
    const second = await send(book, false);
    expect(second).toMatchObject({ state: 'COMMITTED', summary: { new: 2, same: 1, rejected: 0 } });
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cell = result.cells.find(({ indicator }) => indicator === 'A5.2');
    expect(cell?.current).toMatchObject({ value: '25', numerator: '1250.5', via: 'IMPORT' });
    expect((await send(book)).summary).toMatchObject({ new: 0, changed: 0, same: 3 });
  });

  it('is read where rows are hidden, with a warning, and where rows were taken out', async () => {
    const book = await workbook();
    const data = book.sheet('Data');
    data.removeRow(rowOf(data, 'A6.1'));
    data.hide(rowOf(data, 'A5.8'));
    const { problems } = await send(book);
    expect(problems.map(({ code }: { code: string }) => code)).toEqual([
      'TEMPLATE_CHANGED',
      'HIDDEN_ROW',
    ]);
  });

  it('of another version is refused, and so is one of another country', async () => {
    const book = await workbook();
    book.sheet('Meta').set(2, 2, '0');
    expect((await send(book)).problems).toEqual([
      expect.objectContaining({ code: 'TEMPLATE_VERSION', severity: 'ERROR' }),
    ]);
    const { body } = await imports.send(uzb, await (await workbook()).save(), { country: 'UZB' });
    expect(body).toMatchObject({
      state: 'REFUSED',
      problems: [{ code: 'TEMPLATE_OF_ANOTHER_RETURN' }],
    });
  });

  it('brings the parts of a table, and tells where they miss their total', async () => {
    const book = await workbook();
    const data = book.sheet('Data');
    const whole = rowOf(data, 'A5.8', 'всего');
    const men = rowOf(data, 'A5.8', 'sex=M · мужчины');
    data.set(whole, 6, 12000);
    data.set(rowOf(data, 'A5.8', 'sex=F · женщины'), 6, '11 500');
    data.set(men, 6, 600);
    const wrong = await send(book);
    expect(wrong.summary).toMatchObject({ new: 2, same: 3, errors: 0 });
    expect(wrong.problems).toEqual([
      expect.objectContaining({
        code: 'PARTS_DIFFER',
        severity: 'WARN',
        row: whole,
        column: 'A5.8',
        params: [
          { name: 'sum', value: '12100' },
          { name: 'total', value: '12000' },
        ],
      }),
    ]);
    data.set(men, 6, 500);
    expect(await send(book, false)).toMatchObject({ state: 'COMMITTED', problems: [] });
    expect((await send(book)).summary).toMatchObject({ new: 0, changed: 0, same: 5 });
    const again = (await workbook(kgz, 'uz')).sheet('Data');
    expect(again.value(rowOf(again, 'A5.8', 'sex=F · ayollar'), 6)).toBe(11500);
  });

  it('of parts that the table does not know is not taken', async () => {
    const book = await workbook();
    const data = book.sheet('Data');
    data.set(rowOf(data, 'A5.8', 'sex=M · мужчины'), 4, 'sex=_O');
    const { problems, summary } = await send(book);
    expect(summary).toMatchObject({ rejected: 1 });
    expect(problems.map(({ code }: { code: string }) => code)).toContain('UNKNOWN_CODE');
  });
});
