import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer, second } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

interface Waiting {
  id: string;
  version: number;
  current: { id: string };
}

/** A value that waits for its review. */
async function waiting(indicator: string, area: 'KGZ' | 'UZB' = 'KGZ'): Promise<Waiting> {
  const who = area === 'KGZ' ? kgz : uzb;
  const form = (await desk.read(who, 'returnForm', { area, cycle: 2025 })).result;
  const cell = one(form.cells, (cell) => cell.indicator === indicator);
  if (cell.state === 'SUBMITTED') return cell;
  const saved = await desk.save(who, indicator, '3', { area, expectedVersion: cell.version });
  await desk.submit(who, [saved.cell], { area });
  return { ...saved.cell, version: saved.cell.version + 1 };
}

const approve = (who: string, ...values: Waiting[]) =>
  desk.change(who, 'approveValues', {
    values: values.map(({ id, current }) => ({ observation: id, revision: current.id })),
  });

describe('a reviewer', () => {
  it('must say why a value goes back', async () => {
    const value = await waiting('A5.8');
    const before = await stored(api.em());
    const blank = { observation: value.id, revision: value.current.id, reason: ' \n ' };
    expect(codes((await desk.change(officer, 'returnValue', blank)).payload)).toEqual([
      'REASON_REQUIRED',
    ]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('decides on the revision that was on the screen, or not at all', async () => {
    const seen = await waiting('A5.8');
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    await desk.change(kgz, 'recallSubmission', { submission: one(form.submissions).id });
    const changed = await desk.save(kgz, 'A5.8', '4', { expectedVersion: seen.version + 1 });
    await desk.submit(kgz, [changed.cell]);
    const before = await stored(api.em());
    const old = { observation: seen.id, revision: seen.current.id };
    const approved = await desk.change(officer, 'approveValues', { values: [old] });
    expect(codes(approved.payload)).toEqual(['REVISION_CHANGED']);
    const returned = await desk.change(officer, 'returnValue', { ...old, reason: 'Why' });
    expect(codes(returned.payload)).toEqual(['REVISION_CHANGED']);
    expect(await stored(api.em())).toEqual(before);
  });

  it('approves all of the chosen values or none', async () => {
    const good = await waiting('A6.1', 'UZB');
    const stale = { ...(await waiting('A5.8', 'UZB')), current: { id: randomUUID() } };
    const { payload } = await approve(officer, good, stale);
    expect(payload.problems).toEqual([
      expect.objectContaining({ code: 'REVISION_CHANGED', field: 'values.1' }),
    ]);
    expect(payload.observations.map(({ state }) => state)).toEqual(['SUBMITTED', 'SUBMITTED']);
    const unknown = await approve(officer, good, { ...stale, id: randomUUID() });
    expect(unknown.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(codes((await approve(officer)).payload)).toEqual(['NOTHING_TO_APPROVE']);
    expect(codes((await approve(officer, good, good)).payload)).toEqual(['DUPLICATE_VALUE']);
  });

  it('takes an approval back until the value is in a release', async () => {
    const value = await waiting('A6.1');
    await approve(officer, value);
    const late = { observation: value.id, revision: randomUUID() };
    const other = await desk.change(second, 'undoApproval', late);
    expect(codes(other.payload)).toEqual(['REVISION_CHANGED']);
    const seen = { observation: value.id, revision: value.current.id };
    const undone = await desk.change(second, 'undoApproval', seen);
    expect(undone.payload.observation).toMatchObject({
      state: 'SUBMITTED',
      reviews: [
        { decision: 'APPROVED' },
        { decision: 'APPROVAL_UNDONE', reviewer: { name: 'second' } },
      ],
    });
    const released = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2020,
      value: '1',
    });
    const { payload } = await desk.change(officer, 'undoApproval', { observation: released });
    expect(codes(payload)).toEqual(['ALREADY_RELEASED']);
  });

  it('has nothing to take back from a figure that a public source gave', async () => {
    const figure = {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2021,
      value: '1',
      state: 'APPROVED',
    } as const;
    const id = await published(api.em(), figure);
    const { payload } = await desk.change(officer, 'undoApproval', { observation: id });
    expect(codes(payload)).toEqual(['NEVER_APPROVED']);
    const queue = (await desk.read(officer, 'reviewQueue')).result;
    expect(queue.approved.map(({ id: approved }) => approved)).not.toContain(id);
  });
});

describe('the queue', () => {
  it('shows every country, the oldest return first, or one country alone', async () => {
    await waiting('A5.8');
    await waiting('A5.8', 'UZB');
    const all = (await desk.read(officer, 'reviewQueue')).result.submitted;
    expect(new Set(all.map(({ area }) => area))).toEqual(new Set(['KGZ', 'UZB']));
    const handedIn = await api.em().execute<{ id: string }[]>(
      `select o.id from work.observation o join work.submission_revision x on x.revision = o.current_revision
       join work.submission s on s.id = x.submission where o.state = 'SUBMITTED'
       group by o.id, o.area, o.indicator order by max(s.submitted_at), o.area, o.indicator`,
    );
    expect(all.map(({ id }) => id)).toEqual(handedIn.map(({ id }) => id));
    const one = (await desk.read(officer, 'reviewQueue', { area: 'UZB' })).result.submitted;
    expect(new Set(one.map(({ area }) => area))).toEqual(new Set(['UZB']));
  });

  it('takes as many statements for two values as for one, and no more than ten', async () => {
    const read = (area: string | null) =>
      api.statements(() => desk.read(officer, 'reviewQueue', { area }));
    await api.cookie(officer);
    await approve(officer, await waiting('A6.1', 'UZB'));
    const both = await read(null);
    expect(await read('UZB')).toBe(both + 1); // the area's own row
    expect(both).toBeLessThanOrEqual(10);
  });
});
