import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import {
  inWork,
  PEOPLE,
  published,
  reportingFixture,
  stored,
} from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const cell = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', expectedVersion: 0, value: '7' };

describe('a published value', () => {
  it('is corrected with a reason, and stays published meanwhile', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2025,
      value: '20.5',
    });
    expect(await inWork(api.em())).toEqual({ values: 0, wrong: 0 });
    const save = await desk.change(kgz, 'saveValue', {
      ...cell,
      indicator: 'A1.6',
      expectedVersion: 1,
    });
    expect(codes(save.payload)).toEqual(['LOCKED_PUBLISHED']);
    const input = { observation: id, expectedVersion: 1, reason: 'NEW_SOURCE', value: '21' };
    const { payload } = await desk.change(kgz, 'correctValue', input);
    expect(payload.problems).toEqual([]);
    expect(payload.observation).toMatchObject({
      state: 'DRAFT',
      version: 2,
      current: { value: '21', reason: 'NEW_SOURCE', number: 2 },
      published: { value: '20.5', number: 1, via: 'SOURCE_IMPORT' },
    });
    expect(await inWork(api.em())).toEqual({ values: 1, wrong: 0 });
    const more = await desk.save(kgz, 'A1.6', '21.5', { expectedVersion: 2 });
    expect(more.cell.current).toMatchObject({ value: '21.5', reason: 'NEW_SOURCE' });
  });

  it('of an earlier year is handed in with the return of the open cycle', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A5.8',
      year: 2015,
      value: '3',
    });
    const input = { observation: id, expectedVersion: 1, reason: 'CORRECTION', value: '4' };
    await desk.change(kgz, 'correctValue', input);
    const handedIn = await desk.submit(kgz, [{ id, version: 2 }]);
    expect(handedIn.problems).toEqual([]);
    expect(handedIn.submission.cells).toBe(1);
  });

  it('of a closed year is handed in with the return of that year too, which is open for it alone', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A5.8',
      year: 2023,
      value: '3',
    });
    const form = async () =>
      (await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2023 })).result;
    expect((await form()).mayEdit).toBe(false);
    const input = { observation: id, expectedVersion: 1, reason: 'COVERAGE', value: '4' };
    await desk.change(kgz, 'correctValue', input);
    const opened = await form();
    expect(opened.mayEdit).toBe(true);
    const editable = opened.cells.filter((one) => one.editable).map(({ indicator }) => indicator);
    expect(editable).toEqual(['A5.8']);
    const { cell: more } = await desk.save(kgz, 'A5.8', '5', { cycle: 2023, expectedVersion: 2 });
    expect(more.current).toMatchObject({ value: '5', reason: 'COVERAGE' });
    const handedIn = await desk.submit(kgz, [more], { cycle: 2023 });
    expect(handedIn.problems).toEqual([]);
    expect(handedIn.form.mayEdit).toBe(false);
  });

  it('of a year without a cycle, and of nobody’s assignment, is corrected in the return of that year', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2012,
      value: '3',
    });
    const frame = { area: 'KGZ', cycle: 2012 };
    const form = async () => (await desk.read(kgz, 'returnForm', frame)).result;
    const year = async () =>
      (await desk.read(kgz, 'publishedYears', { area: 'KGZ' })).result.find(
        (one) => one.year === 2012,
      );
    expect(await form()).toMatchObject({
      daysLeft: null,
      handedInWith: 2025,
      mayEdit: false,
      cells: [{ indicator: 'A1.6', state: 'PUBLISHED', lock: 'LOCKED_PUBLISHED', editable: false }],
    });
    await desk.change(kgz, 'correctValue', {
      ...{ observation: id, expectedVersion: 1, reason: 'CORRECTION', value: '4' },
    });
    expect(await form()).toMatchObject({ mayEdit: true, cells: [{ editable: true }] });
    expect(await year()).toEqual({ year: 2012, published: 1, correcting: 1, submitted: 0 });
    const { cell: more } = await desk.save(kgz, 'A1.6', '5', { cycle: 2012, expectedVersion: 2 });
    const { submission } = await desk.submit(kgz, [more], { cycle: 2025 });
    expect(await year()).toEqual({ year: 2012, published: 1, correcting: 0, submitted: 1 });
    const handedIn = await form();
    expect(handedIn.mayEdit).toBe(false);
    expect(handedIn.submissions).toMatchObject([{ number: submission.number, recallable: true }]);
    const { payload } = await desk.change(kgz, 'recallSubmission', { submission: submission.id });
    expect(payload.problems).toEqual([]);
    expect(await form()).toMatchObject({ mayEdit: true, cells: [{ state: 'DRAFT' }] });
    expect(await api.statements(() => desk.read(kgz, 'returnForm', frame))).toBeLessThanOrEqual(10);
  });

  it('can be recalled after its year is closed; a first value, which could not be handed in again, cannot', async () => {
    const closed = { area: 'KGZ', cycle: 2023 };
    const recallable = async (submission: string) => {
      const { submissions } = (await desk.read(kgz, 'returnForm', closed)).result;
      return submissions.find(({ id }) => id === submission)?.recallable;
    };
    const id = await published(api.em(), {
      ...{ area: 'KGZ', indicator: 'A5.2', year: 2023, value: '3' },
    });
    await desk.change(kgz, 'correctValue', {
      ...{ observation: id, expectedVersion: 1, reason: 'CORRECTION', value: '4' },
    });
    const corrected = await desk.submit(kgz, [{ id, version: 2 }], closed);
    expect(await recallable(corrected.submission.id)).toBe(true);
    const days = (closes: string) =>
      api
        .em()
        .execute(`update work.cycle set closes_on = current_date ${closes} where year = 2023`);
    await days('+ 1');
    const { cell: first } = await desk.save(kgz, 'A6.1', '1', { cycle: 2023 });
    const late = await desk.submit(kgz, [first], closed);
    expect(await recallable(late.submission.id)).toBe(true);
    await days('- 500');
    expect(await recallable(late.submission.id)).toBe(false);
    const { payload } = await desk.change(kgz, 'recallSubmission', {
      submission: late.submission.id,
    });
    expect(codes(payload)).toEqual(['CYCLE_CLOSED']);
    const { payload: back } = await desk.change(kgz, 'recallSubmission', {
      submission: corrected.submission.id,
    });
    expect(back.problems).toEqual([]);
  });

  it.each(['uzb', 'ca4', 'officer', 'donor', 'admin', 'auditor'] as const)(
    'is not corrected by %s, and nothing is stored',
    async (who) => {
      const id = await published(api.em(), {
        area: 'KGZ',
        indicator: 'A5.8',
        year: 2000 + Object.keys(PEOPLE).indexOf(who),
        value: '3',
      });
      const before = await stored(api.em());
      const input = { observation: id, expectedVersion: 1, reason: 'CORRECTION', value: '4' };
      const { errors } = await desk.change(PEOPLE[who], 'correctValue', input);
      expect(errors?.[0]?.extensions.code).toBe(
        ['uzb', 'ca4'].includes(who) ? 'NOT_FOUND' : 'FORBIDDEN',
      );
      expect(await stored(api.em())).toEqual(before);
    },
  );

  it('is not opened twice, nor without a reason, nor from an older page', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A5.8',
      year: 2016,
      value: '3',
    });
    const input = { observation: id, expectedVersion: 1, reason: 'CORRECTION', value: '4' };
    const unexplained = await desk.change(kgz, 'correctValue', { ...input, reason: undefined });
    expect(unexplained.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const old = await desk.change(kgz, 'correctValue', { ...input, expectedVersion: 7 });
    expect(codes(old.payload)).toEqual(['VERSION_CONFLICT']);
    await desk.change(kgz, 'correctValue', input);
    const again = await desk.change(kgz, 'correctValue', { ...input, expectedVersion: 2 });
    expect(codes(again.payload)).toEqual(['INVALID_STATE']);
  });
});
