import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

interface Saved {
  id: string;
  version: number;
}

describe('a return', () => {
  let count: Saved;
  let wrong: Saved;

  it('with one cell that breaks a rule is not handed in at all', async () => {
    count = (await desk.save(kgz, 'A5.8', '7')).cell;
    wrong = (await desk.save(kgz, 'A6.1', '9')).cell;
    const before = await stored(api.em());
    const { problems, submission } = await desk.submit(kgz, [count, wrong]);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'ABOVE_MAX',
        field: 'cells.1',
        params: expect.arrayContaining([{ name: 'indicator', value: 'A6.1' }]),
      }),
    ]);
    expect(submission).toBeNull();
    expect(await stored(api.em())).toEqual(before);
  });

  it('with a gap needs a comment that explains it', async () => {
    wrong = (
      await desk.save(kgz, 'A6.1', null, {
        missingReason: 'NOT_COLLECTED',
        expectedVersion: wrong.version,
      })
    ).cell;
    expect(codes(await desk.submit(kgz, [wrong]))).toEqual(['COMMENT_REQUIRED']);
    const more = {
      missingReason: 'NOT_COLLECTED',
      expectedVersion: wrong.version,
      comment: 'Next year',
    };
    wrong = (await desk.save(kgz, 'A6.1', null, more)).cell;
  });

  it('is told of each cell that stands in its way by name, whatever the reason', async () => {
    const area = 'UZB';
    const parts = { area, numerator: '1', denominator: '3' };
    const share = (await desk.save(uzb, 'A5.2', '60', parts)).cell;
    const stage = (await desk.save(uzb, 'A6.1', '2', { area })).cell;
    const refused = async (cell: Saved, more: object = {}) =>
      (await desk.submit(uzb, [cell], { area, ...more })).problems.map(({ code, params }) => [
        code,
        params.find(({ name }) => name === 'observation')?.value,
      ]);
    expect(await refused(share)).toEqual([['RATE_MISMATCH', share.id]]);
    expect(await refused({ ...stage, version: 7 })).toEqual([['VERSION_CONFLICT', stage.id]]);
    expect(await refused(stage, { cycle: 2023 })).toEqual([['NOT_IN_CYCLE', stage.id]]);
    expect(await refused(stage)).toEqual([]);
    const again = { ...stage, version: stage.version + 1 };
    expect(await refused(again)).toEqual([['INVALID_STATE', stage.id]]);
  });

  it.each([
    ['nothing chosen', () => [], 'NOTHING_TO_SUBMIT'],
    ['one cell twice', () => [count, count], 'DUPLICATE_CELL'],
    ['a version somebody else has changed', () => [{ ...count, version: 5 }], 'VERSION_CONFLICT'],
  ])('%s is refused', async (_what, cells, code) => {
    const before = await stored(api.em());
    expect(codes(await desk.submit(kgz, cells()))).toEqual([code]);
    expect(await stored(api.em())).toEqual(before);
  });

  it.each([
    ['of another country', async () => (await desk.save(uzb, 'A5.8', '1', { area: 'UZB' })).cell],
    ['that nobody has', () => Promise.resolve({ id: randomUUID(), version: 1 })],
    ['with no id at all', () => Promise.resolve({ id: 'first', version: 1 })],
  ])('a cell %s is not found', async (_what, cell) => {
    const foreign = await cell();
    const before = await stored(api.em());
    const { errors } = await desk.change(kgz, 'submitReturn', {
      area: 'KGZ',
      cycle: 2025,
      cells: [foreign].map(({ id, version }) => ({ id, expectedVersion: version })),
    });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stored(api.em())).toEqual(before);
  });

  it('of another year is refused', async () => {
    expect(codes(await desk.submit(kgz, [count], { cycle: 2023 }))).toEqual(['NOT_IN_CYCLE']);
    expect(codes(await desk.submit(kgz, [count], { cycle: 1999 }))).toEqual(['CYCLE_CLOSED']);
  });

  it('is proven and handed in by the doors that took its values, where nobody asks for them any more', async () => {
    const { cell } = await desk.save(kgz, 'A5.2', '5');
    await api.em().execute(`delete from work.assignment where indicator = 'A5.2'`);
    const link = { area: 'KGZ', url: 'https://stat.example.kg/2025', title: 'Yearbook' };
    const { evidence } = (await desk.change(kgz, 'addEvidenceLink', link)).payload;
    const proof = { observation: cell.id, evidence: evidence.id, attached: true };
    expect((await desk.change(kgz, 'attachEvidence', proof)).payload.problems).toEqual([]);
    const { cell: changed } = await desk.save(kgz, 'A5.2', '6', { expectedVersion: 1 });
    const { problems, submission } = await desk.submit(kgz, [changed]);
    expect(problems).toEqual([]);
    await desk.change(kgz, 'recallSubmission', { submission: submission.id });

    const end = (days: number) =>
      api
        .em()
        .execute(
          `update work.cycle set due_on = current_date + ?::int, closes_on = current_date + ?::int where year = 2025`,
          [days, days],
        );
    await end(-1);
    expect(codes((await desk.change(kgz, 'attachEvidence', proof)).payload)).toEqual([
      'CYCLE_CLOSED',
    ]);
    expect(codes(await desk.submit(kgz, [{ ...changed, version: 4 }]))).toEqual(['CYCLE_CLOSED']);
    await end(30);
  });

  it('is handed in whole, locks its cells and gives a receipt', async () => {
    const { submission, form, problems } = await desk.submit(kgz, [count, wrong], {
      note: ' Yearly return ',
    });
    expect(problems).toEqual([]);
    expect(submission).toMatchObject({ number: 'KGZ-2025-002', cells: 2, recallable: true });
    expect(one(form.submissions).note).toBe('Yearly return');
    const save = await desk.save(kgz, 'A5.8', '8', { expectedVersion: 2 });
    expect(codes(save)).toEqual(['LOCKED_SUBMITTED']);
    expect(save.cell).toMatchObject({
      state: 'SUBMITTED',
      editable: false,
      current: { value: '7' },
    });
  });

  it('is taken back while nobody has reviewed it, and handed in again under its next number', async () => {
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const { id } = one(form.submissions);
    const recalled = await desk.change(kgz, 'recallSubmission', { submission: id });
    expect(recalled.payload.submission).toMatchObject({
      recallable: false,
      recalledAt: expect.any(String),
    });
    const again = await desk.change(kgz, 'recallSubmission', { submission: id });
    expect(codes(again.payload)).toEqual(['ALREADY_RECALLED']);
    const drafts = recalled.payload.form.cells.filter(
      // the form also shows a value that was begun before its assignment ended (A5.2 above)
      ({ state, indicator }) => state === 'DRAFT' && indicator !== 'A5.2',
    );
    expect(drafts).toHaveLength(2);
    expect((await desk.submit(kgz, drafts)).submission.number).toBe('KGZ-2025-003');
  });

  it('of which one value was reviewed stays handed in', async () => {
    const queue = (await desk.read(officer, 'reviewQueue', { area: 'KGZ' })).result;
    const value = one(queue.submitted);
    await desk.change(officer, 'approveValues', {
      values: [{ observation: value.id, revision: value.current.id }],
    });
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    expect(one(form.submissions).recallable).toBe(false);
    const { payload } = await desk.change(kgz, 'recallSubmission', {
      submission: one(form.submissions).id,
    });
    expect(codes(payload)).toEqual(['ALREADY_REVIEWED']);
  });
});
