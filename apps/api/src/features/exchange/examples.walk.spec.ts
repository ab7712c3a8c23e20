import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { signatureOf } from '../webhooks/sign-webhook.ts';
import { example, SITE } from './examples.fixture.ts';

const run = promisify(execFile);
const runs = async (command: string, ...given: string[]): Promise<boolean> =>
  run(command, given).then(
    () => true,
    () => false,
  );
const isThere = (command: string) => runs(command, '--version');
const [hasCurl, hasPython, hasR] = await Promise.all(['curl', 'python3', 'Rscript'].map(isThere));
const hasRsdmx = hasR && (await runs('Rscript', '-e', 'library(rsdmx)'));
const hasJsonlite = hasR && (await runs('Rscript', '-e', 'library(jsonlite)'));
const hasPandas = hasPython && (await runs('python3', '-c', 'import pandas'));
const hasHttr = hasR && (await runs('Rscript', '-e', 'library(httr2); library(curl)'));

let test: TestApp;
let site: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  site = await test.listen();
}, 120_000);
afterAll(() => test.stop());

const here = (code: string) => code.replaceAll(SITE, site);

describe('the examples of docs/api.md', () => {
  (hasCurl ? it : it.skip)('run in curl', async () => {
    const { stdout } = await run('sh', ['-e', '-c', here(example('sh'))]);
    expect(stdout.match(/^indicator,indicator_name/gm)).toHaveLength(2);
    expect(stdout).toContain('A4.2,');
    const answer = stdout.split('\n').find((line) => line.startsWith('{'));
    expect(JSON.parse(answer ?? '')).toMatchObject({
      data: { indicator: { series: expect.any(Array) } },
    });
  });

  (hasCurl ? it : it.skip)('run in curl by the standards: SDMX, IATI, DHIS2', async () => {
    const { stdout } = await run(
      'sh',
      ['-e', '-c', here(example('sh', 1)).replaceAll(/^curl /gm, 'echo; curl --fail ')],
      {
        maxBuffer: 1e8,
      },
    );
    expect(stdout).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,FREQ/m);
    expect(stdout).toContain('KG: Kyrgyzstan');
    const messages = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): unknown => JSON.parse(line));
    expect(messages).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ dataSets: expect.any(Array) }) }),
      expect.objectContaining({ data: expect.objectContaining({ codelists: expect.any(Array) }) }),
      expect.objectContaining({
        data: expect.objectContaining({ metadataSets: [expect.any(Object)] }),
      }),
      expect.objectContaining({
        data: { codelists: [expect.objectContaining({ isPartial: true })] },
      }),
      expect.objectContaining({ dataSet: 'QADAM', dataValues: expect.any(Array) }),
    ]);
    expect(stdout).toContain('<structure:Category id="A4"');
    expect(stdout).toContain('<iati-activities');
    expect(stdout).toContain('<dataValue dataElement="A4_2"');
  });

  (hasPython ? it : it.skip)('run in Python', async () => {
    const { stdout } = await run('python3', ['-c', here(example('python'))], {
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(stdout).toMatch(/^\d{4} \d+(\.\d+)? /m);
    expect(stdout).toMatch(/^A4 \[/m);
  });

  (hasR ? it : it.skip)('run in R', async () => {
    const { stdout } = await run('Rscript', ['-e', `pdf(NULL)\n${here(example('r'))}`]);
    expect(stdout).toContain('licence');
  });

  /** What both client libraries must find. */
  async function expected() {
    const { data } = await test.publicQuery<{
      a: { values: { year: number }[] };
      scorecard: { rows: { action: { code: string }; cells: { level: { word: string } }[] }[] };
    }>(
      `{ a: values(lang: en, indicators: ["A4.2"], areas: ["KGZ"], part: "_T|_T|_T|_T|_T") { values { year } }
         scorecard(lang: en) { rows { action { code } cells { level { word } } } } }`,
    );
    const [row] = await test
      .em()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from publication.value where until_release is null and area in ('KGZ', 'TJK') and year >= 2015`,
      );
    const word = data?.scorecard.rows.find(({ action }) => action.code === 'A4')?.cells[1]?.level
      .word;
    const count = row?.count ?? 0;
    expect(count).toBeGreaterThan(200); // more than one page holds
    return { years: data?.a.values.map(({ year }) => year) ?? [], count, word: word ?? '' };
  }

  (hasPython ? it : it.skip)('page through values in Python, and list levels', async () => {
    const { years, count, word } = await expected();
    const code = here(example('python', 1)).replace(/^# (?=import pandas)/m, hasPandas ? '' : '# ');
    const { stdout } = await run('python3', ['-c', code]);
    expect([...stdout.matchAll(/^(\d{4}) /gm)].map(([, year]) => Number(year))).toEqual(years);
    expect(stdout).toContain(`${count} values`);
    expect(stdout).toContain(`('KGZ', '${word}')`);
  });

  (hasJsonlite ? it : it.skip)('page through values in R, and list levels', async () => {
    const { years, count, word } = await expected();
    const { stdout } = await run('Rscript', ['-e', here(example('r', 1))]);
    expect([...stdout.matchAll(/^\d+ +(\d{4}) /gm)].map(([, year]) => Number(year))).toEqual(years);
    expect(stdout).toContain(`${count} values`);
    expect(stdout).toMatch(new RegExp(`KGZ +${word}`));
  });

  (hasRsdmx ? it : it.skip)('run in R with rsdmx', async () => {
    const { stdout } = await run('Rscript', ['-e', here(example('r', 2))]);
    expect(stdout).toMatch(/Kyrgyzstan +R +2018 +15\.7/);
  });

  describe('for programs with a token', () => {
    let env: NodeJS.ProcessEnv;
    let cwd: string;
    beforeAll(async () => {
      const input = { area: 'KGZ', name: 'Example', days: 1, idempotencyKey: 'of-the-examples' };
      const create = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }`;
      const { data } = await test.work('reporter.kgz@demo.example', create, { input });
      env = { ...process.env, QADAM_TOKEN: data.createApiToken.secret };
      cwd = mkdtempSync(path.join(tmpdir(), 'qadam-examples-'));
    });
    afterAll(() => rmSync(cwd, { recursive: true }));

    (hasCurl ? it : it.skip)('run in curl', async () => {
      const code = here(example('sh', 2)).replaceAll(/^curl /gm, 'echo; curl --fail ');
      const { stdout } = await run('sh', ['-e', '-c', code], { env, cwd });
      const answers = stdout.split('\n').filter((line) => line.startsWith('{'));
      expect(answers.map((line): unknown => JSON.parse(line))).toEqual([
        expect.objectContaining({ state: 'CHECKED', problems: [] }),
        expect.objectContaining({ state: 'COMMITTED', problems: [] }),
      ]);
    });

    (hasPython ? it : it.skip)('run in Python, and check the signature of a webhook', async () => {
      const { stdout } = await run('python3', ['-c', here(example('python', 2))], { env, cwd });
      expect(stdout).toMatch(/^COMMITTED \{.*'rows': 1/);
      const body = '{"event":"RELEASED"}';
      const signed = signatureOf('secret', body, new Date());
      const check = (text: string) =>
        `${example('python', 3)}\nprint(is_from_qadam('secret', '${signed}', b'${text}'))`;
      expect((await run('python3', ['-c', check(body)])).stdout).toBe('True\n');
      expect((await run('python3', ['-c', check(`${body} `)])).stdout).toBe('False\n');
    });

    (hasHttr ? it : it.skip)('run in R', async () => {
      const { stdout } = await run('Rscript', ['-e', here(example('r', 3))], { env, cwd });
      expect(stdout).toMatch(/^COMMITTED \d new, 0 errors/m);
    });
  });
});
