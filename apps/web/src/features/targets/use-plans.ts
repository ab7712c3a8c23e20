import { useState } from 'react';
import type { Problem } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { PlanDraft, Point, ReadPlan } from './plan-draft.ts';
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

/** What was tried last, and why it was refused. */
interface Attempt {
  indicator: string;
  act: 'PROPOSE' | 'DECIDE';
  problems: readonly Problem[];
}

/** Proposing and deciding plans of one area. Problems belong to the indicator that was worked on. */
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

  const propose: Propose = async (row, { baseline, target, points, tolerance }, draft) => {
    const { indicator } = row;
    const { problems } = await change(ProposeTargetDocument, {
      indicator,
      area,
      expectedVersion: Math.max(0, ...row.plans.map(({ version }) => version)),
      baselineYear: baseline?.year ?? null,
      baselineValue: baseline?.value ?? null,
      path: draft.path,
      points: [...points, target],
      tolerance,
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
