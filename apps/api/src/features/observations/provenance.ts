import type { Provenance } from '@qadam/domain';
import { sql } from 'kysely';
import { attachedCount } from '../../database/cells.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { DeskIndicator } from '../indicators/desk-indicator.ts';
import type { HistoricValue } from './history.reader.ts';
import { lastValue } from './last-fact.ts';

/** What is on record of where a cell's value comes from. */
export interface Proof {
  /** In whose name this person reports it, in every language. */
  body: Texts | null;
  /** How many files and links are attached. */
  evidence: number;
  /** What stands published of the same year, which is corrected. */
  publishedValue: string | null;
}

/** Of what is not on record. */
export const NO_PROOF: Proof = { body: null, evidence: 0, publishedValue: null };

/**
 * The columns of a Proof of observation `o`, which may not be there yet, without the body. `isFact`: evidence is counted only
 * where this holds; `checkProvenance` asks none of a number.
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
  /** The names of the body. */
  body: readonly string[];
  /** The years before. */
  history: readonly HistoricValue[];
}

/** As the rules look at it, whether it stands in the form or is handed in. */
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
