import { describe, expect, it } from '@jest/globals';
import { rowsOnPage } from './numbered-page.ts';
import type { QualityCells, QualityFrame, QualityValueRow } from './quality-rows.ts';
import { ruleHits } from './rule-hits.ts';
import { judgeCells, QualityCounter, tellQuality } from './quality-of-release.ts';
import type { ReadRelease } from './release.reader.ts';

const RELEASE: ReadRelease = {
  at: new Date('2026-04-10T08:00:00Z'),
  ...{ sequence: 2, number: '2026.2', asOfYear: 2025, publishedAt: '2026-04-10T08:00:00Z' },
  ...{ note: { lang: 'en', text: 'Two.' }, annual: true, methodVersion: '1.0' },
  ...{ contentHash: 'abc', auditHead: 'def', previous: '2026.1', latest: true },
};
const KAZ = { code: 'KAZ', kind: 'COUNTRY', iso2: 'KZ', names: { en: 'Kazakhstan' } };
const indicator = (code: string): QualityFrame['indicators'][number] => ({
  ...{ code, kind: 'NUMERIC', unit: 'NUMBER', multiplier: '1', decimals: 0, valueType: 'FLOW' },
  ...{ min: '0', max: null, name: { en: `Name of ${code}` } },
});
const value = (
  code: string,
  year: number,
  figure: string | null,
  more: Partial<QualityValueRow> = {},
): QualityValueRow => ({
  ...{ area: 'KAZ', indicator: code, year, value: figure, numerator: null, denominator: null },
  ...{ obsStatus: 'A', missingReason: null, submittedOn: '2026-03-20', noted: false },
  ...more,
});
const CODES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'];
const quality = (more: Partial<QualityFrame & QualityCells>, release = RELEASE, page = 1) => {
  const day = release.publishedAt.slice(0, 10);
  const read = {
    indicators: CODES.map(indicator),
    cycles: [{ year: 2025, dueOn: '2026-03-31' }],
    assignments: CODES.map((code) => ({ cycle: 2025, area: 'KAZ', indicator: code })),
    ...{ values: [], revisions: [] },
    ...more,
  };
  const hits = ruleHits({ ...read, day });
  const counter = new QualityCounter(KAZ, day);
  const pages = Array.from({ length: Math.ceil(read.indicators.length / 100) }, (_, at) => {
    const listed = rowsOnPage(read.indicators, at + 1, 100) ?? fail();
    const judged = judgeCells('KAZ', { ...read, indicators: listed.rows }, { ...read, hits }, day);
    counter.add(judged);
    return { ...listed, cells: judged.map(({ cell }) => cell) };
  });
  const shown = pages[page - 1] ?? fail();
  return tellQuality(release, [counter.sum()], shown, read.indicators.length, 'en');
};
const fail = () => {
  throw new Error('There is no such page.');
};

const values: QualityValueRow[] = [
  value('A1', 2025, '10'),
  value('A2', 2025, '10', { submittedOn: '2026-04-02' }),
  value('A3', 2025, '10', { obsStatus: 'P' }),
  value('A4', 2025, null, { obsStatus: 'Q', submittedOn: null }),
  value('A5', 2025, null, { obsStatus: 'L', missingReason: 'NOT_COLLECTED' }),
  value('A6', 2025, null, { obsStatus: 'M', missingReason: 'NOT_APPLICABLE' }),
  ...[2019, 2020, 2021, 2022].map((year) => value('A7', year, `10${String(year - 2019)}`)),
  value('A7', 2025, '4000', { noted: true }),
];

describe('the public quality of a release', () => {
  it('has the cells of a hundred indicators on a page, and counts those of all pages on each', () => {
    const codes = Array.from({ length: 250 }, (_, at) => `B${String(at + 1)}`);
    const many = {
      indicators: codes.map(indicator),
      assignments: codes.map((code) => ({ cycle: 2025, area: 'KAZ', indicator: code })),
      values: [value('B1', 2025, '10'), value('B250', 2025, '10')],
    };
    const pages = [1, 2, 3].map((page) => quality(many, RELEASE, page));
    expect(pages.map(({ cells }) => cells.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap(({ cells }) => cells.map((cell) => cell.indicator))).toEqual(codes);
    for (const { counts, areas, indicatorCount, pages: of } of pages) {
      expect([indicatorCount, of]).toEqual([250, 3]);
      expect(counts.map((one) => [one.class, one.count])).toEqual([
        ['reported', 2],
        ['overdue', 248],
      ]);
      expect(areas[0]?.cycle).toMatchObject({ assigned: 250, reported: 2 });
    }
    expect(() => quality(many, RELEASE, 4)).toThrow('There is no such page.');
  });

  it('gives every cell that was asked for its class, as of the day of the release', () => {
    const { cells } = quality({ values });
    const of2025 = cells.filter(({ year }) => year === 2025);
    expect(Object.fromEntries(of2025.map((cell) => [cell.indicator, cell.class]))).toEqual({
      ...{ A1: 'reported', A2: 'reported', A3: 'reported', A4: 'reported', A5: 'explained' },
      ...{ A6: 'notApplicable', A7: 'reported', A8: 'overdue' },
    });
    const early = quality({ values }, { ...RELEASE, publishedAt: '2026-03-31T08:00:00Z' });
    expect(early.cells.find((cell) => cell.indicator === 'A8')?.class).toBe('notDue');
  });

  it('marks what is late, provisional or unusual, with what a rule says of it', () => {
    const { cells } = quality({ values });
    const found = (code: string) =>
      cells.find((cell) => cell.indicator === code && cell.year === 2025);
    expect(found('A1')?.marks).toEqual([]);
    expect(found('A2')?.marks).toEqual(['LATE']);
    expect(found('A3')?.marks).toEqual(['PROVISIONAL']);
    expect(found('A7')).toMatchObject({ marks: ['OUTLIER'], hits: expect.any(Array) });
    expect(found('A7')?.hits.map(({ code }) => code)).toContain('OUTLIER');
  });

  it('counts what later releases changed, and gives the last reason', () => {
    const changed = { area: 'KAZ', indicator: 'A1', year: 2025 };
    const { cells, areas } = quality({
      values,
      revisions: [
        { ...changed, before: '5', value: '8', reason: 'CORRECTION' },
        { ...changed, before: '8', value: '10', reason: 'COVERAGE' },
      ],
    });
    expect(cells.find(({ indicator: code }) => code === 'A1')).toMatchObject({
      ...{ revisions: 2, reason: 'COVERAGE', marks: ['REVISED'] },
    });
    expect(areas[0]?.cycle).toMatchObject({ revisions: 2, revisedCells: 1 });
  });

  it('tells nothing of a hidden cell but that it is there', () => {
    const hidden = { area: 'KAZ', indicator: 'A4', year: 2025 };
    const { cells, areas } = quality({
      values: [...values, value('A4', 2024, '9')],
      revisions: [{ ...hidden, before: '4', value: '3', reason: 'CORRECTION' }],
    });
    expect(cells.find((cell) => cell.indicator === 'A4' && cell.year === 2025)).toEqual({
      ...{ ...hidden, class: 'reported', hidden: true, marks: [], hits: [], revisions: 0 },
      ...{ reason: null, dueOn: '2026-03-31', submittedOn: null, missingReason: null },
    });
    expect(areas[0]?.cycle).toMatchObject({ reported: 5, checked: 4, revisions: 0 });
  });

  it('states the four facts of the newest reporting year, and how much there was in each year', () => {
    const [area] = quality({ values }).areas;
    expect(area?.cycle).toMatchObject({
      ...{ year: 2025, dueOn: '2026-03-31', assigned: 7, notApplicable: 1, reported: 5 },
      ...{ explained: 1, overdue: 1, notDue: 0, reportedShare: '0.7143', answeredShare: '0.8571' },
      ...{ timed: 4, medianDays: '-11', onTimeShare: '0.75' },
      ...{ checked: 4, withHits: 1, warningsExplained: expect.any(Number) },
    });
    expect(area?.years).toEqual([
      ...[2019, 2020, 2021, 2022].map((year) => ({ year, reported: 1, assigned: null })),
      { year: 2025, reported: 5, assigned: 8 },
    ]);
  });

  it('invents no gaps in a release that holds no reporting year', () => {
    const { areas, cells } = quality({ values, cycles: [], assignments: [] });
    expect(areas[0]?.cycle).toBeNull();
    expect(cells.map(({ class: one }) => one)).not.toContain('overdue');
    expect(cells.every(({ dueOn }) => dueOn === null)).toBe(true);
  });
});
