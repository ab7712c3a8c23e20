import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asNobody, standAs } from '../../database/standing.ts';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { importRequests } from '../../testing/import-requests.ts';
import { PEOPLE, published, reportingFixture } from '../../testing/reporting-fixture.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { readInSubPlans } from '../../testing/sub-plans.ts';
import { UserAccount } from '../users/user-account.entity.ts';
import { freeDraftsOf } from '../imports/import-row.store.ts';

const { kgz, uzb, officer, second, donor, admin, auditor } = PEOPLE;
const AIDA = 'aida.kgz@example.org';
const BERMET = 'bermet.kgz@example.org';

let api: TestApp;
let desk: DeskRequests;

async function addReporter(email: string, name: string, passwordHash: string | null = '-') {
  const account = { id: randomUUID(), email, name, role: 'REPORTER', area: 'KGZ' } as const;
  await api.em().insert(UserAccount, { ...account, passwordHash, language: 'ru' });
}
const setPassword = (email: string, passwordHash: string | null) =>
  api.em().nativeUpdate(UserAccount, { email }, { passwordHash });

const require = (who: string, required: boolean, area = 'KGZ') =>
  desk.change(who, 'requireSignature', { area, required });
const sign = (who: string, request: string) => desk.change(who, 'signReturn', { request });
const waiting = async (who: string) =>
  (await desk.read(who, 'preparedReturns')).result.filter(({ state }) => state === 'WAITING');
const mailsOf = (kind: string) =>
  api.em().execute<{ email: string; subject: string; path: string; area: string }[]>(
    `select u.email, n.subject, n.path, n.area from work.notification n join work.user_account u on u.id = n.recipient
     where n.kind = ? order by n.created_at desc, u.email`,
    [kind],
  );
const states = async (indicator: string) =>
  (
    await api
      .em()
      .execute<{ state: string }[]>(
        `select state from work.observation where area = 'KGZ' and indicator = ?`,
        [indicator],
      )
  ).map(({ state }) => state);
const cellOf = async (indicator: string) => {
  const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
  return one(result.cells, (cell) => cell.indicator === indicator);
};

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  await api.em().execute(
    `insert into work.assignment (cycle, area, indicator, organisation)
       select cycle, area, 'A1.6', organisation from work.assignment where indicator = 'A5.8' and area = 'KGZ' and cycle = 2025`,
  );
  desk = deskRequests(api);
});
afterAll(() => api.stop());

describe('the second signature', () => {
  it('is switched on by officers alone, and only where two people report', async () => {
    for (const who of [donor, admin, auditor, kgz])
      expect((await require(who, true)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(codes((await require(officer, true)).payload)).toEqual(['ONE_REPORTER']);
    // an account that was invited cannot sign until it has a password
    await addReporter(AIDA, 'Aida', null);
    expect(codes((await require(officer, true)).payload)).toEqual(['ONE_REPORTER']);
    await setPassword(AIDA, '-');
    const { payload } = await require(officer, true);
    expect(payload.problems).toEqual([]);
    expect(payload.rules).toContainEqual({ area: 'KGZ', required: true, reporters: 2, waiting: 0 });
    expect(payload.rules).toContainEqual(expect.objectContaining({ area: 'UZB', required: false }));
    const told = await mailsOf('SIGNATURE_RULE');
    expect(told.map(({ email }) => email)).toEqual([AIDA, kgz]);
    // in the language of the person
    expect(told[0]?.subject).toContain('подписывает второй человек');
    expect((await require(officer, true)).payload.problems).toEqual([]);
    expect(await mailsOf('SIGNATURE_RULE')).toHaveLength(2);
  });

  it('makes of handing in a request that a colleague is written about', async () => {
    const { cell } = await desk.save(kgz, 'A5.8', '7');
    const { submission, prepared, form, problems } = await desk.submit(kgz, [cell], {
      note: 'All',
    });
    expect(problems).toEqual([]);
    expect(submission).toBeNull();
    expect(prepared).toMatchObject({ state: 'WAITING', values: 1, maySign: false });
    expect(form.submissions).toEqual([]);
    expect(one(form.cells, ({ indicator }) => indicator === 'A5.8').prepared).toBe(prepared.id);
    expect(await states('A5.8')).toEqual(['DRAFT']);
    expect(await mailsOf('SIGNATURE_ASKED')).toEqual([
      expect.objectContaining({ email: AIDA, path: 'report/KGZ/2025' }),
    ]);
    for (const who of [kgz, AIDA, officer])
      expect(await waiting(who)).toEqual([
        expect.objectContaining({ id: prepared.id, values: 1, maySign: who === AIDA }),
      ]);
    expect(await waiting(uzb)).toEqual([]);
    expect(codes(await desk.submit(kgz, [cell]))).toEqual(['ALREADY_PREPARED']);
  });

  it('waits for nobody who cannot sign in', async () => {
    const { cell } = await desk.save(kgz, 'A1.6', '40');
    await setPassword(AIDA, null);
    expect(codes(await desk.submit(kgz, [cell]))).toEqual(['NO_SECOND_REPORTER']);
    await setPassword(AIDA, '-');
  });

  it('is asked of no other country', async () => {
    const { cell } = await desk.save(uzb, 'A5.8', '1', { area: 'UZB' });
    const { submission } = await desk.submit(uzb, [cell], { area: 'UZB' });
    expect(submission).toMatchObject({ cells: 1 });
  });

  it('is given by nobody but a second person of the country', async () => {
    const { id } = one(await waiting(kgz));
    expect(codes((await sign(kgz, id)).payload)).toEqual(['OWN_SIGNATURE']);
    expect((await sign(uzb, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await sign(AIDA, randomUUID())).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    for (const who of [officer, admin, donor])
      expect((await sign(who, id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await states('A5.8')).toEqual(['DRAFT']);
  });

  it('is void once a value was changed, and says who changed it', async () => {
    const { id } = one(await waiting(AIDA));
    const changed = await desk.save(AIDA, 'A5.8', '8', { expectedVersion: 1 });
    expect(changed.problems).toEqual([]);
    expect(changed.cell.prepared).toBeNull();
    expect(await waiting(AIDA)).toEqual([]);
    const { payload } = await sign(AIDA, id);
    expect(payload.problems).toEqual([
      expect.objectContaining({
        code: 'SIGNATURE_VOID',
        params: expect.arrayContaining([{ name: 'who', value: 'Aida' }]),
      }),
    ]);
    const open = (await desk.read(kgz, 'preparedReturns')).result;
    expect(one(open)).toMatchObject({ id, state: 'VOID' });
  });

  it('is asked for in parts where everybody wrote something', async () => {
    const { cell } = await desk.save(kgz, 'A6.1', '3');
    const mine = { id: cell.id, version: cell.version };
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const hers = one(form.cells, ({ indicator }) => indicator === 'A5.8');
    // Aida wrote the one, kgz prepares both: neither may sign
    expect(codes(await desk.submit(kgz, [mine, hers]))).toEqual(['EVERYBODY_WROTE']);
    // and if one prepares what only the other wrote, nobody is left to sign either
    expect(codes(await desk.submit(kgz, [hers]))).toEqual(['EVERYBODY_WROTE']);
    const own = await desk.submit(AIDA, [hers]);
    expect(own.prepared).toMatchObject({ state: 'WAITING' });
    // the void request is replaced by the new one
    expect((await desk.read(kgz, 'preparedReturns')).result).toHaveLength(1);
  });

  it('is refused with a comment, after which the values are drafts', async () => {
    const { id } = one(await waiting(kgz));
    const back = (comment?: string) => desk.change(kgz, 'giveBackReturn', { request: id, comment });
    expect(codes((await back(' ')).payload)).toEqual(['GIVE_BACK_REASON_REQUIRED']);
    const { payload } = await back('The yearbook says 9');
    expect(payload.prepared).toMatchObject({
      state: 'GIVEN_BACK',
      comment: 'The yearbook says 9',
      decidedBy: { name: 'kgz' },
    });
    expect(codes((await sign(kgz, id)).payload)).toEqual(['ALREADY_GIVEN_BACK']);
    expect((await mailsOf('GIVEN_BACK')).map(({ email }) => email)).toEqual([AIDA]);
    expect(one((await desk.read(AIDA, 'preparedReturns')).result)).toMatchObject({
      state: 'GIVEN_BACK',
    });
  });

  it('hands in, and officers see both names', async () => {
    const form = (await desk.read(AIDA, 'returnForm', { area: 'KGZ', cycle: 2025 })).result;
    const cell = one(form.cells, ({ indicator }) => indicator === 'A5.8');
    const { prepared } = await desk.submit(AIDA, [cell]);
    const { payload } = await sign(kgz, prepared.id);
    expect(payload.problems).toEqual([]);
    expect(payload.submission).toMatchObject({
      number: 'KGZ-2025-001',
      cells: 1,
      submittedBy: { name: 'Aida' },
      signedBy: { name: 'kgz' },
    });
    expect(await states('A5.8')).toEqual(['SUBMITTED']);
    const { returns } = (await desk.read(second, 'reviewQueue', { area: 'KGZ' })).result;
    expect(one(returns)).toMatchObject({
      submittedBy: { name: 'Aida' },
      signedBy: { name: 'kgz' },
    });
    expect((await mailsOf('SIGNED')).map(({ email }) => email)).toEqual([AIDA]);
    expect(codes((await sign(kgz, prepared.id)).payload)).toEqual(['ALREADY_SIGNED']);
    const events = await api.em().execute<{ operation: string }[]>(
      `select operation from work.audit_event where operation in
           ('REQUIRE_SIGNATURE', 'PREPARE_RETURN', 'SIGN_RETURN', 'GIVE_BACK_RETURN', 'SUBMIT') and area = 'KGZ' order by number`,
    );
    expect(events.map(({ operation }) => operation)).toEqual([
      ...['REQUIRE_SIGNATURE', 'PREPARE_RETURN', 'PREPARE_RETURN', 'GIVE_BACK_RETURN'],
      ...['PREPARE_RETURN', 'SIGN_RETURN', 'SUBMIT'],
    ]);
    // after a recall the return must be prepared and signed again
    await desk.change(kgz, 'recallSubmission', { submission: payload.submission.id });
    expect(codes((await sign(kgz, prepared.id)).payload)).toEqual(['ALREADY_SIGNED']);
    const again = await desk.submit(AIDA, [{ id: cell.id, version: cell.version + 2 }]);
    expect(again.submission).toBeNull();
    expect(again.prepared).toMatchObject({ state: 'WAITING' });
  });

  it('keeps no value back once another of the same request was changed', async () => {
    const kept = await cellOf('A1.6');
    const { id: old } = (await desk.submit(kgz, [kept, await cellOf('A6.1')])).prepared;
    const { version } = await cellOf('A6.1');
    const changed = await desk.save(kgz, 'A6.1', '4', { expectedVersion: version });
    expect(changed.problems).toEqual([]);
    expect((await cellOf('A1.6')).prepared).toBeNull();
    const { prepared, problems } = await desk.submit(kgz, [kept, changed.cell]);
    expect(problems).toEqual([]);
    expect(prepared).toMatchObject({ state: 'WAITING', values: 2 });
    expect((await cellOf('A1.6')).prepared).toBe(prepared.id);
    const open = (await desk.read(kgz, 'preparedReturns')).result;
    expect(open.map(({ id }) => id)).toContain(prepared.id);
    expect(open.map(({ id }) => id)).not.toContain(old);
    // the old request is ended, as nothing of it is left to be prepared
    expect(
      await api
        .em()
        .execute('select ended_at is not null as ended from work.signature_request where id = ?', [
          old,
        ]),
    ).toEqual([{ ended: true }]);
  });

  it('is for the evidence too: none comes or goes while a value waits', async () => {
    const { payload } = await desk.change(kgz, 'addEvidenceLink', {
      area: 'KGZ',
      title: 'Yearbook',
      url: 'https://stat.example.kg/yearbook',
    });
    const { id: observation, prepared } = await cellOf('A1.6');
    const attach = async () =>
      codes(
        (
          await desk.change(kgz, 'attachEvidence', {
            observation,
            evidence: payload.evidence.id,
            attached: true,
          })
        ).payload,
      );
    expect(await attach()).toEqual(['ALREADY_PREPARED']);
    await desk.change(kgz, 'giveBackReturn', { request: prepared });
    expect(await attach()).toEqual([]);
  });

  it('is given once where two sign at the same moment', async () => {
    await addReporter(BERMET, 'Bermet');
    const { prepared } = await desk.submit(kgz, [await cellOf('A1.6')]);
    const both = await Promise.all([AIDA, BERMET].map((who) => sign(who, prepared.id)));
    const answers = both.map(({ payload }) => payload);
    expect(answers.flatMap(codes)).toEqual(['ALREADY_SIGNED']);
    const handedIn = answers.filter(({ problems }) => problems.length === 0);
    expect(one(handedIn).submission).toMatchObject({ cells: 1, submittedBy: { name: 'kgz' } });
    expect(await states('A1.6')).toEqual(['SUBMITTED']);
    await desk.change(kgz, 'recallSubmission', { submission: one(handedIn).submission.id });
  });

  it('stands on what somebody prepared who has left since', async () => {
    const { version } = await cellOf('A1.6');
    const { cell } = await desk.save(BERMET, 'A1.6', '41', { expectedVersion: version });
    const { prepared } = await desk.submit(BERMET, [cell]);
    await api.em().nativeUpdate(UserAccount, { email: BERMET }, { disabledAt: new Date() });
    expect((await sign(AIDA, prepared.id)).payload).toMatchObject({
      problems: [],
      submission: { submittedBy: { name: 'Bermet' }, signedBy: { name: 'Aida' } },
    });
  });

  it('is not passed by with a file handed in whole', async () => {
    const imports = importRequests(api);
    let job = '';
    const handIn = async (file: string) => {
      const { body } = await imports.send(kgz, file, { dryRun: false });
      expect(body.state).toBe('COMMITTED');
      job = body.job as string;
      const input = { area: 'KGZ', cycle: 2025, import: job };
      return (await desk.change(kgz, 'submitReturn', input)).payload;
    };
    const first = await handIn('code,value\nA6.1,4\n');
    expect(first).toMatchObject({ problems: [], prepared: { values: 1 } });
    const far = `query ($of: ID!) { changeProgress(of: $of) { state step done values } }`;
    const told = await api.work<{ changeProgress: object }>(kgz, far, { of: job });
    expect(told.data?.changeProgress).toEqual({
      ...{ state: 'DONE', step: 'WRITING', done: 1, values: 1 },
    });
    expect(codes(await handIn('code,value\nA6.1,4\n'))).toEqual(['ALREADY_PREPARED']);
    // values that already wait are left out of the file
    const payload = await handIn('code,value\nA6.1,4\nA5.2,40\n');
    // the plan finds the waiting values once and joins them, and does not search for each draft of the country
    const plan = await freeDraftsOf(api.em(), { job, area: 'KGZ' }, [2025]).explain('json');
    expect(readInSubPlans(plan)).not.toContain('signature_request_revision');
    expect(payload).toMatchObject({ submission: null, problems: [], prepared: { values: 1 } });
    expect(await states('A5.2')).toEqual(['DRAFT']);
    // the sender of the file counts as the author of its values
    expect(codes((await sign(kgz, payload.prepared.id)).payload)).toEqual(['OWN_SIGNATURE']);
    const signing = await statementsOf(() => sign(AIDA, payload.prepared.id));
    expect(await states('A5.2')).toEqual(['SUBMITTED']);
    // the ids of the signed values are not sent to the server
    expect(signing.filter((statement) => statement.includes('uuid[]'))).toEqual([]);
  });

  it('is not passed by with a correction of a published value', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2020,
      value: '5',
    });
    const correct = {
      observation: id,
      expectedVersion: 1,
      reason: 'CORRECTION',
      value: '6',
      comment: 'Misprint',
    };
    const { payload, errors } = await desk.change(kgz, 'correctValue', correct);
    expect([errors, payload.problems]).toEqual([undefined, []]);
    const { submission, prepared, problems } = await desk.submit(kgz, [
      { id, version: payload.observation.version },
    ]);
    expect([submission, problems]).toEqual([null, []]);
    expect(prepared.years).toEqual([{ year: 2020, values: 1 }]);
    // it is also shown in the return of that year
    const form = (await desk.read(AIDA, 'returnForm', { area: 'KGZ', cycle: 2020 })).result;
    expect(one(form.prepared)).toMatchObject({ id: prepared.id, maySign: true });
  });

  it('holds in the database: a reporter writes no state beyond a draft that nobody signed', async () => {
    const asReporter = (statement: string) =>
      asNobody(() => {
        standAs({ role: 'REPORTER', area: 'KGZ', areas: null });
        return api.app.get<unknown, MikroORM>(MikroORM).em.fork().execute(statement);
      });
    const draft = `indicator = 'A6.1' and area = 'KGZ'`;
    for (const state of ['SUBMITTED', 'APPROVED', 'PUBLISHED'])
      await expect(
        asReporter(
          `update work.observation set state = '${state}', version = version + 1 where ${draft}`,
        ),
      ).rejects.toThrow(/row-level security/);
    await expect(
      asReporter(`update work.signature_request set decision = 'SIGNED', decided_at = now(), decided_by = prepared_by
        where decision is null`),
    ).rejects.toThrow(/row-level security/);
    await expect(
      asReporter(`insert into work.signature_request (id, area, cycle, prepared_by, decision, decided_by, decided_at)
        select gen_random_uuid(), area, cycle, prepared_by, decision, decided_by, decided_at
        from work.signature_request where decision = 'SIGNED'`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      asReporter(`insert into work.signature_request_revision (request, revision, version, area)
        select q.id, o.current_revision, o.version, o.area from work.signature_request q, work.observation o
        where q.decision = 'SIGNED' and o.${draft.replace('area', 'o.area')}`),
    ).rejects.toThrow(/row-level security/);
    await expect(asReporter(`update work.area set second_signature = false`)).rejects.toThrow(
      /permission denied/,
    );
    await require(officer, false);
    await asReporter(
      `update work.observation set state = 'SUBMITTED', version = version + 1 where ${draft}`,
    );
    expect(await states('A6.1')).toEqual(['SUBMITTED']);
  });

  it('is asked of nobody any more once it is switched off, though it may be given', async () => {
    const open = await waiting(kgz);
    const old = one(open, ({ years }) => years.some(({ year }) => year === 2020));
    // after direct submission there is nothing left to sign
    const form = (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2020 })).result;
    expect(form.secondSignature).toBe(false);
    const direct = await desk.submit(kgz, [one(form.cells, (cell) => cell.prepared === old.id)]);
    expect(direct).toMatchObject({ prepared: null, submission: { cells: 1 } });
    expect(codes((await sign(AIDA, old.id)).payload)).toEqual(['SIGNATURE_VOID']);
    const hers = one(open, ({ preparedBy }) => preparedBy.name === 'Aida');
    expect((await sign(kgz, hers.id)).payload).toMatchObject({
      problems: [],
      submission: { cells: 1, signedBy: { name: 'kgz' } },
    });
    // two mails each for Aida and kgz, as the rule was turned on and off; Bermet had left
    expect(await mailsOf('SIGNATURE_RULE')).toHaveLength(4);
  });
});
