import type { Provenance } from '@qadam/domain';
import { sql } from 'kysely';
import { attachedCount } from '../../database/cells.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { HistoricValue } from './history.reader.ts';
import { lastValue } from './last-fact.ts';

/** What we have on record about the origin of a cell's value. */
export interface Proof {
  /** The body in whose name the person reports the value, in every language. */
  body: Texts | null;
  /** How many files and links are attached. */
  evidence: number;
  /** The published value of the same year, if the cell is being corrected. */
  publishedValue: string | null;
}

/** For a cell about which nothing is on record. */
export const NO_PROOF: Proof = { body: null, evidence: 0, publishedValue: null };

/**
 * The columns of a Proof, without the body, for observation `o`, which may not exist yet. `isFact`: evidence is counted only
 * if this holds, because `checkProvenance` requires none for a number.
 */
export const proofColumns = (isFact = sql<boolean>`true`) => [
  sql<number>`case when ${isFact} then ${evidenceOf} else 0 end`.as('evidence'),
  sql<string | null>`(select p.value from work.revision p where p.id = o.published_revision)`.as(
    'publishedValue',
  ),
];

const evidenceOf = attachedCount('o.id');

interface ProvenanceFacts extends Omit<Proof, 'body'> {
  indicator: Pick<DeskIndicator, 'kind'>;
  sourceText: string | null;
  /** The names of the reporting body. */
  body: readonly string[];
  /** The values of earlier years. */
  history: readonly HistoricValue[];
}

/** The provenance as the rules check it, in the form as well as on submission. */
export function provenanceOf({
  indicator,
  sourceText,
  body,
  history,
  evidence,
  publishedValue,
}: ProvenanceFacts) {
  return {
    source: sourceText,
    body,
    evidence,
    published: publishedValue ?? lastValue(indicator, history)?.value ?? null,
  } satisfies Provenance;
}
