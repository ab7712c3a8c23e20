import { coherenceOf } from './coherence.ts';
import { classOf, completenessOf, isHidden } from './completeness.ts';
import type { DataQuality, DataQualityInput } from './data-quality.types.ts';
import { revisionsOf } from './revisions.ts';
import { timelinessOf } from './timeliness.ts';

/**
 * Four plain facts about the data of a country in a cycle: how much has come, when, whether rules hold
 * against it, how much it was revised. No composite score, no ranking. To the public, hidden cells are
 * in no count of hits or revisions, for a hit tells something of a value.
 *
 * Source: methods.md 1.12.
 */
export function dataQuality(input: DataQualityInput): DataQuality {
  const { assignments, country, cycle, view } = input;
  const reported = assignments.filter((cell) => classOf(cell, input) === 'reported');
  const checked = view === 'PUBLIC' ? reported.filter((cell) => !isHidden(cell)) : reported;
  return {
    country,
    year: cycle.year,
    completeness: completenessOf(assignments, input),
    timeliness: timelinessOf(reported, cycle.due),
    coherence: coherenceOf(checked, input.hits ?? []),
    revisions: revisionsOf(checked, input.revisions ?? []),
  };
}
