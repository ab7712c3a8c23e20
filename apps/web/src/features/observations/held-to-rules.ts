import {
  brokenRules,
  type FiguresOf,
  needsComment,
  type RuleFigures,
  type WordedRule,
} from '@qadam/domain';
import type { EntryState } from './entry-state.ts';
import { asRuleHit, type Reading } from './read-draft.ts';

/** What is asked of the figures of a return together. */
export interface RulesOfReturn {
  rules: readonly WordedRule[];
  /** Figures that the rules compare and that are no cells of the return. */
  beside: readonly (RuleFigures & { indicator: string })[];
}

/** A value can break or keep a rule about another one: what all cells are read as, with what is typed now; only those that change. */
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
    // the whole of an indicator has its code for a key
    const of = { indicator: key, rules, figuresOf };
    const broken = key === cell.indicator && holds !== null ? brokenRules(holds, of) : [];
    if (broken.length === 0 && own.length === reading.hits.length) return [];
    const hits = [...own, ...broken.map(asRuleHit)];
    return [[key, { ...reading, hits, needsComment: needsComment(holds ?? content ?? {}, hits) }]];
  });
}
