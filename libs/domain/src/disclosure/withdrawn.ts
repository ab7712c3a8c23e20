/**
 * What a release no longer says of a figure that was withdrawn for somebody's safety, by the tables and columns of a release. Of the
 * figure itself, of the levels made from it and of the target whose baseline it is, these columns are emptied, or say that
 * something is hidden; whole rows go where they name the figure: a competing value, a dated event, a document.
 *
 * The one place that carries it out is `publication.withdraw` in the database, and a trigger there lets nothing else of a
 * release change. Source: methods.md 2.6.
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
