/** What is left of a hidden figure. */
export const TOMBSTONE = `value = null, numerator = null, denominator = null, obs_status = 'Q', missing_reason = null, source = null,
  source_text = null, body = null, period = null, fact_date = null, provision = null, basis = null, note = null, via = null, submitted_on = null, approved_on = null, revision = null, reason = null`;
