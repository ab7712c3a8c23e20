import { dec, wholePercent, type Numeric } from '@qadam/domain';
import type { Level } from './progress.type.ts';
import type { AssessmentRowOf } from './public-rows.ts';

interface LevelDetail {
  reason: string | null;
  flags: string[];
  /** Of an action, which is rounded by its own rule. */
  percent?: { level: number | null; low: number; high: number };
}

const percentOf = (share: Numeric): number => wholePercent(dec(share));

/** How far an indicator or an action is, in whole percent. */
export function toLevel(row: AssessmentRowOf): Level {
  const { word, level, low, high, known, total, movement, points } = row;
  const { reason, flags, percent } = row.detail as unknown as LevelDetail;
  return {
    word,
    percent: level === null ? null : (percent?.level ?? percentOf(level)),
    low: percent?.low ?? percentOf(low),
    high: percent?.high ?? percentOf(high),
    known,
    total,
    movement,
    points,
    flags,
    reason,
  };
}

/** Context has no level: its figures are shown, and it is never judged. */
export function isContext(row: AssessmentRowOf): boolean {
  return row.detail['reason'] === 'CONTEXT';
}
