// Can the hidden counts of linked indicators be worked out from everything ever published, in every format?
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countReader } from '../testing/count-reader.ts';
import { type Entered, figureDesk, TOTAL } from '../testing/figure-desk.ts';
import { startTestApp, type TestApp } from '../testing/harness.ts';

let api: TestApp;
let desk: ReturnType<typeof figureDesk>;
let reader: ReturnType<typeof countReader>;

const REGIONS = ['TJ-GB', 'TJ-KT', 'TJ-RA', 'TJ-SU', 'TJ-DU'];

/** For each region how many cases were examined, and how many of these well. */
function examined(counts: readonly number[], well: readonly number[]): Entered[] {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  const at = { area: 'TJK' };
  const parts = REGIONS.flatMap((region, i): Entered[] => [
    { ...at, region, indicator: 'A3.6', count: counts[i] ?? 0 },
    { ...at, region, indicator: 'A3.5', count: well[i] ?? 0, denominator: counts[i] ?? 0 },
  ]);
  const whole: Entered[] = [
    { ...at, indicator: 'A3.6', count: sum(counts) },
    { ...at, indicator: 'A3.5', count: sum(well), denominator: sum(counts) },
  ];
  return [...parts, ...whole];
}

describe('a reader of everything ever published', () => {
  beforeAll(async () => {
    api = await startTestApp({ seed: 'demo' });
    desk = figureDesk(api);
    reader = countReader(api, desk.truth);
    await desk.agree('TJK');
    await desk.askBySex(['A2.4', 'A2.5', 'A5.4', 'A5.6']);
    await desk.report([
      { indicator: 'A2.4', area: 'KAZ', count: 3, denominator: 9_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 2, denominator: 3 },
      { indicator: 'A5.6', area: 'KGZ', count: 60 },
      { indicator: 'A5.4', area: 'KGZ', count: 58, denominator: 60 },
      { indicator: 'A2.4', area: 'KGZ', count: 53, denominator: 2_500_000 },
      { indicator: 'A2.4', area: 'KGZ', sex: 'F', count: 50, denominator: 1_100_000 },
      { indicator: 'A2.4', area: 'KGZ', sex: 'M', count: 3, denominator: 1_400_000 },
      { indicator: 'A2.5', area: 'KGZ', count: 43, denominator: 53 },
      { indicator: 'A2.5', area: 'KGZ', sex: 'F', count: 41, denominator: 50 },
      { indicator: 'A2.5', area: 'KGZ', sex: 'M', count: 2, denominator: 3 },
      { indicator: 'A5.6', area: 'UZB', count: 40 },
      { indicator: 'A5.4', area: 'UZB', count: 2, denominator: 40 },
    ]);
    await desk.reportRegions(examined([3, 37, 60, 45, 50], [2, 20, 31, 30, 26]));
    await reader.keep(await desk.publish());
  }, 60_000);
  afterAll(() => api.stop());

  it('finds a hidden count nowhere as the denominator of a share', () => {
    expect(reader.isHidden('A2.4', `KAZ|${TOTAL}`)).toBe(true);
    expect(reader.isHidden('A2.5', `KAZ|${TOTAL}`)).toBe(true);
    expect(reader.isHidden('A2.5', 'KGZ|M|_T|_T|_T|_T')).toBe(true);
    expect(reader.isHidden('A2.5', 'KGZ|F|_T|_T|_T|_T')).toBe(true);
    expect(reader.isHidden('A3.6', 'TJK|_T|_T|_T|TJ-GB|_T')).toBe(true);
    expect(reader.isHidden('A3.5', 'TJK|_T|_T|_T|TJ-GB|_T')).toBe(true);
  });

  it('still gets the large counts beside the shares that are hidden', () => {
    expect(reader.isHidden('A5.6', `KGZ|${TOTAL}`)).toBe(false);
    expect(reader.isHidden('A5.6', `UZB|${TOTAL}`)).toBe(false);
    expect(reader.isHidden('A5.4', `UZB|${TOTAL}`)).toBe(true);
  });

  it('is left with as many candidates for every small count as its threshold', () => {
    expect(reader.foundOut()).toEqual([]);
  });

  it('learns nothing from a correction of hidden counts: there is nothing new to release', async () => {
    await desk.report([
      { indicator: 'A2.4', area: 'KAZ', count: 4, denominator: 9_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 2, denominator: 4 },
    ]);
    const { problems } = await desk.preview();
    expect(problems.map(({ code }) => code)).toEqual(['NOTHING_TO_RELEASE']);
  });

  it('learns no more from later releases: corrections, another source, and parts that come later', async () => {
    await desk.compete('A2.5', 'KAZ', '50');
    await desk.report([
      { indicator: 'A5.6', area: 'UZB', count: 61 },
      { indicator: 'A5.4', area: 'UZB', count: 3, denominator: 61 },
    ]);
    await desk.reportRegions(examined([3, 57, 60, 45, 80], [2, 35, 31, 30, 45]));
    await reader.keep(await desk.publish());
    await desk.report([
      { indicator: 'A2.4', area: 'KAZ', count: 44, denominator: 9_000_000 },
      { indicator: 'A2.4', area: 'KAZ', sex: 'F', count: 40, denominator: 4_000_000 },
      { indicator: 'A2.4', area: 'KAZ', sex: 'M', count: 4, denominator: 5_000_000 },
      { indicator: 'A2.5', area: 'KAZ', count: 20, denominator: 44 },
      { indicator: 'A5.4', area: 'UZB', count: 31, denominator: 61 },
    ]);
    await reader.keep(await desk.publish());
    expect(reader.foundOut()).toEqual([]);
  });

  it('does not find in one indicator what is withdrawn from another, nor when it is entered again', async () => {
    await desk.withdraw({ indicator: 'A5.6', area: 'KGZ' });
    reader.takenBack.push(`A5.6 KGZ|${TOTAL} = 60`);
    await reader.readAgain();
    expect(reader.isHidden('A5.6', `KGZ|${TOTAL}`)).toBe(true);
    expect(reader.isHidden('A5.4', `KGZ|${TOTAL}`)).toBe(true);
    await desk.report([
      { indicator: 'A5.6', area: 'KGZ', count: 64 },
      { indicator: 'A5.4', area: 'KGZ', count: 40, denominator: 64 },
    ]);
    await desk.report([
      { indicator: 'A5.6', area: 'UZB', count: 75 },
      { indicator: 'A5.4', area: 'UZB', count: 35, denominator: 75 },
    ]);
    await reader.keep(await desk.publish());
    expect(reader.isHidden('A5.4', `KGZ|${TOTAL}`)).toBe(true);
    expect(reader.foundOut()).toEqual([]);
  });
});
