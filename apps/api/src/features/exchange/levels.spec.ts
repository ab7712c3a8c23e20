import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { languages } from '@qadam/i18n';
import { startTestApp, type TestApp } from '../../testing/harness.ts';
import { table, type Line } from './read-back.fixture.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ seed: 'demo' });
}, 120_000);
afterAll(() => test.stop());

async function levels(query = ''): Promise<Line[]> {
  const { statusCode, rawPayload } = await test.http(`/data/levels.csv${query}`);
  expect(statusCode).toBe(200);
  return table(readCsv({ bytes: rawPayload }).rows);
}

describe('the table of levels', () => {
  it('says of each action in each country what the overview says, in codes', async () => {
    const lines = await levels();
    const { data } = await test.publicQuery<{
      scorecard: {
        rows: {
          action: { code: string };
          cells: {
            area: string;
            level: { word: string; movement: string; percent: number | null };
          }[];
        }[];
      };
    }>(
      `{ scorecard(lang: en) { rows { action { code } cells { area level { word movement percent } } } } }`,
    );
    const cells = data?.scorecard.rows.flatMap(({ action, cells: own }) =>
      own.map(({ area, level }) => ({ code: action.code, area, level })),
    );
    expect(lines.filter(({ kind }) => kind === 'ACTION')).toHaveLength(cells?.length ?? 0);
    for (const { code, area, level } of cells ?? []) {
      const line = lines.find((one) => one['code'] === code && one['area'] === area);
      expect(line).toMatchObject({ kind: 'ACTION', word: level.word, movement: level.movement });
      if (level.percent === null) expect(line?.['level']).toBe('');
      else expect(Math.round(Number(line?.['level']) * 100)).toBe(level.percent);
      expect(line).toMatchObject({ status: '', progress: '', pace: '' });
    }
  });

  it('says of laws how far they are and of numbers their pace too, each with the version of the method', async () => {
    const lines = await levels();
    const of = (code: string, area: string) =>
      lines.find((one) => one['code'] === code && one['area'] === area);
    expect(of('A2.1', 'UZB')).toMatchObject({ kind: 'INDICATOR', level: '0.7', status: '' });
    expect(of('A4.2', 'KGZ')?.['status']).toMatch(/^[A-Z_]+$/);
    expect(new Set(lines.map((line) => line['method_version']))).toEqual(new Set(['2.0']));
  });

  it('keeps to the countries asked for, and to what a file is about', async () => {
    expect(new Set((await levels('?c=KGZ~UZB')).map(({ area }) => area))).toEqual(
      new Set(['KGZ', 'UZB']),
    );
    const { body } = await test.http('/data/indicators/A2.1.json?c=UZB');
    const { levels: own } = JSON.parse(body) as { levels: Line[] };
    expect(own.map(({ code, area }) => [code, area])).toEqual([['A2.1', 'UZB']]);
    expect((await test.http('/data/levels.csv?i=A2.1')).statusCode).toBe(400);
  });

  it.each(languages)('opens with a double click in %s', async (lang) => {
    const { rawPayload } = await test.http(`/data/levels.csv?for=excel&lang=${lang}`);
    const [head = [], ...rows] = readCsv({ bytes: rawPayload }).rows;
    const machine = await levels();
    expect(rows).toHaveLength(machine.length);
    expect(new Set(head).size).toBe(head.length);
    expect(rows.every((cells) => cells.length === head.length)).toBe(true);
  });
});
