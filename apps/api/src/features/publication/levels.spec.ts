import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countSteps, type LevelWord, type Movement } from '@qadam/domain';
import { startTestApp, type TestApp } from '../../testing/harness.ts';

const QUERY = `{ scorecard(lang: en) { rows { action { code quote { text } reading { text } } cells { area
  level { word percent low high known total movement flags reason } change { class } fact { indicator element stage stageName { text } since inForce parts value year } } } } }`;

interface Row {
  action: { code: string; quote: { text: string } | null };
  cells: {
    area: string;
    level: { word: LevelWord; percent: number | null; movement: Movement };
    fact: { indicator: string; value: string | null } | null;
  }[];
}

describe('how far the actions are, by the real facts', () => {
  let test: TestApp;
  let rows: Row[];
  beforeAll(async () => {
    test = await startTestApp({ seed: 'demo' });
    rows = (await test.publicQuery(QUERY)).data.scorecard.rows;
  }, 60_000);
  afterAll(() => test.stop());

  const percents = (code: string) =>
    Object.fromEntries(
      (rows.find(({ action }) => action.code === code)?.cells ?? []).map(({ area, level }) => [
        area,
        level.word === 'PARTLY_KNOWN' ? `${String(level.percent)} in part` : level.percent,
      ]),
    );

  it('is what the facts say, action by action', () => {
    expect(percents('A1')).toEqual({ KAZ: 40, KGZ: 80, TJK: 80, UZB: 80 });
    expect(percents('A2')).toEqual({ KAZ: 40, KGZ: '40 in part', TJK: 40, UZB: 70 });
    expect(percents('A4')).toEqual({ KAZ: 31, KGZ: 41, TJK: 24, UZB: '60 in part' });
    expect(percents('A5')).toMatchObject({ KAZ: 0, KGZ: 80 });
    expect(percents('A6')).toMatchObject({ KAZ: 80, TJK: 0, UZB: 80 });
    expect(percents('A7')).toEqual({ CA4: 20 });
    const a3 = rows.find(({ action }) => action.code === 'A3');
    expect(new Set(a3?.cells.map(({ level }) => level.word))).toEqual(new Set(['PARTLY_KNOWN']));
  });

  it('counts 37 steps, 9 of them forward since the meeting and none back', () => {
    const steps = countSteps(rows.flatMap(({ cells }) => cells.map(({ level }) => level)));
    expect(steps).toMatchObject({ total: 37, forward: 9, back: 0 });
  });

  it('gives a quotation in the language asked for, and beside it as it was written', async () => {
    const asked = `{ action(code: "A5", lang: tg) { action { quote { lang } original } } }`;
    expect((await test.publicQuery(asked)).data.action.action).toEqual({
      quote: { lang: 'tg' },
      original: 'Introduce performance indicators for police officers',
    });
  });
});
