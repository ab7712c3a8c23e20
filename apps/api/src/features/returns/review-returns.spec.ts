import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, reportingFixture } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
let first: { id: string; value: { id: string; current: { id: string } } };
let other: { id: string };
const { kgz, uzb, officer, auditor } = PEOPLE;

async function handIn(who: string, area: string, indicator: string, note: string) {
  const { cell } = await desk.save(who, indicator, '3', { area });
  const { submission } = await desk.submit(who, [cell], { area, note });
  return { id: submission.id, value: cell };
}
const read = (who: string, submission: string) => desk.read(who, 'reviewQueue', { submission });

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
  first = await handIn(kgz, 'KGZ', 'A5.8', 'Without two districts.');
  other = await handIn(uzb, 'UZB', 'A5.8', '');
});
afterAll(() => api.stop());

describe('one return at the review', () => {
  it('shows who handed in what, and only its own values', async () => {
    const { returns, submitted } = (await read(officer, first.id)).result;
    expect(returns).toMatchObject([
      {
        id: first.id,
        area: 'KGZ',
        cycle: 2025,
        note: 'Without two districts.',
        handedIn: 1,
        observations: [first.value.id],
      },
    ]);
    expect(one(returns).number).toMatch(/^KGZ-2025-\d+$/);
    expect(one(returns).submittedBy.name).not.toBe('');
    expect(submitted.map(({ id }) => id)).toEqual([first.value.id]);
  });

  it('stands among the others until all of it is decided, and can be read afterwards', async () => {
    const waiting = async () =>
      (await desk.read(officer, 'reviewQueue')).result.returns.map(({ id }) => id);
    expect(await waiting()).toEqual([first.id, other.id]);
    await desk.change(officer, 'approveValues', {
      values: [{ observation: first.value.id, revision: first.value.current.id }],
    });
    expect(await waiting()).toEqual([other.id]);
    const { returns, submitted, approved } = (await read(officer, first.id)).result;
    expect([returns.length, submitted.length, approved.length]).toEqual([1, 0, 1]);
  });

  it('is read by an auditor and by its own country, and not found by another', async () => {
    expect((await read(auditor, first.id)).errors).toBeUndefined();
    expect((await read(kgz, first.id)).errors).toBeUndefined();
    expect((await read(uzb, first.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await read(officer, randomUUID())).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const who of [PEOPLE.donor, PEOPLE.admin]) {
      expect((await read(who, first.id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('is no longer there for the reviewer once its reporter took it back', async () => {
    await desk.change(uzb, 'recallSubmission', { submission: other.id });
    expect((await read(officer, other.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('has the values that were handed in with it last, not those that it had before', async () => {
    const { cell } = await desk.save(uzb, 'A6.1', '3', { area: 'UZB' });
    const recalled = (await desk.submit(uzb, [cell], { area: 'UZB' })).submission;
    await desk.change(uzb, 'recallSubmission', { submission: recalled.id });
    const again = { id: cell.id, version: cell.version + 2 };
    const kept = (await desk.submit(uzb, [again], { area: 'UZB' })).submission;
    const queue = async () => (await desk.read(officer, 'reviewQueue', { area: 'UZB' })).result;
    const withIt = (id: string) => [{ id, handedIn: 1, waiting: 1, observations: [cell.id] }];
    expect((await queue()).returns).toMatchObject(withIt(kept.id));

    const { payload } = await desk.change(officer, 'returnValue', {
      ...{ observation: cell.id, revision: cell.current.id, reason: 'Which year?' },
    });
    expect(payload.problems).toEqual([]);
    expect(await queue()).toMatchObject({
      submitted: [],
      returned: [{ id: cell.id }],
      returns: [],
    });
    const saved = await desk.save(uzb, 'A6.1', '4', {
      ...{ area: 'UZB', expectedVersion: payload.observation.version },
    });
    const last = (await desk.submit(uzb, [saved.cell], { area: 'UZB' })).submission;
    expect((await queue()).returns).toMatchObject(withIt(last.id));
    const { returns, submitted } = (await read(officer, kept.id)).result;
    expect(returns).toMatchObject([{ id: kept.id, handedIn: 1, waiting: 0, observations: [] }]);
    expect(submitted).toEqual([]);
  });

  it('is read in no more than ten statements', async () => {
    await api.cookie(officer);
    expect(await api.statements(() => read(officer, first.id))).toBeLessThanOrEqual(10);
  });
});
