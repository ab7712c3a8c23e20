import { expect } from '@jest/globals';
import { readCsv } from '@qadam/domain';
import { countCandidates, type SumProblem } from '@qadam/domain/testing';
import { READ_BACK, table } from '../features/exchange/read-back.fixture.ts';
import { type Entered, partOf, YEAR } from './figure-desk.ts';
import type { TestApp } from './harness.ts';

const THRESHOLD = { base: 5, detailed: 10 };

/** Which indicators share a count, according to docs/design/methods.md 2.7 and the definitions; not read from the product. */
const COUNT_OF: Readonly<Record<string, string>> = {
  'A2.5 denominator': 'A2.4',
  'A3.5 denominator': 'A3.6',
  'A5.4 denominator': 'A5.6',
};
const RATES: Readonly<Record<string, { multiplier: number; decimals: number }>> = {
  'A2.4': { multiplier: 100_000, decimals: 2 },
  'A2.5': { multiplier: 100, decimals: 1 },
  'A3.5': { multiplier: 100, decimals: 1 },
  'A5.4': { multiplier: 100, decimals: 1 },
};
const CODES = ['A2.4', 'A2.5', 'A3.5', 'A3.6', 'A5.4', 'A5.6'];

/** A figure as an answer shows it. */
interface Printed {
  from: string;
  release: string;
  indicator: string;
  key: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
}

const VALUE = `year sex age urbanisation region breakdown value numerator denominator note { text }
  earlier { release value }`;

type Row = Readonly<Record<string, unknown>>;
type At = Pick<Printed, 'release' | 'indicator'>;

function printed(from: string, at: At, row: Row): Printed {
  const text = (name: string) => {
    const shown = row[name];
    return shown === '' || (typeof shown !== 'string' && typeof shown !== 'number')
      ? null
      : String(shown);
  };
  return {
    ...{ from, ...at },
    key: ['area', 'sex', 'age', 'urbanisation', 'region', 'breakdown'].map(text).join('|'),
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
  };
}

/** All formats are written from the same rows, so all are read once, and only this one after that. */
const ONE_FORMAT = Object.fromEntries(
  Object.entries(READ_BACK).filter(([format]) => format === 'csv'),
);

const NO_PARTS = { numerator: null, denominator: null };

interface Series {
  area: string;
  values: PageRow[];
  breakdowns: PageRow[];
  alternatives: { year: number }[];
}
type PageRow = Row & { year: number; earlier: { release: string; value: string | null }[] };

const ISO3: Readonly<Record<string, string>> = { KZ: 'KAZ', KG: 'KGZ', TJ: 'TJK', UZ: 'UZB' };

function placeFor(code: string): { area: string; region: string } {
  const area = ISO3[code.slice(0, 2)] ?? code;
  return { area, region: code.includes('-') ? code : '_T' };
}

/** The counts of a figure, named by place and true value: in two releases a count is the same if its value is the same. */
function countsOf(figure: Entered): Record<'count' | 'denominator', Count | undefined> {
  const place = `${figure.area}|${partOf(figure)}`;
  const of = (count: string, value: number): Count => ({
    name: `${count} ${place} = ${String(value)}`,
    value,
  });
  const whole = `${figure.indicator} denominator`;
  return {
    count: of(figure.indicator, figure.count),
    denominator:
      figure.denominator === undefined
        ? undefined
        : of(COUNT_OF[whole] ?? whole, figure.denominator),
  };
}

interface Count {
  name: string;
  value: number;
}

function sumsOf(figures: readonly Entered[]): (readonly [string, readonly string[]])[] {
  const wholes = figures.filter(({ sex, region }) => sex === undefined && region === undefined);
  return wholes.flatMap((whole) =>
    (['sex', 'region'] as const).flatMap((dimension) => {
      const parts = figures.filter(
        (one) => one.indicator === whole.indicator && one.area === whole.area && one[dimension],
      );
      return (['count', 'denominator'] as const).flatMap((side) => {
        const total = countsOf(whole)[side];
        const members = parts.flatMap((part) => countsOf(part)[side] ?? []);
        const adds = members.reduce((sum, { value }) => sum + value, 0) === total?.value;
        return total && adds && members.length > 0
          ? [[total.name, members.map(({ name }) => name)] as const]
          : [];
      });
    }),
  );
}

/** The part of the problem that is connected with this count through unknown counts. */
function around({ sums, rates = [], known, unknowns }: SumProblem, name: string): SumProblem {
  const near = new Set([name]);
  for (const one of near) {
    const groups = [
      ...sums.map(([total, members]) => [total, ...members]),
      ...rates.map(({ numerator, denominator }) => [numerator, denominator]),
    ];
    for (const group of groups)
      if (group.includes(one)) for (const next of group) if (unknowns.has(next)) near.add(next);
  }
  const touches = (names: readonly string[]) => names.some((one) => near.has(one));
  return {
    known,
    unknowns: new Map([...unknowns].filter(([one]) => near.has(one))),
    sums: sums.filter(([total, members]) => touches([total, ...members])),
    rates: rates.filter(({ numerator, denominator }) => touches([numerator, denominator])),
  };
}

/** An attacker who has every page and file of every release, and tries whole numbers. */
export function countReader(api: TestApp, truth: ReadonlyMap<string, readonly Entered[]>) {
  /** Counts that were withdrawn for safety: to be protected like small ones. */
  const takenBack: string[] = [];

  /** Everything that the attacker has kept so far. */
  const kept: Printed[] = [];

  /** Reads a new release in every format. */
  async function keep(release: string): Promise<void> {
    kept.push(...(await readRelease(release)), ...(await readMessages(release)));
  }

  /** Forgets everything and reads all releases as they stand now. */
  async function readAgain(): Promise<void> {
    kept.length = 0;
    for (const release of truth.keys()) kept.push(...(await readRelease(release, ONE_FORMAT)));
  }

  /** Reads a release from pages and files, when it is new or later. */
  async function readRelease(release: string, files = READ_BACK): Promise<Printed[]> {
    const found: Printed[] = [];
    for (const indicator of CODES) {
      found.push(...(await ofPage({ release, indicator })));
      for (const [format, read] of Object.entries(files)) {
        const url = `/data/indicators/${indicator}.${format}?release=${release}`;
        const lines = await read((await api.http({ url })).rawPayload);
        const rows = lines.filter(({ year }) => year === String(YEAR));
        found.push(...rows.map((row) => printed(format, { release, indicator }, row)));
      }
    }
    return found;
  }

  async function ofPage(at: At): Promise<Printed[]> {
    const { data, errors } = await api.publicQuery<{ indicator: { series: Series[] } }>(
      `query ($indicator: ID!, $release: ID) { indicator(code: $indicator, release: $release, lang: en) {
       series { area values { ${VALUE} } breakdowns { ${VALUE} } alternatives { year value } } } }`,
      { ...at },
    );
    expect(errors).toBeUndefined();
    return (data?.indicator.series ?? []).flatMap(({ area, values, breakdowns, alternatives }) => {
      const ofYear = ({ year }: { year: number }) => year === YEAR;
      // a competing value would count like the figure itself
      expect(alternatives.filter(ofYear)).toEqual([]);
      return [...values, ...breakdowns]
        .filter(ofYear)
        .flatMap((row) => [
          printed('page', at, { ...row, area }),
          ...row.earlier.map(({ release, value }) =>
            printed('earlier', { ...at, release }, { ...row, ...NO_PARTS, area, value }),
          ),
        ]);
    });
  }

  /** Reads the formats that give only the newest release. */
  async function readMessages(release: string): Promise<Printed[]> {
    const headers = { accept: 'application/vnd.sdmx.data+csv;version=2.0.0' };
    const url = '/sdmx/data/dataflow/QADAM/DF_INDICATORS/1.0.0/*';
    const sdmx = await api.http({ url, headers });
    expect(sdmx.statusCode).toBe(200);
    const rows = table(readCsv({ bytes: sdmx.rawPayload }).rows).flatMap((row) => {
      const indicator = String(row['INDICATOR']).replace('_', '.');
      if (!CODES.includes(indicator) || row['TIME_PERIOD'] !== String(YEAR)) return [];
      const where = placeFor(String(row['REF_AREA']));
      const figures = {
        value: row['OBS_VALUE'],
        numerator: row['NUMERATOR'],
        denominator: row['DENOMINATOR'],
      };
      const codes = {
        sex: row['SEX'],
        age: row['AGE'],
        urbanisation: row['URBANISATION'],
        breakdown: '_T',
      };
      return [printed('sdmx', { release, indicator }, { ...where, ...codes, ...figures })];
    });
    const dhis2 = await api.http({ url: '/dhis2/dataValueSets.json' });
    const { dataValues } = dhis2.json<{ dataValues: Record<string, string>[] }>();
    for (const {
      dataElement = '',
      orgUnit = '',
      categoryOptionCombo: combo,
      period,
      value,
    } of dataValues) {
      const indicator = dataElement.replace('_', '.');
      if (!CODES.includes(indicator) || period !== String(YEAR)) continue;
      const sex = combo?.replace('SEX_', '') ?? '_T';
      const codes = { sex, age: '_T', urbanisation: '_T', breakdown: '_T' };
      rows.push(
        printed('dhis2', { release, indicator }, { ...placeFor(orgUnit), ...codes, value }),
      );
    }
    expect(new Set(rows.map(({ from }) => from))).toEqual(new Set(['sdmx', 'dhis2']));
    return rows;
  }

  /** What the attacker knows: the known counts, and how all counts are related. */
  function puzzle(): SumProblem & { small: { name: string; threshold: number }[] } {
    const known = new Map<string, number>();
    const unknowns = new Map<string, number>();
    const sums = new Map<string, readonly [string, readonly string[]]>();
    const rates = new Map<string, NonNullable<SumProblem['rates']>[number]>();
    const small = new Map(takenBack.map((name) => [name, THRESHOLD.base]));
    const learn = (count: Count | undefined, shown: string | null) => {
      if (count === undefined || shown === null) return;
      expect([count.name, shown]).toEqual([count.name, String(count.value)]);
      known.set(count.name, count.value);
    };
    for (const [release, figures] of truth) {
      for (const figure of figures) {
        const { indicator } = figure;
        const { count, denominator } = countsOf(figure);
        const scale = RATES[indicator];
        for (const one of [count, denominator])
          if (one) unknowns.set(one.name, Math.min(one.value, 1));
        // population figures are no secret
        if (scale?.multiplier === 100_000) learn(denominator, String(denominator?.value));
        else if (count && denominator) {
          const others = `${count.name} of ${denominator.name}`;
          unknowns.set(others, 0);
          sums.set(others, [denominator.name, [count.name, others]]);
        }
        const threshold = figure.region ? THRESHOLD.detailed : THRESHOLD.base;
        for (const one of [count, denominator])
          if (one && one.value > 0 && one.value < threshold) small.set(one.name, threshold);
        const key = `${figure.area}|${partOf(figure)}`;
        for (const row of kept) {
          if (row.release !== release || row.indicator !== indicator || row.key !== key) continue;
          learn(count, scale ? row.numerator : row.value);
          learn(denominator, row.denominator);
          if (scale && row.value !== null && count && denominator)
            rates.set(`${count.name} ${denominator.name}`, {
              ...{ numerator: count.name, denominator: denominator.name, ...scale },
              printed: Number(row.value),
            });
        }
      }
      for (const sum of sumsOf(figures)) sums.set(sum.flat().join(' '), sum);
    }
    for (const name of known.keys()) unknowns.delete(name);
    const guarded = [...small].map(([name, threshold]) => ({ name, threshold }));
    return {
      known,
      unknowns,
      sums: [...sums.values()],
      rates: [...rates.values()],
      small: guarded,
    };
  }

  /** Small counts for which fewer candidates are left than the threshold. */
  function foundOut(): string[] {
    const all = puzzle();
    return all.small.flatMap(({ name, threshold }) => {
      if (all.known.has(name)) return [`${name} is printed`];
      const candidates = countCandidates(around(all, name), name, threshold);
      return candidates < threshold ? [`${name} has ${String(candidates)} candidates`] : [];
    });
  }

  /** Is the figure in the answers, but with nothing of it shown? */
  function isHidden(indicator: string, key: string): boolean {
    const rows = kept.filter((row) => row.indicator === indicator && row.key === key);
    expect([indicator, key, rows.length > 0]).toEqual([indicator, key, true]);
    return rows.every(
      ({ value, numerator, denominator }) =>
        value === null && numerator === null && denominator === null,
    );
  }

  return { takenBack, keep, readAgain, foundOut, isHidden };
}
