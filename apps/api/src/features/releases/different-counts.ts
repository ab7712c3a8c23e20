import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { requiredText } from '../../graphql/free-text.ts';
import { refused } from '../../graphql/problem.ts';
import type { Problem } from '../../graphql/problem.type.ts';
import { recordEvent } from '../audit/chain.ts';
import type { DeskChange } from '../desk-changes/desk-change.ts';
import { readSharedCounts } from '../framework/shared-counts.ts';
import type { StateDifferentCountsInput } from './publish-release.type.ts';

/** An officer states that two equal counts differ, so that a release may show one although it hides the other. */
export async function stateDifferentCounts(
  change: DeskChange,
  actor: Actor,
  input: StateDifferentCountsInput,
): Promise<Problem[]> {
  permit(actor, 'PUBLISH_RELEASE', {});
  const { problems } = await change.run(actor, 'PUBLISH_RELEASE', input, async (tx) => {
    const reason = requiredText(input.reason, 'reason', 'DIFFERENCE_REASON');
    const shared = await readSharedCounts(tx);
    for (const field of ['count', 'other'] as const)
      if (!shared.isCount(input[field]))
        throw refused('UNKNOWN_REFERENCE', field, { text: input[field] });
    if (shared.canonical(input.count) === shared.canonical(input.other))
      throw refused('SAME_COUNT', 'other');
    const [count = '', other = ''] = [input.count, input.other].sort();
    const stated = await db(tx)
      .insertInto('work.different_count')
      .values({ count, other, reason, stated_by: actor.id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('count')
      .executeTakeFirst();
    if (stated)
      await recordEvent(tx, actor, 'STATE_DIFFERENT_COUNTS', `${count} ${other}`, {
        after: { count, other, reason },
      });
    return `${count} ${other}`;
  });
  return problems;
}
