import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { languages } from '@qadam/i18n';
import { type DeskRequests, deskRequests } from '../../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../../testing/harness.ts';
import { importRequests } from '../../../testing/import-requests.ts';
import { PEOPLE, published, reportingFixture } from '../../../testing/reporting-fixture.ts';
import { fieldOf } from '../formats/columns.ts';
import { readTemplateWords, STATUSES, statusOf } from '../template-words.ts';

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

async function workbook(who = kgz, lang = 'ru'): Promise<ExcelJS.Workbook> {
  const { rawPayload } = await download(who, `KGZ/2025.xlsx?lang=${lang}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(rawPayload).buffer);
  return book;
}

const bytesOf = async (book: ExcelJS.Workbook) => new Uint8Array(await book.xlsx.writeBuffer());
const send = async (book: ExcelJS.Workbook, dryRun = true) =>
  (await imports.send(kgz, await bytesOf(book), { fileName: 'Отчёт (2).xlsx', lang: 'ru', dryRun }))
    .body;

function sheet(book: ExcelJS.Workbook, name = 'Data'): ExcelJS.Worksheet {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
}

function rowOf(book: ExcelJS.Workbook, code: string, part?: string): ExcelJS.Row {
  const row = sheet(book)
    .getRows(2, 20)
    ?.find((one) => one.getCell(1).text === code && (!part || one.getCell(4).text === part));
  if (!row) throw new Error(`There is no row ${code} ${part ?? ''}.`);
  return row;
}

describe('the template', () => {
  it('holds a row for each indicator and part, last year and what is known', async () => {
    const book = await workbook();
    const rows = (sheet(book).getRows(1, 6) ?? []).map((row) =>
      (row.values as unknown[]).slice(1, 7),
    );
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
    expect(rowOf(book, 'A6.1').getCell(6).value).toBeNull();
    const parts = sheet(book).getColumn(4).values;
    expect(parts.slice(2)).toEqual([
      'всего',
      'всего',
      'всего',
      'sex=F · женщины',
      'sex=M · мужчины',
    ]);
  });

  it('locks all but the yellow cells, without a password, and offers the statuses as a list', async () => {
    const book = await workbook(kgz, 'en');
    const row = rowOf(book, 'A5.8');
    expect(
      [1, 2, 6, 7, 9].map(
        (at) => (row.getCell(at).protection as { locked?: boolean } | undefined)?.locked ?? true,
      ),
    ).toEqual([true, true, false, true, false]);
    expect(row.getCell(9).dataValidation).toMatchObject({ type: 'list' });
    expect(rowOf(book, 'A5.2').getCell(7).protection.locked).toBe(false);
    expect([sheet(book, 'Lists').state, sheet(book, 'Meta').state]).toEqual(['hidden', 'hidden']);
    expect(sheet(book, 'README').getCell('A4').text).toMatch(/^1\. Fill in the yellow cells/);
  });

  it('never carries a formula that somebody typed as a comment', async () => {
    const { value } = rowOf(await workbook(), 'A5.8').getCell(14);
    expect(value).toBe(`'=HYPERLINK("http://x")`);
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
    const heads = (sheet(book).getRow(1).values as string[]).slice(1);
    expect(heads.map(fieldOf)).toEqual([
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
    const listed = sheet(book, 'Lists').getColumn(1).values.slice(1) as string[];
    expect(listed.map((word) => statusOf(word, status))).toEqual([...STATUSES]);
    const readme = (sheet(book, 'README').getColumn(1).values as string[]).join(' ');
    expect(readme).not.toMatch(/{{|template\./);
    if (lang !== 'en') expect(readme).not.toContain('yellow');
    if (['kk', 'ky', 'tg', 'uz'].includes(lang)) expect(readme).not.toContain('жёлтые');
  });

  it('comes back as it went out, whatever language it is sent as', async () => {
    const bytes = await bytesOf(await workbook(kgz, lang));
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
    const ratio = rowOf(book, 'A5.2');
    ratio.getCell(7).value = '1 250,5';
    ratio.getCell(8).value = '5 000';
    rowOf(book, 'A6.1').getCell(6).value = 'З';
    sheet(book).insertRow(2, []);
    const first = await send(book);
    expect(first.summary).toMatchObject({ new: 1, same: 1, rejected: 1 });
    expect(first.problems).toContainEqual(
      expect.objectContaining({ code: 'LOOKALIKE_LETTER', column: 'Значение', severity: 'ERROR' }),
    );
    rowOf(book, 'A6.1').getCell(6).value = 3;
    const second = await send(book, false);
    expect(second).toMatchObject({ state: 'COMMITTED', summary: { new: 2, same: 1, rejected: 0 } });
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cell = result.cells.find(({ indicator }) => indicator === 'A5.2');
    expect(cell?.current).toMatchObject({ value: '25', numerator: '1250.5', via: 'IMPORT' });
    expect((await send(book)).summary).toMatchObject({ new: 0, changed: 0, same: 3 });
  });

  it('is read where rows are hidden, with a warning, and where rows were taken out', async () => {
    const book = await workbook();
    const row = rowOf(book, 'A6.1').number;
    sheet(book).spliceRows(row, 1);
    rowOf(book, 'A5.8').hidden = true;
    const { problems } = await send(book);
    expect(problems.map(({ code }: { code: string }) => code)).toEqual([
      'TEMPLATE_CHANGED',
      'HIDDEN_ROW',
    ]);
  });

  it('of another version is refused, and so is one of another country', async () => {
    const book = await workbook();
    sheet(book, 'Meta').getCell('B2').value = '0';
    expect((await send(book)).problems).toEqual([
      expect.objectContaining({ code: 'TEMPLATE_VERSION', severity: 'ERROR' }),
    ]);
    const { body } = await imports.send(uzb, await bytesOf(await workbook()), { country: 'UZB' });
    expect(body).toMatchObject({
      state: 'REFUSED',
      problems: [{ code: 'TEMPLATE_OF_ANOTHER_RETURN' }],
    });
  });

  it('brings the parts of a table, and tells where they miss their total', async () => {
    const book = await workbook();
    const whole = rowOf(book, 'A5.8', 'всего');
    const women = rowOf(book, 'A5.8', 'sex=F · женщины');
    const men = rowOf(book, 'A5.8', 'sex=M · мужчины');
    whole.getCell(6).value = 12000;
    women.getCell(6).value = '11 500';
    men.getCell(6).value = 600;
    const wrong = await send(book);
    expect(wrong.summary).toMatchObject({ new: 2, same: 3, errors: 0 });
    expect(wrong.problems).toEqual([
      expect.objectContaining({
        code: 'PARTS_DIFFER',
        severity: 'WARN',
        row: whole.number,
        column: 'A5.8',
        params: [
          { name: 'sum', value: '12100' },
          { name: 'total', value: '12000' },
        ],
      }),
    ]);
    men.getCell(6).value = 500;
    expect(await send(book, false)).toMatchObject({ state: 'COMMITTED', problems: [] });
    expect((await send(book)).summary).toMatchObject({ new: 0, changed: 0, same: 5 });
    const again = await workbook(kgz, 'uz');
    expect(rowOf(again, 'A5.8', 'sex=F · ayollar').getCell(6).value).toBe(11500);
  });

  it('of parts that the table does not know is not taken', async () => {
    const book = await workbook();
    rowOf(book, 'A5.8', 'sex=M · мужчины').getCell(4).value = 'sex=_O';
    const { problems, summary } = await send(book);
    expect(summary).toMatchObject({ rejected: 1 });
    expect(problems.map(({ code }: { code: string }) => code)).toContain('UNKNOWN_CODE');
  });
});
