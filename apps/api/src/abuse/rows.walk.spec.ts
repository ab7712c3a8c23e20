import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../testing/harness.ts';
import { importFixture } from '../testing/import-fixture.ts';
import { importRequests } from '../testing/import-requests.ts';
import { PEOPLE, stored } from '../testing/reporting-fixture.ts';
import { zip } from '../testing/zip.ts';

// What a file could be made to do: to count as another country's, or to block the thread that reads all files.
let api: TestApp;
let imports: ReturnType<typeof importRequests>;
const { kgz, uzb } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await importFixture(api.em());
  imports = importRequests(api);
});
afterAll(() => api.stop());

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** A workbook that no spreadsheet program wrote: one row below its heading, with these contents of its parts. */
function workbook(said: { styles?: string; rows?: string; merges?: string }): Uint8Array {
  const { styles = '', rows = '', merges = '' } = said;
  const text = (words: string) => `<c t="inlineStr"><is><t>${words}</t></is></c>`;
  return zip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Data" id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('s', 'worksheet', 'worksheets/sheet1.xml')}${relation('t', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row>${text('code')}${text('value')}</row><row>${text('A5.8')}<c s="0"><v>7</v></c></row>${rows}</sheetData>${merges}</worksheet>`,
  });
}

const LONG = 200_000;
const marks = `${'\u0301'.repeat(LONG)}${'\u0323'.repeat(LONG)}`;
/** Beginnings of patterns, repeated without the ending that the pattern would look for. */
const BITS = ['[', '[[]', ' [', '(', '\\', '"', "'", '1 ', '1,', '- ', 'г', '<1'];
const quoted = (bit: string) => `"${bit.repeat(LONG / 5).replaceAll('"', '""')}x"`;
const csv = (text: string) => `code,country,year,sex,value,comment\n${text}`;

describe('a file that is made to be read without end', () => {
  const hostile: [string, () => string | Uint8Array][] = [
    ['every mark as a head', () => `code,value,${BITS.map(quoted).join(',')}\nA5.8,7\n`],
    [
      'every mark in every cell',
      () => csv(BITS.map((bit) => Array(6).fill(quoted(bit)).join(',')).join('\n')),
    ],
    ['marks without end', () => csv(Array(6).fill(`a${marks}`).join(','))],
    ['marks without end as a head', () => `code,value,a${marks}\nA5.8,7,\n`],
    [
      'marks in JSON',
      () => JSON.stringify({ dataValues: [{ dataElement: `a${marks}`, value: '[' }] }),
    ],
    ['brackets in JSON', () => `{"dataValues":${'['.repeat(LONG)}${']'.repeat(LONG)}}`],
    [
      'brackets in XML',
      () =>
        `<adx xmlns="urn:ihe:qrph:adx:2015"><group orgUnit="${'['.repeat(LONG)}" period="${'['.repeat(LONG)}"><dataValue dataElement="A5_8" value="${'['.repeat(LONG)}"/></group></adx>`,
    ],
    [
      'elements within elements',
      () => `<adx>${'<group>'.repeat(LONG)}${'</group>'.repeat(LONG)}</adx>`,
    ],
    [
      'brackets in the format of a number, for many styles',
      () =>
        workbook({
          styles: `<numFmts><numFmt numFmtId="164" formatCode="0${'['.repeat(LONG)}"/></numFmts><cellXfs>${'<xf numFmtId="164"/>'.repeat(20_000)}</cellXfs>`,
        }),
    ],
    [
      'ranges upon ranges',
      () =>
        workbook({
          rows: '<row><c><v>1</v></c></row>'.repeat(3000),
          merges: `<mergeCells>${'<mergeCell ref="A1:ZZ1000000"/>'.repeat(5000)}</mergeCells>`,
        }),
    ],
    [
      'more cells than a row has',
      () => workbook({ rows: `<row>${'<c><v>1</v></c>'.repeat(50_000)}</row>` }),
    ],
    ['more columns than a table has', () => `code,value${',x'.repeat(LONG)}\nA5.8,7\n`],
  ];

  it.each(hostile)('%s: it is told, and the next file is read', async (_what, make) => {
    const { body } = await imports.send(kgz, make(), { fileName: 'a.bin' });
    expect(['CHECKED', 'REFUSED']).toContain(body.state);
    // these codes mean that the import was stopped because it took too long
    expect(body.problems.map(({ code }: { code: string }) => code)).not.toContain('IMPORT_FAILED');
    expect(body.problems.map(({ code }: { code: string }) => code)).not.toContain('TOO_MUCH_WORK');
  });
});

describe('a file of another country', () => {
  it.each([
    ['by a code with a twin letter', 'code,Where,value\nA5.8,КAZ,777\n'],
    ['by a name with invisible marks', 'code,Where,value\nA5.8,Kaza\u200Bkhstan,777\n'],
    ['by a name in capitals', 'code,Where,value\nA5.8,КАЗАХСТАН,777\n'],
    ['by its number', 'code,REF_AREA,value\nA5.8,398,777\n'],
    ['by a column whose head is too long', `code,${'Where '.repeat(100)},value\nA5.8,UZB,777\n`],
    ['beside a blank column of countries', 'code,country,Where,value\nA5.8,,UZB,777\n'],
    ['by a year with its word', 'code,When,value\nA5.8,2019 г.,777\n'],
    ['by a column that is called as ours of no meaning', 'code,citation,value\nA5.8,UZB,777\n'],
  ])('%s is not stored as one of this return', async (_what, file) => {
    const before = await stored(api.em());
    const { body } = await imports.send(kgz, file, { dryRun: false });
    expect(body.state).not.toBe('COMMITTED');
    expect(await stored(api.em())).toEqual(before);
  });

  it('cannot be named ours by an answer of another person', async () => {
    const { job } = (await imports.send(kgz, 'code,country,value\nA5.8,Elsewhere,777\n')).body;
    const said = { codes: { area: { Elsewhere: 'KGZ' } } };
    expect((await imports.check(uzb, job, said)).status).toBe(404);
    expect((await imports.mend(uzb, job, 1, { area: 'KGZ' })).status).toBe(404);
  });

  it.each([
    ['__proto__', '{"codes":{"area":{"__proto__":"KGZ"}}}'],
    ['constructor', '{"codes":{"area":{"constructor":"KGZ"}}}'],
  ])('is not named ours by a text called %s', async (name, body) => {
    const { job } = (await imports.send(kgz, `code,country,value\nA5.8,toString,777\n`)).body;
    const answer = await imports.check(kgz, job, JSON.parse(body) as object);
    expect([200, 400]).toContain(answer.status);
    const read = await imports.checked(kgz, job);
    expect([name, read.summary.errors]).toEqual([name, 1]);
  });
});
