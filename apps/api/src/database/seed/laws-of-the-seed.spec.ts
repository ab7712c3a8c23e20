import { describe, expect, it } from '@jest/globals';
import { type FactBasis, type ProvenFact, lawFacts, lawState } from '@qadam/domain';
import { readSeedJson, readSeedTable } from './seed-files.ts';

interface Proof {
  element: string;
  stage: number | null;
  provision: string | null;
  basis: FactBasis;
}
interface Indicator {
  code: string;
  kind: string;
  elements?: { code: string; counts: boolean }[];
}
type Texts = Record<string, string>;

const AS_OF = 2025;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const indicators = readSeedJson('indicators.json') as Indicator[];
const laws = indicators.filter(({ kind }) => kind === 'MILESTONE');
const elements = laws.flatMap((law) => law.elements ?? []);
const codes = new Set(elements.map(({ code }) => code));
const events = readSeedTable('events.csv').map((row) => ({
  id: text(row['id']),
  indicator: text(row['indicator']),
  area: text(row['area']),
  date: text(row['date']),
  proofs: JSON.parse(text(row['proves'])) as Proof[],
}));
const observations = readSeedTable('observations.csv').filter(({ indicator }) =>
  laws.some(({ code }) => code === indicator),
);

/** The facts that the events prove, oldest first. An interval is sorted by its end. */
function provenBy(element: string, area: string): ProvenFact[] {
  const end = (date: string) => date.split('/').at(-1) ?? date;
  return events
    .filter((event) => event.area === area)
    .flatMap(({ date, proofs }) =>
      proofs.filter((proof) => proof.element === element).map((proof) => ({ ...proof, date })),
    )
    .sort((a, b) => (end(a.date) < end(b.date) ? -1 : 1))
    .map((proof) => ({ ...proof, date: proof.date.split('/')[0] ?? proof.date }));
}

function reportedOf(element: string, area: string): ProvenFact[] {
  const rows = observations.filter((row) => row['breakdown'] === element && row['area'] === area);
  return lawFacts(
    rows.map((row) => ({
      year: Number(row['year']),
      value: row['value'] as string | null,
      missingReason: row['missing_reason'] as string | null,
      factDate: row['fact_date'] as string,
      provision: row['provision'] as string | null,
      basis: row['basis'] as FactBasis,
    })),
  );
}

function stand(facts: readonly ProvenFact[]) {
  const { stage, since, basis, provision } = lawState(facts, AS_OF);
  return { stage, since, basis, provision };
}

describe('the laws of the demonstration', () => {
  it('stand, element by element and country by country, where the events prove them', () => {
    const states = (read: typeof provenBy) =>
      elements.flatMap(({ code }) =>
        ['KAZ', 'KGZ', 'TJK', 'UZB', 'CA4'].map((area) => ({
          code,
          area,
          ...stand(read(code, area)),
        })),
      );
    const proven = states(provenBy);
    expect(proven.filter(({ stage }) => stage !== null)).toHaveLength(52);
    expect(states(reportedOf)).toEqual(proven);
  });

  it('are told by their elements, each with its date and what it rests on, and never as a whole', () => {
    const wrong = observations.filter(
      (row) =>
        !codes.has(text(row['breakdown'])) ||
        row['fact_date'] === null ||
        row['basis'] === null ||
        row['source'] === null ||
        (row['value'] === null) !== (row['missing_reason'] === 'NOT_COLLECTED'),
    );
    expect(wrong).toEqual([]);
  });

  it('have no plan: how far they are is told by their stages', () => {
    const planned = new Set(readSeedTable('targets.csv').map(({ indicator }) => indicator));
    expect(laws.filter(({ code }) => planned.has(code))).toEqual([]);
  });

  it('are proven by events of their own indicator; of two laws that one event changes it is filed under the first', () => {
    const elsewhere = events.flatMap(({ id, indicator, proofs }) =>
      proofs
        .filter(({ element }) => !element.startsWith(`${indicator}-`))
        .map((p) => [id, p.element]),
    );
    expect(elsewhere).toEqual([['UZB-A41-03', 'A4.8-REG']]);
    expect(events.flatMap(({ proofs }) => proofs).filter((p) => !codes.has(p.element))).toEqual([]);
  });
});

describe('the actions of the demonstration', () => {
  it('are quoted as the report of the meeting words them', () => {
    const actions = readSeedJson('actions.json') as { code: string; quote: Texts }[];
    expect(Object.fromEntries(actions.map(({ code, quote }) => [code, quote['en']]))).toEqual({
      A1: 'Separate gender equality agenda from family and demographic policy.',
      A2: 'Include definition of sexual harassment in the Labour Code to address GBV problem in the workplace.',
      A3: 'Revisit existing practices and procedures of forensic medical examination to make the experience of survivors of violence less painful and traumatic and services of forensic expertise more available and accessible to women.',
      A4: 'Address insecurity surrounding inheritance and other rights of women and their children in religious marriages and early marriages.',
      A5: 'Introduce performance indicators for police officers',
      A6: 'Revisit existing standards on provision of services to survivors of violence by crisis centers',
      A7: 'Initiate the work on regional declaration on fight against gender-based violence.',
      F1: 'insufficient number of police trained to handle GBV cases',
      F2: 'general shortage of crisis centres providing safe accommodation to victims/survivors of violence and their children',
      F3: 'severe deficit of staff with required qualifications',
    });
  });
});
