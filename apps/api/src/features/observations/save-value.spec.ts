import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codes, type DeskRequests, deskRequests, one } from '../../testing/desk-requests.ts';
import { type TestApp, startTestApp } from '../../testing/harness.ts';
import { PEOPLE, published, reportingFixture, stored } from '../../testing/reporting-fixture.ts';

let api: TestApp;
let desk: DeskRequests;
const { kgz, uzb, officer } = PEOPLE;

beforeAll(async () => {
  api = await startTestApp();
  await reportingFixture(api.em());
  desk = deskRequests(api);
});
afterAll(() => api.stop());

const cell = { area: 'KGZ', cycle: 2025, indicator: 'A5.8', expectedVersion: 0, value: '7' };

describe('what is no value is refused with a code, and nothing is stored', () => {
  it.each([
    ['text as Excel shows it', { value: '1 234,5' }],
    ['not a number', { value: 'NaN' }],
    ['more than can be', { value: '1e400' }],
    ['infinity', { value: 'Infinity' }],
    ['sixteen digits', { value: '1234567890.123456' }],
    ['a number instead of text', { value: 12.5 }],
    ['an unknown field', { colour: 'red' }],
    ['more decimals than can be kept', { value: '0.0000000000000001' }],
    ['an unknown reason', { value: undefined, missingReason: 'LOST' }],
    ['a year that is no year', { cycle: 'soon' }],
    ['a version that is none', { expectedVersion: 1.5 }],
  ])('%s: BAD_USER_INPUT', async (_what, wrong) => {
    const before = await stored(api.em());
    const { errors } = await desk.change(kgz, 'saveValue', { ...cell, ...wrong });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(await stored(api.em())).toEqual(before);
  });

  it.each([
    ['an unknown indicator', { indicator: 'Z9.9' }, 'NOT_ASSIGNED'],
    ['a Cyrillic look-alike', { indicator: 'А5.8' }, 'NOT_ASSIGNED'],
    ['an indicator that is not assigned', { indicator: 'A1.6' }, 'NOT_ASSIGNED'],
    ['an indicator of the four countries together', { indicator: 'A7.1' }, 'NOT_ASSIGNED'],
    ['the year 9999', { cycle: 9999 }, 'NOT_ASSIGNED'],
    ['a closed cycle', { cycle: 2023 }, 'CYCLE_CLOSED'],
    ['nothing at all', { value: null }, 'EMPTY_CELL'],
    [
      'a value and a reason for its absence',
      { missingReason: 'NOT_COLLECTED' },
      'REASON_EXCLUDES_VALUE',
    ],
    ['half a rate', { indicator: 'A5.2', value: null, numerator: '3' }, 'MISSING_DENOMINATOR'],
    ['an unknown status', { obsStatus: '?' }, 'UNKNOWN_STATUS'],
    ['a version of a cell that was never saved', { expectedVersion: 3 }, 'VERSION_CONFLICT'],
    ['a novel for a comment', { comment: 'x'.repeat(4001) }, 'TEXT_TOO_LONG'],
    ['a text with a NUL', { comment: 'a\u0000b' }, 'TEXT_INVALID'],
    ['a text with half a character', { comment: 'a\ud83d' }, 'TEXT_INVALID'],
  ])('%s: a problem', async (_what, wrong, code) => {
    const before = await stored(api.em());
    const { payload } = await desk.change(kgz, 'saveValue', { ...cell, ...wrong });
    expect(codes(payload)).toEqual([code]);
    expect(await stored(api.em())).toEqual(before);
  });

  it('a foreign country is answered like one that does not exist', async () => {
    const before = await stored(api.em());
    const foreign = await desk.change(uzb, 'saveValue', cell);
    const absent = await desk.change(uzb, 'saveValue', { ...cell, area: 'XXX' });
    const told = ({ errors }: typeof foreign) =>
      errors?.map(({ message, extensions }) => ({ message, code: extensions.code }));
    expect(told(foreign)).toEqual(told(absent));
    expect(told(foreign)).toEqual([{ message: expect.any(String), code: 'NOT_FOUND' }]);
    expect(await stored(api.em())).toEqual(before);
  });
});

describe('a saved value', () => {
  it('stays exactly as it was typed, without padding or rounding', async () => {
    const { cell: saved } = await desk.save(uzb, 'A5.8', '0.10000000000001', { area: 'UZB' });
    expect(saved.current.value).toBe('0.10000000000001');
  });

  it('is computed from numerator and denominator, half away from zero', async () => {
    const { cell: saved } = await desk.save(uzb, 'A5.2', null, {
      area: 'UZB',
      numerator: '1',
      denominator: '8',
    });
    expect(saved).toMatchObject({
      ratio: true,
      current: { value: '12.5', numerator: '1', denominator: '8' },
    });
    const next = await desk.save(uzb, 'A5.2', null, {
      area: 'UZB',
      expectedVersion: 1,
      numerator: '1',
      denominator: '16',
    });
    expect(next.cell.current.value).toBe('6.3');
  });

  it('over a denominator of zero is kept, and may not be handed in', async () => {
    const { cell: saved } = await desk.save(uzb, 'A5.2', null, {
      area: 'UZB',
      expectedVersion: 2,
      numerator: '3',
      denominator: '0',
    });
    expect(saved.current).toMatchObject({ value: null, numerator: '3', denominator: '0' });
    expect(codes(await desk.submit(uzb, [saved], { area: 'UZB' }))).toEqual(['ZERO_DENOMINATOR']);
    const none = await desk.save(uzb, 'A5.2', null, {
      area: 'UZB',
      expectedVersion: 3,
      numerator: '0',
      denominator: '0',
    });
    expect(none.cell.current).toMatchObject({
      value: null,
      missingReason: 'NOT_APPLICABLE',
      obsStatus: 'M',
    });
  });

  it('may be the reason why there is none', async () => {
    const { cell: saved } = await desk.save(uzb, 'A6.1', null, {
      area: 'UZB',
      missingReason: 'NOT_APPLICABLE',
    });
    expect(saved.current).toMatchObject({
      value: null,
      missingReason: 'NOT_APPLICABLE',
      obsStatus: 'M',
    });
  });

  it.each([
    ['a zero', { value: '0' }, { value: '0', missingReason: null, obsStatus: 'A' }],
    ['what was not collected', { missingReason: 'NOT_COLLECTED' }, { obsStatus: 'L' }],
    ['what is not shared', { missingReason: 'NOT_SHARED' }, { obsStatus: 'O' }],
    ['what does not apply', { missingReason: 'NOT_APPLICABLE' }, { obsStatus: 'M' }],
    ['what is kept confidential', { missingReason: 'SUPPRESSED' }, { obsStatus: 'Q' }],
  ])('%s is not the same as an empty cell, nor as another of them', async (_what, entry, kept) => {
    const of = { area: 'UZB', cycle: 2025, indicator: 'A5.2' };
    const form = async () => (await desk.read(uzb, 'returnForm', of)).result;
    const before = one((await form()).cells, ({ indicator }) => indicator === 'A5.2');
    const input = { ...of, value: null, expectedVersion: before.version, ...entry };
    const { payload } = await desk.change(uzb, 'saveValue', input);
    expect(payload.problems).toEqual([]);
    const after = one((await form()).cells, ({ indicator }) => indicator === 'A5.2');
    expect(after).toMatchObject({
      state: 'DRAFT',
      current: { value: null, missingReason: null, ...entry, ...kept },
    });
    // and it is taken back to an empty cell, which is none of these
    const { cell: cleared } = await desk.save(uzb, 'A5.2', null, {
      area: 'UZB',
      expectedVersion: after.version,
    });
    expect(cleared).toMatchObject({ state: 'EMPTY', current: null });
  });

  it('is kept as a draft when it breaks a rule', async () => {
    const { cell: saved, problems } = await desk.save(kgz, 'A6.1', '9');
    expect(problems).toEqual([]);
    expect(saved).toMatchObject({ state: 'DRAFT', current: { value: '9' } });
    expect(saved.hits).toContainEqual(
      expect.objectContaining({ code: 'ABOVE_MAX', severity: 'ERROR' }),
    );
  });

  it('is stored once, however often the same request is sent', async () => {
    const input = { ...cell, idempotencyKey: randomUUID() };
    const [first, second] = await Promise.all([
      desk.change(kgz, 'saveValue', input),
      desk.change(kgz, 'saveValue', input),
    ]);
    const after = await stored(api.em());
    const third = await desk.change(kgz, 'saveValue', input);
    for (const { payload } of [first, second, third]) {
      expect(payload).toMatchObject({
        problems: [],
        cell: { version: 1, current: { number: 1, value: '7' } },
      });
    }
    expect(await stored(api.em())).toEqual(after);
    const { errors } = await desk.change(kgz, 'saveValue', { ...input, value: '8' });
    expect(errors?.[0]?.extensions.code).toBe('CONFLICT');
  });

  it('is not overwritten by somebody who saw an older one, and who is told what, who and when', async () => {
    const { payload } = await desk.change(kgz, 'saveValue', { ...cell, value: '99' });
    expect(codes(payload)).toEqual(['VERSION_CONFLICT']);
    expect(payload.cell).toMatchObject({
      version: 1,
      current: {
        value: '7',
        author: { name: 'kgz' },
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
  });
});

describe('a published value', () => {
  it('is corrected with a reason, and stays published meanwhile', async () => {
    const id = await published(api.em(), {
      area: 'KGZ',
      indicator: 'A1.6',
      year: 2025,
      value: '20.5',
    });
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

describe('a first save', () => {
  const stage = async () => {
    const { result } = await desk.read(kgz, 'returnForm', { area: 'KGZ', cycle: 2025 });
    return one(result.cells, ({ indicator }) => indicator === 'A6.1');
  };

  it('is taken back whole while nobody has reviewed it, and can be entered again', async () => {
    const filled = async () => one((await desk.read(kgz, 'duties')).result).filled;
    const saved = await stage();
    const before = await filled();
    const { cell: cleared, problems } = await desk.save(kgz, 'A6.1', null, {
      expectedVersion: saved.version,
    });
    expect(problems).toEqual([]);
    expect(cleared).toMatchObject({ state: 'EMPTY', current: null, hits: [], version: 2 });
    expect(await stage()).toMatchObject({ state: 'EMPTY', current: null });
    expect(await filled()).toBe(before - 1);
    expect(codes(await desk.submit(kgz, [cleared]))).toEqual(['VALUE_REQUIRED']);
    const { cell: again } = await desk.save(kgz, 'A6.1', '4', { expectedVersion: 2 });
    expect(again).toMatchObject({ state: 'DRAFT', current: { number: 3, value: '4' } });
  });

  it('is answered and not emptied once a reviewer has returned it', async () => {
    const known = await stage();
    await desk.submit(kgz, [known]);
    await desk.change(officer, 'returnValue', {
      observation: known.id,
      revision: known.current.id,
      reason: 'Which law?',
    });
    const { payload } = await desk.change(kgz, 'saveValue', {
      area: 'KGZ',
      cycle: 2025,
      indicator: 'A6.1',
      expectedVersion: known.version + 2,
    });
    expect(codes(payload)).toEqual(['EMPTY_CELL']);
    expect(payload.cell.clearable).toBe(false);
  });
});
