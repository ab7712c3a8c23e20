import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  for (const [year, value] of [
    [2022, '9.5'],
    [2023, '10'],
    [2024, '10.5'],
  ] as const) {
    await published(api.em(), { area: 'KGZ', indicator: 'A5.2', year, value });
  }
  desk = deskRequests(api);
});
afterAll(() => api.stop());

describe('a value on its way from the ministry to approval', () => {
  it('is saved, warned about, explained, submitted, returned, answered and approved', async () => {
    const duty = one((await desk.read(kgz, 'duties')).result);
    expect(duty).toMatchObject({
      area: 'KGZ',
      cycle: 2025,
      daysLeft: expect.any(Number),
      assigned: 3,
      filled: 0,
    });

    const first = await desk.save(kgz, 'A5.2', '45', { sourceText: 'MIA register' });
    expect(first.problems).toEqual([]);
    expect(first.cell).toMatchObject({ state: 'DRAFT', version: 1, editable: true });
    expect(first.cell.current).toMatchObject({
      value: '45',
      number: 1,
      via: 'ENTRY',
      author: { name: 'kgz' },
    });
    expect(first.cell.history.map(({ value }) => value)).toEqual(['9.5', '10', '10.5']);
    expect(first.cell.hits).toContainEqual(expect.objectContaining({ severity: 'WARN' }));

    const early = await desk.submit(kgz, [first.cell]);
    expect(codes(early)).toEqual(['COMMENT_REQUIRED']);
    expect(early.submission).toBeNull();

    const explained = await desk.save(kgz, 'A5.2', '45', {
      expectedVersion: 1,
      comment: 'New register',
    });
    const handedIn = await desk.submit(kgz, [explained.cell], { note: 'With greetings' });
    expect(handedIn.problems).toEqual([]);
    expect(handedIn.submission).toMatchObject({
      number: 'KGZ-2025-001',
      cells: 1,
      recallable: true,
    });

    const waiting = one((await desk.read(officer, 'reviewQueue')).result.submitted);
    expect(waiting).toMatchObject({ id: first.cell.id, state: 'SUBMITTED', area: 'KGZ' });
    expect(waiting.revisions).toHaveLength(2);
    const returned = await desk.change(officer, 'returnValue', {
      observation: waiting.id,
      revision: waiting.current.id,
      reason: 'Which districts?',
    });
    expect(returned.payload.problems).toEqual([]);
    expect(returned.payload.observation).toMatchObject({
      state: 'RETURNED',
      messages: [{ text: 'Which districts?' }],
    });

    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const cell = one(form.cells, ({ indicator }) => indicator === 'A5.2');
    expect(cell).toMatchObject({
      state: 'RETURNED',
      returnReason: 'Which districts?',
      messages: 1,
      editable: true,
    });
    expect(codes(await desk.submit(kgz, [cell]))).toEqual(['INVALID_STATE']);

    const answered = await desk.save(kgz, 'A5.2', '44.5', {
      expectedVersion: cell.version,
      comment: 'All districts',
    });
    expect(answered.cell.returnReason).toBe('Which districts?');
    const again = await desk.submit(kgz, [answered.cell]);
    expect(again.submission.number).toBe('KGZ-2025-002');
    expect(one(again.form.cells, ({ id }) => id === cell.id).returnReason).toBeNull();

    const approved = await desk.change(officer, 'approveValues', {
      values: [{ observation: cell.id, revision: answered.cell.current.id }],
    });
    expect(approved.payload.problems).toEqual([]);
    expect(approved.payload.observations[0]).toMatchObject({
      state: 'APPROVED',
      current: { value: '44.5' },
      reviews: [{ decision: 'RETURNED' }, { decision: 'APPROVED', reviewer: { name: 'officer' } }],
    });
  });
});

describe('the return of a country', () => {
  it('is read in no more than ten statements', async () => {
    const form = { area: 'KGZ', cycle: 2025 };
    expect(await api.statements(() => desk.read(kgz, 'returnForm', form))).toBeLessThanOrEqual(10);
  });

  it('is nothing where the cycle asks for nothing', async () => {
    expect((await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 1999 })).result).toBeNull();
  });
});
