import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages, translator } from '@qadam/i18n';
import { deskRequests, type DeskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { told } from '../../testing/import-fixture.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { assignLaw, PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import { openWorkbook } from '../../testing/workbook.ts';

let api: TestApp;
let desk: DeskRequests;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await assignLaw(api.em());
  desk = deskRequests(api);
  imports = importRequests(api);
  await published(api.em(), {
    ...{ area: 'KGZ', indicator: 'A2.1', element: 'A2.1-DEF', year: 2021 },
    ...{ value: '2', factDate: '2021-03-11', provision: 'Draft 7' },
  });
});
afterAll(() => api.stop());

const HEAD = 'code,breakdown,value,fact_date,provision,basis';
const check = async (rows: string[], head = HEAD, options: object = {}) =>
  (await imports.send(kgz, [head, ...rows, ''].join('\n'), options)).body;

interface Stored {
  part: { breakdown: string };
  content: { value: string | null; factDate: string; provision: string | null; basis: string };
}
/** The cells that a commit of the checked file would store. */
const stored = (job: string) =>
  api
    .em()
    .execute<Stored[]>(
      `select cell->'part' as part, content from work.import_row where job = ? and verdict <> 'REJECTED' order by number`,
      [job],
    );

describe('a row about an element of a law', () => {
  it.each(['A2.1-DEF', 'A2_1-DEF', 'Element DEF', 'элемент def'])(
    'says which by its code or by its name: %s',
    async (name) => {
      const body = await check([`A2.1,${name},4,2025-03-12,"Labour Code, article 7",OFFICIAL`]);
      expect(body.summary).toMatchObject({ rows: 1, new: 1, rejected: 0 });
      expect(await stored(body.job)).toMatchObject([
        {
          part: { breakdown: 'A2.1-DEF' },
          content: {
            value: '4',
            factDate: '2025-03-12',
            provision: 'Labour Code, article 7',
            basis: 'OFFICIAL',
          },
        },
      ]);
    },
  );

  it.each(languages)(
    'is read by the heads and words that our own files have in %s',
    async (lang) => {
      const t = await translator(lang, 'files');
      const pages = await translator(lang, 'public');
      const heads = ['indicator', 'breakdown', 'value', 'fact_date', 'provision', 'basis'] as const;
      const head = heads.map((name) => t(`columns.${name}`)).join(';');
      const body = await check([`A2.1;A2.1-DEF;4;12.03.2025;Art. 7;${pages('law.MEDIA')}`], head, {
        lang,
      });
      expect(body.problems).toEqual([
        expect.objectContaining({ code: 'EVIDENCE_REQUIRED', severity: 'WARN' }),
      ]);
      expect(await stored(body.job)).toMatchObject([
        { content: { factDate: '2025-03-12', provision: 'Art. 7', basis: 'MEDIA' } },
      ]);
    },
  );

  it('without what submission will ask for is kept, and told', async () => {
    const body = await check(['A2.1,A2.1-DEF,4,,,']);
    expect(body.summary).toMatchObject({ new: 1, errors: 0 });
    expect(told(body).map(([, code]) => code)).toEqual([
      'FACT_DATE_REQUIRED',
      'PROVISION_REQUIRED',
      'EVIDENCE_REQUIRED',
    ]);
  });

  it('that confirms the stage needs no proof', async () => {
    expect(told(await check(['A2.1,A2.1-DEF,2,2021-03-11,,']))).toEqual([]);
  });

  it('with a date that is none, or later than the year, or a basis nobody knows, is refused with the cell named', async () => {
    const body = await check([
      'A2.1,A2.1-DEF,4,03/12/2025,,',
      'A2.1,A2.1-CODE,4,2026-01-01,Art. 7,',
    ]);
    expect(body.problems).toContainEqual(
      expect.objectContaining({
        code: 'FACT_DATE_INVALID',
        column: 'fact_date',
        severity: 'ERROR',
      }),
    );
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: 'FACT_DATE_LATER', column: 'fact_date', severity: 'ERROR' }),
    );
    const basis = await check(['A2.1,A2.1-DEF,4,2025,Art. 7,hearsay']);
    expect(basis.problems).toContainEqual(
      expect.objectContaining({ code: 'UNKNOWN_BASIS', column: 'basis', severity: 'ERROR' }),
    );
  });

  it('says that a stage is no longer proven by having none and a reason', async () => {
    const head = 'code,breakdown,value,status,fact_date,basis';
    const body = await check(['A2.1,A2.1-DEF,,L,2025-05,OFFICIAL'], head);
    expect(await stored(body.job)).toMatchObject([
      { content: { value: null, missingReason: 'NOT_COLLECTED', factDate: '2025-05' } },
    ]);
  });

  it('of a number is no fact of a law', async () => {
    const body = await check(['A5.8,,4,2025,,']);
    expect(told(body).map(([, code]) => code)).toEqual(['FACT_OF_ELEMENT_ONLY']);
  });
});

describe('a row about a law as a whole', () => {
  it('is refused: the whole is derived from its elements', async () => {
    const body = await check(['A2.1,,4,2025,Art. 7,', 'A2.1,_T,4,2025,Art. 7,']);
    expect(body.summary).toMatchObject({ rejected: 2, new: 0 });
    expect(told(body).map(([, code]) => code)).toEqual(['WHOLE_IS_DERIVED', 'WHOLE_IS_DERIVED']);
    expect(body.problems[0].params).toContainEqual({ name: 'indicator', value: 'A2.1' });
  });
});

describe('an element that is not known', () => {
  it('is asked about, and its rows are taken once somebody says which is meant', async () => {
    const body = await check(['A2.1,A2.1-XYZ,2,2021-03-11,,']);
    expect(told(body).map(([, code]) => code)).toEqual(['UNKNOWN_CODE']);
    const { unknown } = (await imports.unknown(kgz, String(body.job), 'ru')).body;
    expect(unknown).toMatchObject([
      {
        field: 'breakdown',
        text: 'A2.1-XYZ',
        options: [
          { code: 'A2.1-DEF', name: 'Элемент DEF' },
          { code: 'A2.1-CODE', name: 'Элемент CODE' },
        ],
      },
    ]);
    const codes = { breakdown: { 'A2.1-XYZ': 'A2.1-DEF' } };
    const again = await imports.again(kgz, String(body.job), { codes });
    expect(again.summary).toMatchObject({ new: 1, rejected: 0 });
  });
});

describe('a column of another name', () => {
  it('can be said to hold the element, the date, the article and the basis', async () => {
    const body = await check(['A2.1,Element DEF,2,2021-03-11,Art. 1,press'], 'code,a,value,b,c,d');
    const columns = { breakdown: 2, factDate: 4, provision: 5, basis: 6 };
    const again = await imports.again(kgz, String(body.job), { columns });
    expect(again.summary).toMatchObject({ new: 1, rejected: 0 });
    expect(await stored(body.job)).toMatchObject([
      { content: { factDate: '2021-03-11', provision: 'Art. 1', basis: 'MEDIA' } },
    ]);
  });
});

describe('the template', () => {
  const workbook = async (lang: string) => {
    const headers = { cookie: await api.cookie(kgz) };
    const { rawPayload } = await api.http({
      url: `/templates/KGZ/2025.xlsx?lang=${lang}`,
      headers,
    });
    return openWorkbook(rawPayload);
  };

  it('has a row for each element with what holds from before, and none for the whole', async () => {
    const sheet = (await workbook('en')).sheet('Data');
    const rows = sheet.rows.filter(([code]) => code === 'A2.1');
    expect(rows.map((row) => [4, 5, 6, 10, 11, 12].map((at) => row[at - 1]))).toEqual([
      ['breakdown=A2.1-DEF · Element DEF', 2, 2, '2021-03-11', 'Draft 7', 'official'],
      ['breakdown=A2.1-CODE · Element CODE', null, null, null, null, null],
    ]);
    const first = sheet.rowOf({ 1: 'A2.1' });
    expect(sheet.validation(`F${first}`)).toMatchObject({
      type: 'list',
      values: ['0', '1', '2', '3', '4', '5'],
    });
    expect(sheet.validation(`L${first}`)).toMatchObject({ type: 'list' });
    expect(sheet.cell(first, 10)?.style?.numFmt).toBe('@');
  });

  it('locks the columns of a fact where the row is a number', async () => {
    const sheet = (await workbook('en')).sheet('Data');
    const number = sheet.rowOf({ 1: 'A5.8' });
    expect([10, 11, 12].map((at) => sheet.isLocked(number, at))).toEqual([true, true, true]);
  });

  it('names the stages in words', async () => {
    const readme = (await workbook('ru')).sheet('README').column(1);
    expect(readme.join('\n')).toContain('A2.1: 0 – 0; 1 – 1');
  });

  it.each(languages)(
    'in %s that comes back as it went out confirms what is known',
    async (lang) => {
      const bytes = await (await workbook(lang)).save();
      const { body } = await imports.send(kgz, bytes, { lang });
      expect([body.problems, body.summary]).toMatchObject([[], { new: 1, rejected: 0 }]);
      expect(await stored(body.job)).toMatchObject([
        {
          content: { value: '2', factDate: '2021-03-11', provision: 'Draft 7', basis: 'OFFICIAL' },
        },
      ]);
    },
  );
});

describe('a row of what is saved already', () => {
  it('is the same, with its date, article and basis', async () => {
    await desk.save(uzb, 'A2.1', '3', {
      area: 'UZB',
      ...{ part: { breakdown: 'A2.1-DEF' }, factDate: '2024-06' },
      ...{ provision: 'Art. 2', basis: 'MEDIA' },
    });
    const send = async (row: string) =>
      (await imports.send(uzb, `${HEAD}\n${row}\n`, { country: 'UZB' })).body.summary;
    expect(await send('A2.1,A2.1-DEF,3,2024-06,Art. 2,MEDIA')).toMatchObject({ same: 1 });
    expect(await send('A2.1,A2.1-DEF,3,,,')).toMatchObject({ same: 1 });
    expect(await send('A2.1,A2.1-DEF,3,2024-07,Art. 2,MEDIA')).toMatchObject({ changed: 1 });
  });
});
