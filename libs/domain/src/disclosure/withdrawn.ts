/**
 * What is removed from a release when a figure is withdrawn for somebody's safety, by tables and columns. In the rows of the
 * figure itself, of the levels computed from it and of the target whose baseline it is, these columns are emptied, or say that
 * something is hidden; rows that name the figure go as a whole: a competing value, a dated event, a document.
 *
 * Only `publication.withdraw` in the database carries this out; a trigger there forbids any other change of a release.
 * Source: methods.md 2.6.
 */
export const WITHDRAWN = {
  value: [
    'value',
    'numerator',
    'denominator',
    'missing_reason',
    'source',
    'source_text',
    'body',
    'period',
    'fact_date',
    'provision',
    'basis',
    'note',
    'via',
    'submitted_on',
    'approved_on',
    'revision',
    'reason',
  ],
  assessment: [
    'word',
    'level',
    'low',
    'high',
    'known',
    'movement',
    'points',
    'status',
    'progress',
    'pace',
    'latest_year',
    'latest_value',
    'detail',
  ],
  target: ['baseline_value', 'baseline_source', 'rationale'],
  alternative: 'ROW',
  event: 'ROW',
  document: 'ROW',
  value_document: 'ROW',
} as const;
