import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { assignLaw, PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await assignLaw(api.em());
  desk = deskRequests(api);
  for (const area of ['KGZ', 'UZB']) {
    await fact(area, 'A2.1-DEF', 2021, '2', '2021-03-11');
    await fact(area, 'A2.1-CODE', 2024, '0', '2024');
  }
});
afterAll(() => api.stop());

const fact = (area: string, element: string, year: number, value: string, factDate: string) =>
  published(api.em(), { area, indicator: 'A2.1', element, year, value, factDate });

const elementOf = (code: string) => ({ part: { breakdown: code } });

async function cellOf(code: string, who: string = kgz, area = 'KGZ') {
  const { result } = await desk.read(who, 'returnForm', { area, cycle: 2025 });
  return one(result.cells, ({ element }) => (element as { code: string } | null)?.code === code);
}

describe('a law in the form', () => {
  it('stands there element by element, each with the stage it had, and never as a whole', async () => {
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    const cells = result.cells.filter(({ indicator }) => indicator === 'A2.1');
    expect(cells).toMatchObject([
      {
        element: { code: 'A2.1-DEF' },
        part: { breakdown: 'A2.1-DEF' },
        name: { text: 'Element DEF' },
        indicatorName: { text: 'Indicator A2.1' },
        lastFact: { stage: 2, date: '2021-03-11', basis: 'OFFICIAL' },
        current: null,
      },
      { element: { code: 'A2.1-CODE' }, lastFact: { stage: 0, date: '2024' } },
    ]);
  });

  it('is read in no more than ten statements', async () => {
    const read = () => desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    expect(await api.statements(read)).toBeLessThanOrEqual(10);
  });
});

describe('the stage of an element', () => {
  it('is not saved as that of the whole, which is derived', async () => {
    const { problems } = await desk.save(kgz, 'A2.1', '4');
    expect(problems).toMatchObject([{ code: 'WHOLE_IS_DERIVED', field: 'part' }]);
    const other = await desk.save(kgz, 'A2.1', '4', elementOf('A2.1-XYZ'));
    expect(codes(other)).toEqual(['NOT_BROKEN_DOWN']);
  });

  it('has a date there is, and only an element has one', async () => {
    const bad = { ...elementOf('A2.1-DEF'), factDate: '2025-02-30' };
    expect(codes(await desk.save(kgz, 'A2.1', '4', bad))).toEqual(['FACT_DATE_INVALID']);
    expect(codes(await desk.save(kgz, 'A5.8', '4', { factDate: '2025' }))).toEqual([
      'FACT_OF_ELEMENT_ONLY',
    ]);
  });

  it('is kept without its proof and not handed in: the form and the return say the same', async () => {
    const { cell, problems } = await desk.save(kgz, 'A2.1', '4', elementOf('A2.1-DEF'));
    expect(problems).toEqual([]);
    const errors = ['FACT_DATE_REQUIRED', 'PROVISION_REQUIRED', 'EVIDENCE_REQUIRED'];
    expect(cell.hits.map(({ code }) => code)).toEqual(errors);
    expect(codes(await desk.submit(kgz, [cell]))).toEqual(errors);
  });

  it('is handed in with its date, its article and what proves it, and looked at as a change', async () => {
    const before = await cellOf('A2.1-DEF');
    const { cell } = await desk.save(kgz, 'A2.1', '4', {
      ...elementOf('A2.1-DEF'),
      expectedVersion: before.version,
      factDate: '2025-03-12',
      provision: 'Labour Code, article 7',
      basis: 'MEDIA',
    });
    expect(cell.current).toMatchObject({
      value: '4',
      factDate: '2025-03-12',
      provision: 'Labour Code, article 7',
      basis: 'MEDIA',
    });
    const link = { area: 'KGZ', url: 'https://cbd.minjust.example/law', title: 'Labour Code' };
    const { payload } = await desk.change(kgz, 'addEvidenceLink', link);
    const attach = { observation: cell.id, evidence: payload.evidence.id, attached: true };
    await desk.change(kgz, 'attachEvidence', attach);
    expect(codes(await desk.submit(kgz, [cell]))).toEqual([]);

    const { result } = await desk.read(officer, 'reviewQueue', { area: 'KGZ' });
    const waiting = one(result.submitted, ({ indicator }) => indicator === 'A2.1');
    expect(waiting).toMatchObject({
      indicatorName: { text: 'Indicator A2.1: Element DEF' },
      remarks: ['STAGE_MOVED'],
      lastFact: { stage: 2, date: '2021-03-11' },
      current: { value: '4', factDate: '2025-03-12' },
    });
  });
});

describe('"nothing changed"', () => {
  const confirm = (more: object = {}) =>
    desk.change(uzb, 'confirmStages', { area: 'UZB', cycle: 2025, ...more });

  it('saves the stages from before with their dates, and is unremarkable', async () => {
    const { payload } = await confirm({ indicator: 'A2.1' });
    expect(payload.problems).toEqual([]);
    expect(payload.cells.map(({ current }) => [current.value, current.factDate])).toEqual([
      ['2', '2021-03-11'],
      ['0', '2024'],
    ]);
    expect(payload.cells.flatMap(({ hits }) => hits)).toEqual([]);
    expect(codes(await desk.submit(uzb, payload.cells, { area: 'UZB' }))).toEqual([]);
    const { result } = await desk.read(officer, 'reviewQueue', { area: 'UZB' });
    expect(result.submitted.map(({ remarks }) => remarks)).toEqual([[], []]);
  });

  it('leaves what has a value of this year, and says where there is nothing to confirm', async () => {
    const { payload } = await confirm();
    expect(codes(payload)).toEqual(['NOTHING_TO_CONFIRM']);
  });

  it('is refused for another area', async () => {
    const { errors } = await confirm({ area: 'KGZ' });
    expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});

it('an indicator that is a law is filled in once all its elements are', async () => {
  const filled = async () => {
    const { result } = await desk.read(kgz, 'duties');
    return one(result).filled;
  };
  const before = await filled();
  await desk.save(kgz, 'A2.1', '0', { ...elementOf('A2.1-CODE'), factDate: '2024' });
  expect(await filled()).toBe(before + 1);
});
