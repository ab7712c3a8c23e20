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
  desk = deskRequests(api);
});
afterAll(() => api.stop());

/** The errors in the form that keep a cell from being submitted. */
async function errorsInForm(indicator: string, who: string = kgz, area = 'KGZ'): Promise<string[]> {
  const { result } = await desk.read(who, 'returnForm', { area, cycle: 2025 });
  const { hits } = one(result.cells, (cell) => cell.indicator === indicator);
  return hits.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);
}

describe('a value that names no source', () => {
  it('comes from the body that reports it, in the grid, in the return and before the reviewer', async () => {
    const empty = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    expect(one(empty.result.cells, (cell) => cell.indicator === 'A5.8').body.text).toBe('Ministry');

    const { cell } = await desk.save(kgz, 'A5.8', '7');
    expect(cell.current).toMatchObject({ sourceText: null, body: { text: 'Ministry (ru)' } });
    expect(codes(await desk.submit(kgz, [cell]))).toEqual([]);

    const { result } = await desk.read(officer, 'reviewQueue', { area: 'KGZ' });
    expect(one(result.submitted).current.body.text).toBe('Ministry');
  });

  it('is not handed in where nobody knows whose it is: the problem names the cell', async () => {
    const { cell } = await desk.save(kgz, 'A5.2', '45');
    const em = api.em();
    await em.execute(`update work.user_account set organisation = null where email = ?`, [kgz]);
    await em.execute(`delete from work.assignment where area = 'KGZ' and indicator = 'A5.2'`);

    const { problems, submission } = await desk.submit(kgz, [cell]);
    expect(submission).toBeNull();
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'SOURCE_REQUIRED',
        field: 'cells.0',
        params: expect.arrayContaining([
          { name: 'observation', value: cell.id },
          { name: 'indicator', value: 'A5.2' },
        ]),
      }),
    ]);

    const named = { sourceText: 'Register', expectedVersion: cell.version };
    const again = await desk.save(kgz, 'A5.2', '45', named);
    expect(codes(await desk.submit(kgz, [again.cell]))).toEqual([]);
  });

  it('is of the body of whoever entered it where no other is on record, as in a release', async () => {
    await api.em().execute(
      `update work.user_account set organisation = (select id from work.organisation where code = 'MIA')
       where email = ?`,
      [kgz],
    );
    const { result } = await desk.read(officer, 'reviewQueue', { area: 'KGZ' });
    const { current } = one(result.submitted, ({ indicator }) => indicator === 'A5.2');
    expect(current.body.text).toBe('Ministry');
  });
});

describe('a stage that is not what was published', () => {
  it('is handed in with a file, a link or a named document only, and the form says so before', async () => {
    await assignLaw(api.em());
    const element = 'A2.1-DEF';
    await published(api.em(), { area: 'KGZ', indicator: 'A2.1', element, year: 2024, value: '2' });
    const fact = { part: { breakdown: element }, factDate: '2025', provision: 'Article 7' };
    const { cell } = await desk.save(kgz, 'A2.1', '4', fact);
    expect(await errorsInForm('A2.1')).toEqual(['EVIDENCE_REQUIRED']);
    const refused = await desk.submit(kgz, [cell]);
    expect(refused.problems).toEqual([
      expect.objectContaining({
        code: 'EVIDENCE_REQUIRED',
        field: 'cells.0',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A2.1' }]),
      }),
    ]);

    const { payload } = await desk.change(kgz, 'addEvidenceLink', {
      area: 'KGZ',
      url: 'https://cbd.minjust.example/law',
      title: 'Law on crisis centres',
    });
    await desk.change(kgz, 'attachEvidence', {
      observation: cell.id,
      evidence: payload.evidence.id,
      attached: true,
    });
    expect(await errorsInForm('A2.1')).toEqual([]);
    expect(codes(await desk.submit(kgz, [cell]))).toEqual([]);
  });
});

describe('a value that is unusual', () => {
  it('needs a comment: the form says so before it is refused', async () => {
    await published(api.em(), { area: 'UZB', indicator: 'A5.2', year: 2023, value: '10' });
    await published(api.em(), { area: 'UZB', indicator: 'A5.2', year: 2024, value: '11' });
    const { cell } = await desk.save(uzb, 'A5.2', '90', { area: 'UZB' });
    expect(await errorsInForm('A5.2', uzb, 'UZB')).toEqual(['COMMENT_REQUIRED']);
    expect(codes(await desk.submit(uzb, [cell], { area: 'UZB' }))).toEqual(['COMMENT_REQUIRED']);
  });
});

describe('a mark of a value', () => {
  it('stays when the value is edited by somebody who says nothing of it', async () => {
    const { cell } = await desk.save(uzb, 'A5.8', '87000', { area: 'UZB', obsStatus: 'E' });
    const edit = { area: 'UZB', expectedVersion: cell.version, comment: 'Police briefing' };
    const edited = await desk.save(uzb, 'A5.8', '88000', edit);
    expect(edited.cell.current.obsStatus).toBe('E');

    const exact = { area: 'UZB', expectedVersion: edited.cell.version, obsStatus: 'A' };
    const { cell: last } = await desk.save(uzb, 'A5.8', '88123', exact);
    expect(last.current.obsStatus).toBe('A');
  });
});
