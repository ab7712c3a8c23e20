import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { exact, instant, person } from '../../database/expressions.ts';
import { revisionBody } from '../../database/reporting-body.ts';
import type { Tables } from '../../database/tables.ts';
import type { Texts } from '../../graphql/local-text.type.ts';

const eb = expressionBuilder<Tables & { r: Tables['work.revision'] }, 'r'>();

const figure = (column: 'r.value' | 'r.numerator' | 'r.denominator'): RawBuilder<string | null> =>
  exact(column);

/** Revision `r` of observation `o` with its author `u`, and the names of the body that reports it. */
export const STORED_REVISION = jsonBuildObject({
  id: eb.ref('r.id'),
  number: eb.ref('r.number'),
  value: figure('r.value'),
  numerator: figure('r.numerator'),
  denominator: figure('r.denominator'),
  missingReason: eb.ref('r.missing_reason'),
  obsStatus: eb.ref('r.obs_status'),
  sourceText: eb.ref('r.source_text'),
  bodyNames: sql<Texts | null>`case when r.via <> 'SOURCE_IMPORT' then ${revisionBody} end`,
  period: eb.ref('r.period'),
  namedSource: eb
    .selectFrom('work.source as s')
    .select(sql<string>`s.publisher || ': ' || s.title`.as('named'))
    .whereRef('s.id', '=', 'r.source')
    // otherwise PostgreSQL searches all sources for each revision without one
    .where(eb.ref('r.source'), 'is not', null)
    .$asScalar(),
  factDate: eb.ref('r.fact_date'),
  provision: eb.ref('r.provision'),
  basis: eb.ref('r.basis'),
  comment: eb.ref('r.comment'),
  reason: eb.ref('r.reason'),
  via: eb.ref('r.via'),
  author: person('u'),
  createdAt: instant('r.created_at'),
});
