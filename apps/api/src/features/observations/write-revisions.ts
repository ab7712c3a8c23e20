import type { EntityManager } from '@mikro-orm/postgresql';
import type { WorkState } from '@qadam/domain';
import { sql } from 'kysely';
import { db } from '../../database/db.ts';
import { rowsAs } from '../../database/expressions.ts';
import type { ReasonCode, Via } from '../../graphql/enums.ts';
import type { Content } from './observation.entity.ts';

/** An observation as it is stored after a change. */
export interface StoredCell {
  id: string;
  state: WorkState;
  version: number;
  currentRevision: string;
}

export interface RevisedCell extends StoredCell {
  content: Content;
  reason: ReasonCode | null;
}

interface Origin {
  via: Via;
  /** Null of the figure of a named public source. */
  author: string | null;
  source?: string | null;
}

const CONTENT = {
  id: 'uuid',
  observation: 'uuid',
  value: 'numeric',
  numerator: 'numeric',
  denominator: 'numeric',
  missing_reason: 'text',
  obs_status: 'text',
  source_text: 'text',
  comment: 'text',
  fact_date: 'text',
  provision: 'text',
  basis: 'text',
  reason: 'text',
} as const;

const OBSERVATION = {
  id: 'uuid',
  state: 'text',
  version: 'int',
  current_revision: 'uuid',
} as const;

/**
 * The only way in which an observation gets a revision: the revision is written and becomes the current
 * one, in two statements for any number of observations. They exist and are locked; a new one points to its first revision.
 */
export async function writeRevisions(
  em: EntityManager,
  cells: readonly RevisedCell[],
  { via, author, source = null }: Origin,
): Promise<void> {
  const revisions = cells.map(({ id, currentRevision, content, reason }) => ({
    id: currentRevision,
    observation: id,
    value: content.value,
    numerator: content.numerator,
    denominator: content.denominator,
    missing_reason: content.missingReason,
    obs_status: content.obsStatus,
    source_text: content.sourceText,
    comment: content.comment,
    fact_date: content.factDate,
    provision: content.provision,
    basis: content.basis,
    reason,
  }));
  const columns = Object.keys(CONTENT) as (keyof typeof CONTENT)[];
  await db(em)
    .insertInto('work.revision')
    .columns([...columns, 'number', 'period', 'source', 'via', 'author'])
    .expression((insert) =>
      insert
        .selectFrom(rowsAs('x', CONTENT, revisions))
        .innerJoin('work.observation as o', 'o.id', 'x.observation')
        .leftJoin('work.revision as b', 'b.id', 'o.current_revision')
        .select(columns.map((column) => `x.${column}` as const))
        .select([
          sql<number>`coalesce(b.number, 0) + 1`.as('number'),
          // a figure that stays is still about the same days
          sql<
            string | null
          >`case when b.value = x.value and ${source}::text is null then b.period end`.as('period'),
          sql<string | null>`${source}::text`.as('source'),
          sql<Via>`${via}::text`.as('via'),
          sql<string | null>`${author}::uuid`.as('author'),
        ]),
    )
    .execute();
  const earlier = cells.filter(({ version }) => version > 1);
  if (earlier.length === 0) return;
  const observations = earlier.map(({ id, state, version, currentRevision }) => ({
    id,
    state,
    version,
    current_revision: currentRevision,
  }));
  await db(em)
    .updateTable('work.observation as o')
    .from(rowsAs('x', OBSERVATION, observations))
    .set((eb) => ({
      state: eb.ref('x.state'),
      version: eb.ref('x.version'),
      current_revision: eb.ref('x.current_revision'),
    }))
    .whereRef('o.id', '=', 'x.id')
    .execute();
}
