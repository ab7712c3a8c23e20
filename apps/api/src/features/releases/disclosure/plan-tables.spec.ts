import { type ClusterRelease, faceOfKey } from '@qadam/domain';
import { describe, expect, it } from '@jest/globals';
import { planTables } from './plan-tables.ts';

const SEXES = ['_T', 'F', 'M'];

/** Of a sex, or of a form of violence. */
const key = (area: string, code: string) =>
  SEXES.includes(code) ? `${area}|${code}|_T|_T|_T|_T` : `${area}|_T|_T|_T|_T|${code}`;

type Values = Record<string, number>;

/** A year by what is reported now and what a release showed, by sex or form of violence; what it hid is not shown. */
interface Year {
  now?: Values;
  before?: Values;
  hidden?: readonly string[];
}

const threshold = { base: 5, detailed: 10 };

const factsOf = ({ now = {}, before, hidden = [] }: Year) => ({
  cells: Object.entries(now).map(([sex, count]) => ({
    ...{ key: key('KGZ', sex), value: String(count), count: String(count) },
    ...{ denominator: null, population: null },
  })),
  previous: before
    ? [
        {
          ...{ release: '1', threshold, withheld: [], told: [] },
          counts: Object.entries(before).map(([sex, count]) => ({
            ...{ key: key('KGZ', sex), part: 'COUNT' as const, value: String(count) },
            hiding: hidden.includes(sex) ? ('COUNT' as const) : null,
          })),
        } satisfies ClusterRelease,
      ]
    : [],
  withdrawn: [],
  hiddenBefore: [],
});

/** Each year as it is planned: HELD, or the codes that are shown. */
function planned(years: Record<number, Year>) {
  const indicator = {
    ...{ code: 'A5.6', unit: 'NUMBER', multiplier: '1', decimals: 0, sensitive: true, threshold },
    ...{ numeratorOf: null, denominatorOf: null, valueType: 'CUMULATIVE' },
  };
  const plans = planTables({
    indicators: [indicator],
    areas: [{ code: 'KGZ', kind: 'COUNTRY', regions: [] }],
    annual: true,
    years: Object.entries(years).map(([year, of]) => ({
      year: Number(year),
      facts: { 'A5.6': factsOf(of) },
    })),
  });
  return Object.fromEntries(
    plans.map(({ year, plan }) => {
      const hidden = new Set(plan.members.flatMap((one) => one.hidden.map(({ key }) => key)));
      const withheld = new Set(plan.members.flatMap((one) => one.withheld.map(({ face }) => face)));
      const shown = Object.keys(years[year]?.now ?? {})
        .filter((code) => !hidden.has(key('KGZ', code)))
        .filter((code) => !withheld.has(faceOfKey(key('KGZ', code)).face));
      return [year, plan.outcome === 'PLANNED' ? shown : plan.outcome];
    }),
  );
}

describe('a step of a cumulative series', () => {
  it('is hidden by its later year, where readers know neither: 43 after 40', () => {
    expect(planned({ 2023: { now: { _T: 40 } }, 2024: { now: { _T: 43 } } })).toEqual({
      2023: ['_T'],
      2024: [],
    });
  });

  it('is hidden by its earlier year, where readers know the later: 60 after 40, corrected to 57', () => {
    const years = {
      2023: { now: { _T: 57 }, before: { _T: 40 } },
      2024: { now: { _T: 60 }, before: { _T: 60 } },
    };
    expect(planned(years)).toEqual({ 2023: [], 2024: ['_T'] });
  });

  it('counts from what is still printed of a year that is held', () => {
    const fault = { _T: 41, F: 20, M: 20 };
    const years = {
      2023: { now: fault, before: { _T: 40, F: 20, M: 20 } },
      2024: { now: { _T: 43 } },
    };
    expect(planned(years)).toEqual({ 2023: 'HELD', 2024: [] });
  });

  it.each([
    ['no longer reported', {}],
    ['hidden now', { now: { _T: 3 } }],
  ])('counts from what a release showed of a year that is %s', (_, now) => {
    const shown = planned({ 2023: { ...now, before: { _T: 40 } }, 2024: { now: { _T: 43 } } });
    expect(shown[2024]).toEqual([]);
  });

  it('does not count from what releases hid or left out', () => {
    const years = { 2023: { before: { _T: 3 }, hidden: ['_T'] }, 2024: { now: { _T: 6 } } };
    expect(planned(years)).toEqual({ 2024: ['_T'] });
  });

  it('that releases gave away is hidden from now on, by one of its years', () => {
    const years = {
      2023: { now: { _T: 40 }, before: { _T: 40 } },
      2024: { now: { _T: 43 }, before: { _T: 43 } },
    };
    expect(planned(years)).toEqual({ 2023: ['_T'], 2024: [] });
  });

  it('is looked for again beside what is known of a year that is hidden for another', () => {
    const years = {
      2022: { now: { _T: 38 } },
      2023: { now: { _T: 57 }, before: { _T: 40 } },
      2024: { now: { _T: 60 }, before: { _T: 60 } },
    };
    expect(planned(years)).toEqual({ 2022: [], 2023: [], 2024: ['_T'] });
  });

  describe('by the form of violence', () => {
    const forms = ['ECON', 'PHYS', 'PSY', 'SEX'];
    /** Counts by form, with their total. */
    const by = (...counts: number[]): Values => ({
      _T: counts.reduce((sum, count) => sum + count),
      ...Object.fromEntries(forms.map((form, i) => [form, counts[i] ?? 0])),
    });
    const sparse = by(2, 1, 3, 60);

    it('does not count from or to a year whose forms are left out', () => {
      const years = { 2023: { now: sparse }, 2024: { now: by(40, 50, 60, 63) } };
      expect(planned(years)).toEqual({ 2023: ['_T'], 2024: ['_T', 'ECON', 'PHYS', 'PSY', 'SEX'] });
    });

    it('is found across such a year: 43 after 40, two years before', () => {
      const years = {
        2022: { now: by(40, 50, 60, 70) },
        2023: { now: sparse },
        2024: { now: by(43, 90, 95, 99) },
      };
      const shown = planned(years);
      expect(shown[2022]).toEqual(['_T', 'ECON', 'PHYS', 'PSY', 'SEX']);
      expect(shown[2024]).not.toContain('ECON');
    });
  });
});
