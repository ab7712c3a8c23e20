import { type Remark, remarksOn } from '@qadam/domain';
import type { Checked } from '../observations/checks.ts';
import { lastValue } from '../observations/last-fact.ts';
import type { RuleHit } from '../observations/rule-hit.type.ts';
import type { Thread } from './thread.reader.ts';

/** What is remarkable about a submitted value, to the rule of the domain. */
export function remarksOf(
  { row, reviews, messages }: Thread,
  { indicator, current, history }: Checked,
  hits: readonly RuleHit[],
): Remark[] {
  return remarksOn({
    kind: indicator.kind,
    value: current.value,
    source: current.sourceText,
    comment: current.comment,
    hits,
    before: lastValue(indicator, history),
    corrects: row.publishedRevision !== null && row.publishedRevision !== current.id,
    discussed: messages.length > 0 || reviews.some(({ decision }) => decision === 'RETURNED'),
  });
}
