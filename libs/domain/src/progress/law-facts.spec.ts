import { describe, expect, it } from '@jest/globals';
import { lawFacts, type ElementObservation } from './law-facts.ts';
import { lawState } from './law-state.ts';

const said = (...observations: ElementObservation[]) =>
  lawFacts(observations).map(({ date, stage, basis }) => [date, stage, basis]);

describe('the facts that observations of an element are', () => {
  it('carry the date they are about, oldest first', () => {
    expect(
      said(
        { year: 2024, value: '4', factDate: '2024-03-01', basis: 'MEDIA' },
        { year: 2021, value: '2', factDate: '2021-05' },
      ),
    ).toEqual([
      ['2021-05', 2, 'OFFICIAL'],
      ['2024-03-01', 4, 'MEDIA'],
    ]);
  });

  it('end what was known where a stage is hidden or no longer proven', () => {
    expect(said({ year: 2024, value: null, status: 'Q' })).toEqual([['2024', null, 'OFFICIAL']]);
    expect(
      said({ year: 2024, value: null, missingReason: 'NOT_COLLECTED', factDate: '2024-02' }),
    ).toEqual([['2024-02', null, 'OFFICIAL']]);
  });

  it('are not made of other gaps: the stage before holds', () => {
    expect(said({ year: 2024, value: null, missingReason: 'NOT_SHARED', status: 'L' })).toEqual([]);
  });

  it('count as later where they were told later, though they confirm an earlier date', () => {
    const facts = lawFacts([
      { year: 2021, value: '4', factDate: '2021-05' },
      { year: 2023, value: null, status: 'Q' },
      { year: 2025, value: '4', factDate: '2021-05' },
    ]);
    expect(lawState(facts, 2024).stage).toBeNull();
    expect(lawState(facts, 2025)).toMatchObject({ stage: 4, since: '2025' });
  });

  it('do not move the day a stage began when it is confirmed', () => {
    const facts = lawFacts([
      { year: 2021, value: '4', factDate: '2021-05' },
      { year: 2025, value: '4', factDate: '2021-05' },
    ]);
    expect(lawState(facts, 2025)).toMatchObject({ since: '2021-05', lastDate: '2021-05' });
    expect(lawState(facts, 2025).proof?.observation.year).toBe(2025);
  });
});
