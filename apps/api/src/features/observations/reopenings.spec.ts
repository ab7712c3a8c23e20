import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import {
  assignLaw,
  PEOPLE,
  published,
  reportingFixture,
  stored,
} from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer, second } = PEOPLE;
const COLLEAGUE = 'colleague.kgz@example.org';

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await api.em().execute(
    `insert into work.user_account (id, email, name, role, area, organisation, password_hash)
     select ?, ?, 'colleague', role, area, organisation, '-' from work.user_account where email = ?`,
    [randomUUID(), COLLEAGUE, kgz],
  );
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const cellOf = async (indicator: string, cycle = 2025, who: string = kgz) => {
  const { result } = await desk.read(who, 'returnForm', { area: 'KGZ', cycle });
  return { form: result, cell: one(result.cells, (cell) => cell.indicator === indicator) };
};
const ask = async (indicator: string, cycle = 2025, who: string = kgz) => {
  const input = { area: 'KGZ', cycle, indicator, reason: 'A late return came in' };
  return (await desk.change(who, 'requestReopen', input)).payload;
};
const grant = async (reopening: string, until = day(3)) =>
  (await desk.change(officer, 'grantReopen', { reopening, until })).payload;

/** A cell that was submitted and, if wanted, approved. */
async function locked(indicator: string, approved = false) {
  const { cell: known } = await cellOf(indicator);
  const saved = await desk.save(kgz, indicator, '3', { expectedVersion: known.version });
  await desk.submit(kgz, [saved.cell]);
  const { cell } = await cellOf(indicator);
  if (approved) {
    const values = [{ observation: cell.id, revision: cell.current.id }];
    await desk.change(officer, 'approveValues', { values });
  }
  return (await cellOf(indicator)).cell;
}

/** Every test starts with drafts and without requests. */
beforeEach(async () => {
  await api.em().execute(`delete from work.reopening`);
  await api
    .em()
    .execute(`update work.observation set state = 'DRAFT' where published_revision is null`);
});

describe('a locked cell', () => {
  it('says why it is locked', async () => {
    const submitted = await locked('A5.8');
    expect(submitted).toMatchObject({ lock: 'LOCKED_SUBMITTED', editable: false });
    const approved = await locked('A6.1', true);
    expect(approved).toMatchObject({ lock: 'LOCKED_APPROVED', editable: false });
    const save = (cell: typeof approved) =>
      desk.save(kgz, cell.indicator, '4', { expectedVersion: cell.version });
    expect(codes(await save(submitted))).toEqual(['LOCKED_SUBMITTED']);
    expect(codes(await save(approved))).toEqual(['LOCKED_APPROVED']);
    expect((await cellOf('A5.2', 2023)).cell).toMatchObject({ lock: 'CYCLE_CLOSED' });
    expect((await cellOf('A5.2')).cell).toMatchObject({ lock: null, editable: true });
  });

  it('is opened by an officer to the person who asked, and to nobody else', async () => {
    const cell = await locked('A5.8', true);
    const { reopening, problems } = await ask('A5.8');
    expect(problems).toEqual([]);
    expect(reopening).toMatchObject({ state: 'WAITING', person: { name: 'kgz' }, until: null });
    const granted = await grant(reopening.id);
    expect(granted.reopening).toMatchObject({ state: 'GRANTED', decidedBy: { name: 'officer' } });

    const input = { expectedVersion: cell.version };
    expect(codes(await desk.save(COLLEAGUE, 'A5.8', '9', input))).toEqual(['LOCKED_APPROVED']);
    expect((await cellOf('A5.8', 2025, COLLEAGUE)).cell.editable).toBe(false);
    expect((await cellOf('A5.8')).cell).toMatchObject({ lock: null, editable: true });
    const saved = await desk.save(kgz, 'A5.8', '5', input);
    expect(saved.problems).toEqual([]);
    expect(saved.cell).toMatchObject({ state: 'DRAFT', current: { value: '5' } });
  });

  it('opened after its approval has to be approved again', async () => {
    const cell = await locked('A5.8', true);
    await grant((await ask('A5.8')).reopening.id);
    const { cell: draft } = await desk.save(kgz, 'A5.8', '5', { expectedVersion: cell.version });
    const values = [{ observation: cell.id, revision: cell.current.id }];
    const old = await desk.change(officer, 'approveValues', { values });
    expect(codes(old.payload)).toEqual(['REVISION_CHANGED']);
    expect((await desk.submit(kgz, [draft])).problems).toEqual([]);
    expect((await cellOf('A5.8')).cell.state).toBe('SUBMITTED');
  });

  it('of a closed cycle is filled in and handed in under a grant', async () => {
    expect(codes(await desk.save(kgz, 'A6.1', '2', { cycle: 2023 }))).toEqual(['CYCLE_CLOSED']);
    expect((await cellOf('A6.1', 2023)).form.mayEdit).toBe(false);
    await grant((await ask('A6.1', 2023)).reopening.id);
    expect((await cellOf('A6.1', 2023)).form.mayEdit).toBe(true);
    const { cell, problems } = await desk.save(kgz, 'A6.1', '2', { cycle: 2023 });
    expect(problems).toEqual([]);
    expect((await desk.submit(kgz, [cell], { cycle: 2023 })).problems).toEqual([]);
    expect(codes(await desk.save(kgz, 'A5.8', '2', { cycle: 2023 }))).toEqual(['CYCLE_CLOSED']);
  });

  it('closes again when its time has passed or the grant is taken back', async () => {
    const cell = await locked('A5.8');
    const first = (await ask('A5.8')).reopening.id;
    await grant(first);
    await api.em().execute(`update work.reopening set until = now() - interval '1 second'`);
    const save = () => desk.save(kgz, 'A5.8', '5', { expectedVersion: cell.version });
    expect(codes(await save())).toEqual(['LOCKED_SUBMITTED']);
    expect((await cellOf('A5.8')).cell.reopening.state).toBe('EXPIRED');
    const late = await desk.change(officer, 'revokeReopen', { reopening: first });
    expect(codes(late.payload)).toEqual(['NOT_GRANTED']);

    const again = (await ask('A5.8')).reopening.id;
    await grant(again);
    const { payload } = await desk.change(second, 'revokeReopen', { reopening: again });
    expect(payload.reopening.state).toBe('REVOKED');
    expect(codes(await save())).toEqual(['LOCKED_SUBMITTED']);
  });

  it.each([false, true])(
    'keeps its evidence until it is saved (approved: %s)',
    async (approved) => {
      const link = {
        area: 'KGZ',
        url: `https://example.kg/${String(approved)}`,
        title: 'Order 12',
      };
      const { evidence } = (await desk.change(kgz, 'addEvidenceLink', link)).payload;
      const attach = async (observation: string, attached: boolean) => {
        const input = { observation, evidence: evidence.id, attached };
        return codes((await desk.change(kgz, 'attachEvidence', input)).payload);
      };
      const cell = await locked('A5.8', approved);
      await grant((await ask('A5.8')).reopening.id);
      const lock = approved ? 'LOCKED_APPROVED' : 'LOCKED_SUBMITTED';
      expect(await attach(cell.id, true)).toEqual([lock]);
      await desk.save(kgz, 'A5.8', '5', { expectedVersion: cell.version });
      expect(await attach(cell.id, true)).toEqual([]);
      expect(await attach(cell.id, false)).toEqual([]);
    },
  );

  it('is asked for by any part of its indicator, an element of a law too', async () => {
    await assignLaw(api.em());
    const part = { breakdown: 'A2.1-DEF' };
    const fact = { factDate: '2025-03', provision: 'Article 2', basis: 'OFFICIAL' };
    const { cell } = await desk.save(kgz, 'A2.1', '2', { part, ...fact });
    expect(codes(await ask('A2.1'))).toEqual(['NOT_LOCKED']);
    await api
      .em()
      .execute(`update work.observation set state = 'SUBMITTED' where id = ?`, [cell.id]);
    const { reopening } = await ask('A2.1');
    await grant(reopening.id);
    const again = { part, ...fact, expectedVersion: cell.version };
    expect((await desk.save(kgz, 'A2.1', '3', again)).problems).toEqual([]);
  });

  it('that was opened again keeps its return from being taken back', async () => {
    const cell = await locked('A5.8');
    const { form } = await cellOf('A5.8');
    const submission = one(form.submissions, ({ recallable }) => recallable).id;
    await grant((await ask('A5.8')).reopening.id);
    await desk.save(kgz, 'A5.8', '5', { expectedVersion: cell.version });
    const { payload } = await desk.change(kgz, 'recallSubmission', { submission });
    expect(codes(payload)).toEqual(['ALREADY_REOPENED']);
    expect(one(payload.form.submissions, ({ id }) => id === submission).recallable).toBe(false);
  });
});

describe('a granted save and a decision at the same moment', () => {
  it.each(['save first', 'approval first'])(
    '%s: what is approved is what was reviewed',
    async (order) => {
      const cell = await locked('A5.8');
      await grant((await ask('A5.8')).reopening.id);
      const save = () => desk.save(kgz, 'A5.8', '8', { expectedVersion: cell.version });
      const approve = () =>
        desk.change(officer, 'approveValues', {
          values: [{ observation: cell.id, revision: cell.current.id }],
        });
      if (order === 'save first') await Promise.all([save(), approve()]);
      else await Promise.all([approve(), save()]);
      const after = (await cellOf('A5.8')).cell;
      if (after.state === 'APPROVED') expect(after.current.id).toBe(cell.current.id);
      else expect(after).toMatchObject({ state: 'DRAFT', current: { value: '8' } });
      expect(after.version).toBe(cell.version + 1);
    },
  );
});

describe('a request', () => {
  it('needs a lock, a reason and an assigned cell, and is made once', async () => {
    await locked('A5.8');
    const before = await stored(api.em());
    expect(codes(await ask('A5.2'))).toEqual(['NOT_LOCKED']);
    expect(codes(await ask('A1.6'))).toEqual(['NOT_ASSIGNED']);
    const blank = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', reason: ' ' };
    expect(codes((await desk.change(kgz, 'requestReopen', blank)).payload)).toEqual([
      'TEXT_REQUIRED',
    ]);
    expect(await stored(api.em())).toEqual(before);
    const twice = await Promise.all([ask('A5.8'), ask('A5.8')]);
    expect(twice.map((payload) => codes(payload).join()).sort()).toEqual(['', 'ALREADY_REQUESTED']);
  });

  it('for a published value is refused: it is corrected', async () => {
    await published(api.em(), { area: 'KGZ', indicator: 'A5.8', year: 2023, value: '3' });
    expect(codes(await ask('A5.8', 2023))).toEqual(['LOCKED_PUBLISHED']);
  });

  it('is declined with a note, and decided once', async () => {
    await locked('A5.8');
    const { id } = (await ask('A5.8')).reopening;
    const decline = async (note: string) =>
      (await desk.change(officer, 'declineReopen', { reopening: id, note })).payload;
    expect(codes(await decline(' '))).toEqual(['TEXT_REQUIRED']);
    expect((await decline('The release is near')).reopening).toMatchObject({
      state: 'DECLINED',
      note: 'The release is near',
    });
    expect(codes(await grant(id))).toEqual(['ALREADY_DECIDED']);
    expect(codes(await decline('Again'))).toEqual(['ALREADY_DECIDED']);
    expect((await cellOf('A5.8')).cell.reopening.note).toBe('The release is near');
  });

  it.each([
    [-1, 'UNTIL_PAST'],
    [40, 'UNTIL_TOO_FAR'],
  ])('is not granted until %s days from now', async (days, code) => {
    await locked('A5.8');
    const { id } = (await ask('A5.8')).reopening;
    expect(codes(await grant(id, day(days)))).toEqual([code]);
  });

  it('is seen by officers and by its own country alone', async () => {
    await locked('A5.8');
    const { id } = (await ask('A5.8')).reopening;
    const ids = async (who: string, area: string | null) =>
      (await desk.read(who, 'reopenings', { area })).result.map((row) => row.id);
    expect(await ids(officer, null)).toEqual([id]);
    expect(await ids(kgz, 'KGZ')).toEqual([id]);
    expect(await ids(uzb, 'UZB')).toEqual([]);
    const { errors } = await desk.read(uzb, 'reopenings', { area: null });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('leaves its whole way in the audit chain', async () => {
    await locked('A5.8');
    const { id } = (await ask('A5.8')).reopening;
    await grant(id);
    await desk.change(second, 'revokeReopen', { reopening: id });
    const events = await api
      .em()
      .execute<{ operation: string }[]>(
        `select operation from work.audit_event where subject = ? order by number`,
        [id],
      );
    expect(events.map(({ operation }) => operation)).toEqual([
      'REQUEST_REOPEN',
      'GRANT_REOPEN',
      'REVOKE_REOPEN',
    ]);
  });
});
