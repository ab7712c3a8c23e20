import { isFactDate } from '../periods/fact-date.ts';
import type { FactBasis } from '../progress/assess-level.types.ts';
import { dec, type Numeric } from '../values/decimal.ts';
import type { Maybe } from '../values/figure.ts';
import { isBlankEntry, type CellEntry } from './cell-content.ts';
import { error } from './cell-hit.ts';
import type { CellHit } from './check-cell.types.ts';
import { isProved, type Provenance } from './check-provenance.ts';

/** What was entered about a fact in addition to its stage. */
export interface FactEntry {
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  factDate?: Maybe<string>;
  /** The article, decree or page that proves it. */
  provision?: Maybe<string>;
  basis?: Maybe<FactBasis>;
}

/** What a cell holds of a fact. */
export type FactContent = { [K in keyof FactEntry]-?: Exclude<FactEntry[K], undefined> };

export interface FactProblem {
  field: keyof FactEntry;
  code: 'FACT_DATE_INVALID' | 'FACT_OF_ELEMENT_ONLY';
}

const NO_FACT: FactContent = { factDate: null, provision: null, basis: null };

/**
 * The date, provision and basis of one element of a law, or the problems of the entry. The basis is OFFICIAL unless given; only
 * an element of a law may have any of these. Source: domain.md (A law is a small matrix).
 */
export function readFact(
  entry: FactEntry & CellEntry,
  isElement: boolean,
): { fact: FactContent; problems: FactProblem[] } {
  const provision = entry.provision?.trim() || null;
  const factDate = entry.factDate?.trim() || null;
  if (!isElement) {
    const given = { factDate, provision, basis: entry.basis ?? null };
    const fields = (['factDate', 'provision', 'basis'] as const).filter(
      (field) => given[field] !== null,
    );
    return {
      fact: NO_FACT,
      problems: fields.map((field) => ({ field, code: 'FACT_OF_ELEMENT_ONLY' })),
    };
  }
  if (isBlankEntry(entry)) return { fact: NO_FACT, problems: [] };
  if (factDate !== null && !isFactDate(factDate)) {
    return { fact: NO_FACT, problems: [{ field: 'factDate', code: 'FACT_DATE_INVALID' }] };
  }
  return { fact: { factDate, provision, basis: entry.basis ?? 'OFFICIAL' }, problems: [] };
}

/**
 * A stage has a date in or before its year: ERROR FACT_DATE_REQUIRED, FACT_DATE_LATER. A stage above 0 that differs from the
 * published one names the provision or another source: ERROR PROVISION_REQUIRED. Its proof is checked by
 * `checkProvenance`. Source: domain.md (each step above 0 names its evidence).
 */
export function checkFact(
  { value, year, fact }: { value: Maybe<Numeric>; year: number; fact: Maybe<FactEntry> },
  provenance: Provenance,
): CellHit[] {
  if (value == null) return [];
  const rule = 'checkFact';
  const date = fact?.factDate ?? null;
  const hits: CellHit[] = [];
  if (date === null) hits.push(error(rule, 'FACT_DATE_REQUIRED'));
  else if (Number(date.slice(0, 4)) > year) hits.push(error(rule, 'FACT_DATE_LATER', { year }));
  const { published } = provenance;
  const isNew = published == null || !dec(value).equals(dec(published));
  const isNamed = fact?.provision != null || isProved({ ...provenance, evidence: 0 });
  if (isNew && dec(value).greaterThan(0) && !isNamed) hits.push(error(rule, 'PROVISION_REQUIRED'));
  return hits;
}
