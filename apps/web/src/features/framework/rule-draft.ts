import { draftOf, filledTexts, type Texts } from './texts.ts';
import type { RuleSideFragment } from '../../desk/rule-side.generated.ts';
import type { ValidationRuleFragment } from './validation-rules.generated.ts';

export interface SideDraft {
  terms: RuleSideFragment['terms'];
  constant: string;
}
export type RuleDraft = Omit<
  ValidationRuleFragment,
  'left' | 'right' | 'message' | '__typename'
> & {
  left: SideDraft;
  right: SideDraft;
  message: Texts;
};

const sideOf = ({ terms, constant }: RuleSideFragment): SideDraft => ({
  terms: terms.map(({ indicator, figure, factor }) => ({ indicator, figure, factor })),
  constant: constant ?? '',
});

export const ruleDraft = (rule: ValidationRuleFragment): RuleDraft => ({
  code: rule.code,
  version: rule.version,
  left: sideOf(rule.left),
  operator: rule.operator,
  right: sideOf(rule.right),
  missing: rule.missing,
  severity: rule.severity,
  message: draftOf(rule.message),
  active: rule.active,
});

/** The next free code. */
export function nextCode(rules: readonly { code: string }[]): string {
  return `R${String(Math.max(0, ...rules.map(({ code }) => Number(code.slice(1)))) + 1)}`;
}

/** The draft of a new rule. It is off, so that it can be tried first. */
export function newRule(code: string, indicator: string): RuleDraft {
  const term = { indicator, figure: 'VALUE', factor: '1' } as const;
  return {
    ...{ code, version: 0, active: false, message: {} },
    left: { terms: [{ ...term }], constant: '' },
    operator: 'LE',
    right: { terms: [{ ...term }], constant: '' },
    missing: 'SKIP_IF_ANY_VALUE_MISSING',
    severity: 'WARN',
  };
}

const exact = (text: string): string => text.trim().replace(',', '.').replace(/^−/, '-');

const sent = ({ terms, constant }: SideDraft) => ({
  terms: terms.map((term) => ({ ...term, factor: exact(term.factor) })),
  constant: constant.trim() === '' ? null : exact(constant),
});

/** The rule without its texts, as it is tried on stored values. */
export const tried = ({ code, left, operator, right, missing }: RuleDraft) => ({
  ...{ code, operator, missing },
  left: sent(left),
  right: sent(right),
});

export const saved = (draft: RuleDraft) => ({
  ...tried(draft),
  severity: draft.severity,
  message: filledTexts(draft.message),
  active: draft.active,
  expectedVersion: draft.version,
});
