import type { EntityManager } from '@mikro-orm/postgresql';
import type { Provenance } from '@qadam/domain';
import { exact } from '../../database/sql-text.ts';
import type { Actor } from '../../graphql/access.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import { ATTACHED_COUNT } from '../evidence/evidence-sql.ts';
import { HANDING_BODY } from './reporting-body.ts';
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

interface Cell {
  observation: string;
  year: string;
  area: string;
  indicator: string;
}

/** The columns of a Proof. `own` is the body of the person. */
export const PROOF = (own: string, { observation, year, area, indicator }: Cell): string =>
  `${HANDING_BODY(own, year, area, indicator)} as body,
   ${ATTACHED_COUNT(`${observation}.id`)} as evidence,
   (select ${exact('p.value')} from work.revision p where p.id = ${observation}.published_revision) as "publishedValue"`;

/** Of each observation, if this person hands it in. */
export async function proofs(
  em: EntityManager,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Proof>> {
  const cell = { observation: 'o', year: 'o.year', area: 'o.area', indicator: 'o.indicator' };
  const rows = await em.execute<(Proof & { id: string })[]>(
    `select o.id, ${PROOF('?::uuid', cell)} from work.observation o where o.id in (?)`,
    [actor.organisation, ids],
  );
  return new Map(rows.map(({ id, ...proof }) => [id, proof]));
}

interface Standing extends Proof {
  indicator: Pick<DeskIndicator, 'kind'>;
  sourceText: string | null;
  /** The years before. */
  history: readonly HistoricValue[];
}

/** As the rules look at it, whether it stands in the form or is handed in. */
export function provenanceOf({ indicator, sourceText, history, ...proof }: Standing) {
  return {
    source: sourceText,
    body: Object.values(proof.body ?? {}),
    evidence: proof.evidence,
    published: proof.publishedValue ?? lastValue(indicator, history)?.value ?? null,
  } satisfies Provenance;
}
