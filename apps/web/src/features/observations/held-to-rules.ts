import {
  brokenRules,
  type FiguresOf,
  needsComment,
  type RuleFigures,
  type WordedRule,
} from '@qadam/domain';
import type { EntryState } from './entry-state.ts';
import { asRuleHit, isSameHits, type Reading } from './read-draft.ts';

/** The validation rules that compare figures of a return, and the other figures they need. */
export interface RulesOfReturn {
  rules: readonly WordedRule[];
  /** Figures that the rules compare and that are not cells of this return. */
  beside: readonly (RuleFigures & { indicator: string })[];
}

/**
 * Checks all cells, as typed now, against the validation rules: a value can break or keep a rule about another one.
 * Returns only readings that change.
 */
export function heldToRules(
  { rules, beside }: RulesOfReturn,
  entries: ReadonlyMap<string, EntryState>,
): [string, Reading][] {
  if (rules.length === 0) return [];
  const others = new Map(beside.map((one) => [one.indicator, one]));
  const figuresOf: FiguresOf = (code) => {
    const entry = entries.get(code);
    return entry === undefined ? others.get(code) : entry.reading.holds;
  };
  return [...entries].flatMap(([key, { cell, reading }]): [string, Reading][] => {
    const { holds, content } = reading;
    const own = reading.hits.filter(({ code }) => code !== 'RULE_BROKEN');
    // the key of a whole value is the code of its indicator
    const of = { indicator: key, rules, figuresOf };
    const broken = key === cell.indicator && holds !== null ? brokenRules(holds, of) : [];
    const hits = [...own, ...broken.map(asRuleHit)];
    if (isSameHits(hits, reading.hits)) return [];
    return [[key, { ...reading, hits, needsComment: needsComment(holds ?? content ?? {}, hits) }]];
  });
}
