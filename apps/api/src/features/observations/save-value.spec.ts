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

  it.each([
    ['what nobody asks for, at the indicator', { indicator: 'A1.6' }, 'indicator'],
    ['what is locked, at the cycle', { cycle: 2023 }, 'cycle'],
  ])('is pointed at: %s', async (_what, wrong, field) => {
    const { payload } = await desk.change(kgz, 'saveValue', { ...cell, ...wrong });
    expect(payload.problems).toEqual([expect.objectContaining({ field })]);
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
    // and the value can be removed again: the cell is then empty, without any of these reasons
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
