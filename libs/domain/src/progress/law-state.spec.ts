import { describe, expect, it } from '@jest/globals';
import { lawState, type ProvenFact } from './law-state.ts';

const fact = (date: string, stage: number | null, more: Partial<ProvenFact> = {}): ProvenFact => ({
  date,
  stage,
  basis: 'OFFICIAL',
  ...more,
});
const nothing = { stage: null, since: null, basis: null, provision: null, proof: null };

describe('the state of an element of a law', () => {
  it('is that of the newest fact, and holds', () => {
    const facts = [fact('2019-05', 2), fact('2021', 4)];
    expect(lawState(facts, 2026)).toMatchObject({ stage: 4, since: '2021', lastDate: '2021' });
    expect(lawState(facts, 2020)).toMatchObject({ stage: 2, since: '2019-05' });
    expect(lawState(facts, 2018)).toEqual({ ...nothing, lastDate: null });
  });

  it('began where the stage did without a break', () => {
    const facts = [fact('2012', 4), fact('2016', 0), fact('2018', 4), fact('2023', 4)];
    expect(lawState(facts, 2026)).toMatchObject({ since: '2018', lastDate: '2023' });
  });

  it('is official where any fact of the run is, shows that one, and names the newest article', () => {
    const official = fact('2020', 4, { provision: 'Art. 1' });
    const press = fact('2023', 4, { basis: 'MEDIA', provision: '' });
    expect(lawState([press, official], 2026)).toMatchObject({
      basis: 'OFFICIAL',
      provision: 'Art. 1',
      proof: official,
      lastDate: '2023',
    });
    expect(lawState([fact('2019', 3), press], 2026)).toMatchObject({
      basis: 'MEDIA',
      provision: null,
    });
  });

  it('is unknown once it is no longer proven, and says since when', () => {
    const facts = [fact('2019', 4), fact('2025-05', null)];
    expect(lawState(facts, 2026)).toEqual({ ...nothing, lastDate: '2025-05' });
    expect(lawState([...facts, fact('2026', 4)], 2026)).toMatchObject({ stage: 4, since: '2026' });
  });

  it('takes of equal dates the later in the list', () => {
    expect(lawState([fact('2020', 3), fact('2020', 4)], 2026).stage).toBe(4);
  });
});
