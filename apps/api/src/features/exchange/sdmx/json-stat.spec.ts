import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import JSONstat from 'jsonstat-toolkit';
import { startTestApp, type TestApp } from '../../../testing/harness.ts';
import { publishThird } from '../../../testing/sdmx-messages.ts';
import { table } from '../read-back.fixture.ts';

const FLOW = '/sdmx/data/dataflow/QADAM';

let test: TestApp;
let release: string;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
  release = await publishThird(test);
}, 120_000);
afterAll(() => test.stop());

async function grid(url: string, lang = 'en') {
  const answer = await test.http({
    url: `${FLOW}/${url}${url.includes('?') ? '&' : '?'}format=jsonstat`,
    headers: { 'accept-language': lang },
  });
  expect([url, answer.statusCode, answer.headers['content-type']]).toEqual([
    ...[url, 200, 'application/json'],
  ]);
  const message: object = answer.json();
  return { message, read: JSONstat(message) };
}
async function rows(url: string) {
  const accept = 'application/vnd.sdmx.data+csv;version=2.0.0';
  const answer = await test.http({ url: `${FLOW}/${url}`, headers: { accept } });
  return table(readCsv({ bytes: answer.rawPayload }).rows);
}

it.each([
  'DF_INDICATORS/1.0.0/A.*.A4_2',
  'DF_INDICATORS/1.0.0/A.KZ.A5_10',
  'DF_INDICATORS/1.0.0/A.*.A2_1?c[TIME_PERIOD]=ge:2015',
  'DF_TARGETS/1.0.0/*',
  'DF_LEVELS/1.0.0/*',
])('%s has every figure in its place, as the toolkit of the format reads it', async (url) => {
  const { read } = await grid(url);
  const lines = await rows(url);
  expect(lines.length).toBeGreaterThan(2);
  const told = (line: Readonly<Record<string, string>>) =>
    Object.fromEntries(read.id.map((id) => [id, line[id] ?? '']));
  for (const line of lines) {
    const { value, status } = read.Data(told(line));
    expect([told(line), value]).toEqual([
      told(line),
      line['OBS_VALUE'] === '' ? null : Number(line['OBS_VALUE']),
    ]);
    expect(status ?? 'A').toBe(line['OBS_STATUS']);
  }
  // and the answer holds no other figures
  const figures = lines.filter((line) => line['OBS_VALUE'] !== '');
  expect(read.value.filter((value) => value !== null)).toHaveLength(figures.length);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  expect(sum(read.value.map((value) => value ?? 0))).toBeCloseTo(
    sum(figures.map((line) => Number(line['OBS_VALUE']))),
    6,
  );
});

it('says which dimension is time, place and measure, with units', async () => {
  const { read, message } = await grid('DF_INDICATORS/1.0.0/A.*.A4_2');
  expect(read.role).toMatchObject({
    ...{ time: ['TIME_PERIOD'], geo: ['REF_AREA'], metric: ['INDICATOR'] },
  });
  expect(message).toMatchObject({
    dimension: { INDICATOR: { category: { unit: { A4_2: { decimals: expect.any(Number) } } } } },
    extension: { release, licences: expect.arrayContaining([expect.any(String)]) },
  });
});

it('tells that a cell is hidden, and no figure of it', async () => {
  const { message } = await grid('DF_INDICATORS/1.0.0/A.KZ.A5_10?c[CONF_STATUS]=C');
  expect(message).toMatchObject({
    value: {},
    note: ['Hidden to protect people'],
    extension: { hidden: 2 },
  });
  expect(Object.values((message as { status: object }).status)).toEqual(['Q', 'Q']);
});

it.each(languages)('has the names of its codes in %s', async (lang) => {
  const { read } = await grid('DF_INDICATORS/1.0.0/A.KG.A4_2', lang);
  const label = read.Dimension('REF_AREA').Category('KG').label;
  const { body } = await test.http({
    url: `${FLOW}/DF_INDICATORS/1.0.0/A.KG.A4_2`,
    headers: {
      accept: 'application/vnd.sdmx.data+csv;version=2.0.0;labels=both',
      'accept-language': lang,
    },
  });
  expect(body).toContain(`KG: ${label}`);
});

it('is refused where the grid would be nearly empty, with what to ask instead', async () => {
  const answer = await test.http(`${FLOW}/DF_INDICATORS/1.0.0/*?format=jsonstat`);
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({
    errors: [{ detail: expect.stringContaining('one indicator') }],
  });
});
