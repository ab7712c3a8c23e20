import { useState } from 'react';
import type { Problem } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import { planInput, type PlanDraft, type Point, type ReadPlan } from './plan-draft.ts';
import {
  DecideTargetDocument,
  ProposeTargetDocument,
  type TargetRowFragment,
} from './target-desk.generated.ts';

export type Propose = (
  row: TargetRowFragment,
  plan: ReadPlan & { target: Point },
  draft: PlanDraft,
) => Promise<boolean>;

/** The last attempt, and why it was refused. */
interface Attempt {
  indicator: string;
  act: 'PROPOSE' | 'DECIDE';
  problems: readonly Problem[];
}

/** Proposes and decides plans of one area. Problems are kept for the indicator concerned. */
export function usePlans(area: string) {
  const { lang } = useFormat();
  const [last, setLast] = useState<Attempt>();
  const { busy, change } = useChange();
  const askAgain = useAskAgain('TargetDesk');

  const tried = async (attempt: Attempt): Promise<boolean> => {
    setLast(attempt);
    await askAgain();
    return attempt.problems.length === 0;
  };

  const propose: Propose = async (row, plan, draft) => {
    const { indicator } = row;
    const { problems } = await change(ProposeTargetDocument, {
      indicator,
      area,
      ...planInput(row, plan, draft.path),
      tolerance: plan.tolerance,
      rationale: draft.rationale.trim(),
      rationaleLang: lang,
    });
    return tried({ indicator, act: 'PROPOSE', problems });
  };

  const decide = async (
    { indicator }: TargetRowFragment,
    plan: string,
    decision: 'CONFIRM' | 'REJECT',
  ): Promise<boolean> => {
    const { problems } = await change(DecideTargetDocument, { plan, decision });
    return tried({ indicator, act: 'DECIDE', problems });
  };

  return {
    busy,
    propose,
    decide,
    problemsOf: (indicator: string, act: Attempt['act']) =>
      last?.indicator === indicator && last.act === act ? last.problems : [],
  };
}
