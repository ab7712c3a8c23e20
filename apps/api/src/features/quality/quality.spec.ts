import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import type { DataQuality, QualityYears } from './quality.type.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer, auditor } = PEOPLE;

const QUERY = `query ($cycle: Int) { dataQuality(lang: en, cycle: $cycle) { cycle cycles
  areas { area dueOn assigned notApplicable reported explained overdue notDue reportedShare answeredShare timed medianDays onTimeShare checked
    withHits warnings warningsExplained revisions revisedCells medianRevision }
  indicators { code name { text } } cells { area indicator class state marks submittedOn missingReason revisions hits { code } }
  questions { area indicator text askedAt } } }`;
const ask = (who: string | null, cycle: number | null = null) =>
  api.work<{ dataQuality: DataQuality }>(who, QUERY, { cycle });
const YEARS = `query ($area: ID!) { qualityYears(lang: en, area: $area) { area years indicators { code }
  cells { area indicator year observation class state marks } } }`;
const years = (who: string | null, area: string) =>
  api.work<{ qualityYears: QualityYears }>(who, YEARS, { area });
async function quality(cycle: number | null = null): Promise<DataQuality> {
  const { data, errors } = await ask(officer, cycle);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.dataQuality;
}

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  for (const [year, value] of [
    [2022, '10'],
    [2023, '11'],
    [2024, '10'],
  ] as const)
    await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year, value });
  const outlier = await desk.save(kgz, 'A5.8', '400', { comment: 'A new register.' });
  const explained = await desk.save(kgz, 'A5.2', null, {
    missingReason: 'NOT_COLLECTED',
    comment: 'Next year.',
  });
  await desk.submit(kgz, [outlier.cell, explained.cell]);
  await desk.change(officer, 'askReporter', {
    observation: outlier.cell.id,
    revision: outlier.cell.current.id,
    text: 'Which register?',
  });
});
afterAll(() => api.stop());

describe('data quality on the working side', () => {
  it('counts what was given of what was asked, per area', async () => {
    const { areas, cycle, cycles } = await quality();
    expect([cycle, cycles]).toEqual([2025, [2025, 2023]]);
    expect(one(areas, ({ area }) => area === 'KGZ')).toMatchObject({
      assigned: 3,
      reported: 1,
      explained: 1,
      overdue: 0,
      notDue: 1,
      reportedShare: '0.3333',
      answeredShare: '0.6667',
      timed: 1,
      onTimeShare: '1',
      checked: 1,
      withHits: 1,
      warnings: 2,
      warningsExplained: 2,
    });
    // in Bishkek the next day may have begun already
    expect(one(areas, ({ area }) => area === 'KGZ').medianDays).toMatch(/^-(30|29)$/);
    expect(one(areas, ({ area }) => area === 'UZB')).toMatchObject({ reported: 0, notDue: 3 });
  });

  it('gives every cell its class, its marks and the reason', async () => {
    const { cells } = await quality();
    const at = (indicator: string) =>
      one(cells, (cell) => cell.area === 'KGZ' && cell.indicator === indicator);
    expect(at('A5.8')).toMatchObject({ class: 'reported', state: 'SUBMITTED', marks: ['OUTLIER'] });
    expect(at('A5.8').hits.length).toBeGreaterThan(0);
    expect(at('A5.2')).toMatchObject({ class: 'explained', missingReason: 'NOT_COLLECTED' });
    expect(at('A6.1')).toMatchObject({ class: 'notDue', state: 'EMPTY', marks: [] });
  });

  it('calls overdue in a closed cycle what never came', async () => {
    const { areas, cells } = await quality(2023);
    expect(one(areas, ({ area }) => area === 'KGZ')).toMatchObject({ reported: 1, overdue: 2 });
    expect(one(cells, ({ indicator }) => indicator === 'A6.1').class).toBe('overdue');
  });

  it('lists the questions nobody has answered', async () => {
    expect((await quality()).questions).toMatchObject([
      { area: 'KGZ', indicator: 'A5.8', text: 'Which register?' },
    ]);
  });

  it('shows an area through all its years, with the value behind each cell', async () => {
    const { data } = await years(officer, 'KGZ');
    const found = data?.qualityYears;
    expect(found?.years).toEqual([2022, 2023, 2024, 2025]);
    const at = (year: number) =>
      one(found?.cells ?? [], (cell) => cell.indicator === 'A5.8' && cell.year === year);
    expect([2022, 2025].map((year) => [at(year).class, at(year).marks])).toEqual([
      ['reported', []],
      ['reported', ['OUTLIER']],
    ]);
    expect(at(2022).observation).toMatch(/^[0-9a-f-]{36}$/);
    expect(found?.cells.some(({ area }) => area !== 'KGZ')).toBe(false);
    const never = found?.cells.find(({ indicator, year }) => indicator === 'A6.1' && year === 2023);
    expect(never).toMatchObject({ class: 'overdue', observation: null });
    // the indicator was not assigned in that year
    expect(found?.cells.some(({ indicator, year }) => indicator === 'A6.1' && year === 2022)).toBe(
      false,
    );
    await api.cookie(officer);
    expect(await api.statements(() => years(officer, 'KGZ'))).toBeLessThanOrEqual(10);
  });

  it('is read in no more than ten statements', async () => {
    await api.cookie(officer);
    expect(await api.statements(() => ask(officer))).toBeLessThanOrEqual(10);
  });

  it('is for officers and auditors, and knows no cycle that has not begun', async () => {
    expect((await ask(auditor)).errors).toBeUndefined();
    for (const who of [kgz, PEOPLE.donor, PEOPLE.admin])
      expect((await ask(who)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await years(kgz, 'KGZ')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await years(officer, 'XXX')).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await ask(officer, 2031)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
