import { levelChange } from '../progress/level-change.ts';
import type { Maybe } from '../values/figure.ts';
import type { ActionChange, ReleasedAction } from './release.types.ts';

/**
 * The published change of an action's level between two releases that assess by the same method: forward
 * or back by what is known in both, else what is newly known or no longer known. Null: nothing.
 *
 * Source: methods.md 1.5a, 1.11.
 */
export function actionChange(
  before: Maybe<ReleasedAction>,
  after: Maybe<ReleasedAction>,
): ActionChange | null {
  const about = after ?? before;
  if (!about) return null;
  const state = (side: Maybe<ReleasedAction>) => ({ methodVersion: '', parts: side?.parts ?? [] });
  const change = levelChange({ from: state(before), to: state(after) });
  const { class: name, points, newlyKnown, noLongerKnown } = change;
  if (name === 'UNCHANGED' || name === 'METHOD_CHANGED') return null;
  const moved = name === 'FORWARD' || name === 'BACK';
  return {
    kind: 'ACTION',
    class: name,
    subject: about.action,
    country: about.country,
    fromWord: before?.word ?? null,
    toWord: after?.word ?? null,
    fromPercent: before?.percent ?? null,
    toPercent: after?.percent ?? null,
    points: moved ? points : null,
    parts: name === 'NEWLY_KNOWN' ? newlyKnown : name === 'NO_LONGER_KNOWN' ? noLongerKnown : [],
  };
}
