import { describe, expect, it } from '@jest/globals';
import { daysBetween, localTime } from './local-time.ts';
import { nudgeWait } from './nudge-wait.ts';
import { reminderStep } from './reminder-step.ts';
import { returnsAreCollected } from './returns-are-collected.ts';
import { digestMonth, digestWeek, isSendingHour } from './sending-hours.ts';

const at = (text: string): Date => new Date(text);

describe('the local day', () => {
  it.each([
    ['2026-03-30T18:59:59Z', 'Asia/Almaty', '2026-03-30', 23],
    ['2026-03-30T19:00:00Z', 'Asia/Almaty', '2026-03-31', 0],
    ['2026-03-30T18:00:00Z', 'Asia/Bishkek', '2026-03-31', 0],
    ['2026-03-30T18:00:00Z', 'Asia/Dushanbe', '2026-03-30', 23],
    ['2026-12-31T23:30:00Z', 'UTC', '2026-12-31', 23],
    // where clocks change for summer time, a day can have 23 or 25 hours
    ['2026-03-29T21:59:59Z', 'Europe/Vienna', '2026-03-29', 23],
    ['2026-10-25T22:59:59Z', 'Europe/Vienna', '2026-10-25', 23],
  ])('%s is in %s the %s, %i h', (instant, zone, day, hour) => {
    expect(localTime(at(instant), zone)).toEqual({ day, hour });
  });

  it('counts days by the calendar, over leap days and changed clocks', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-31', '2026-03-24')).toBe(-7);
  });

  it('has no time zone that does not exist', () => {
    expect(() => localTime(at('2026-01-01T00:00:00Z'), 'Asia/Nowhere')).toThrow(RangeError);
  });

  it('lets mails be sent from eight in the morning', () => {
    expect(isSendingHour({ day: '2026-03-31', hour: 7 })).toBe(false);
    expect(isSendingHour({ day: '2026-03-31', hour: 8 })).toBe(true);
  });
});

describe('a reminder', () => {
  it.each([
    [31, null],
    [30, -30],
    [27, -30],
    [26, null],
    [8, null],
    [7, -7],
    [4, -7],
    [3, null],
    [1, null],
    [0, 0],
    [-3, 0],
    [-4, null],
    [-7, 7],
    [-10, 7],
    [-11, null],
    [-365, null],
  ])('with %i days left is that of step %s', (daysLeft, step) => {
    expect(reminderStep(daysLeft)).toBe(step);
  });
});

describe('the weekly digest', () => {
  it.each([
    ['2026-11-23T02:59:00Z', null],
    ['2026-11-23T03:00:00Z', '2026-11-23'],
    ['2026-11-25T18:59:00Z', '2026-11-23'],
    ['2026-11-25T19:00:00Z', null],
    ['2026-11-29T18:59:00Z', null],
    ['1969-12-29T12:00:00Z', '1969-12-29'],
  ])('at %s is that of %s, in Tashkent', (instant, week) => {
    expect(digestWeek(at(instant), 'Asia/Tashkent')).toBe(week);
  });
});

describe('the monthly digest', () => {
  it.each([
    ['2026-11-30T18:59:00Z', '2026-11'],
    ['2026-11-30T19:00:00Z', null],
    ['2026-12-01T02:59:00Z', null],
    ['2026-12-01T03:00:00Z', '2026-12'],
    ['2026-12-31T18:59:00Z', '2026-12'],
    ['2026-12-31T19:00:00Z', null],
  ])('at %s is that of %s, in Tashkent', (instant, month) => {
    expect(digestMonth(at(instant), 'Asia/Tashkent')).toBe(month);
  });
});

describe('reminding by hand', () => {
  it('is possible once in 72 hours', () => {
    const last = at('2026-11-20T10:00:00Z');
    expect(nudgeWait(null, last)).toBe(0);
    expect(nudgeWait(last, last)).toBe(72 * 3_600_000);
    expect(nudgeWait(last, at('2026-11-23T09:59:59Z'))).toBe(1000);
    expect(nudgeWait(last, at('2026-11-23T10:00:00Z'))).toBe(0);
  });
});

describe('returned values', () => {
  it('are collected for ten minutes from the first', () => {
    const returned = [at('2026-11-20T10:05:00Z'), at('2026-11-20T10:00:00Z')];
    expect(returnsAreCollected(returned, at('2026-11-20T10:09:59Z'))).toBe(false);
    expect(returnsAreCollected(returned, at('2026-11-20T10:10:00Z'))).toBe(true);
    expect(returnsAreCollected([], at('2026-11-20T10:10:00Z'))).toBe(false);
  });
});
