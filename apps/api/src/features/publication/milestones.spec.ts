import { describe, expect, it } from '@jest/globals';
import { nextMilestones } from './milestones.ts';

type Steps = Parameters<typeof nextMilestones>[0];
type Plans = Parameters<typeof nextMilestones>[1];

const step = (code: string, more: Partial<Steps[number]> = {}): Steps[number] => ({
  indicator: { code },
  role: 'HEADLINE',
  series: [{ cell: { area: 'KAZ', status: 'DELAYED' }, bodies: ['Office'] }],
  ...more,
});
const plan = (indicator: string, ...years: number[]): Plans[number] => ({
  indicator,
  area: 'KAZ',
  points: years.map((year) => ({ year, value: '3' })),
  reference: true,
});
const told = (steps: Steps, plans: Plans, year = 2025) =>
  nextMilestones(steps, plans, year).map((one) => `${one.indicator} ${String(one.year)}`);

describe('the next milestone of an action', () => {
  it('is the nearest point after the year that is told, with who publishes and whose plan it is', () => {
    expect(nextMilestones([step('A1.1')], [plan('A1.1', 2023, 2027, 2030)], 2025)).toEqual([
      {
        indicator: 'A1.1',
        area: 'KAZ',
        year: 2027,
        value: '3',
        reference: true,
        bodies: ['Office'],
      },
    ]);
    expect(told([step('A1.1')], [plan('A1.1', 2023, 2027)], 2022)).toEqual(['A1.1 2023']);
  });

  it('is the earliest of all indicators of the area; those of the same year stand together', () => {
    const steps = [step('A1.1'), step('A1.2'), step('A1.3')];
    const plans = [plan('A1.1', 2030), plan('A1.2', 2027), plan('A1.3', 2027)];
    expect(told(steps, plans)).toEqual(['A1.2 2027', 'A1.3 2027']);
  });

  it('is none where the target is met, the plan is over, there is no plan or the indicator is context', () => {
    const met = step('A1.1', {
      series: [{ cell: { area: 'KAZ', status: 'ACHIEVED' }, bodies: [] }],
    });
    expect(told([met], [plan('A1.1', 2030)])).toEqual([]);
    expect(told([step('A1.1')], [plan('A1.1', 2025)])).toEqual([]);
    expect(told([step('A1.1')], [])).toEqual([]);
    expect(told([step('A1.1', { role: 'CONTEXT' })], [plan('A1.1', 2030)])).toEqual([]);
  });
});
