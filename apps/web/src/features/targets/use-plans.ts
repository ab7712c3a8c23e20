import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
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
  problems: readonly Trouble[];
}

/** Proposing and deciding plans of one area. Problems belong to the indicator that was worked on. */
export function usePlans(area: string, reload: () => Promise<unknown>) {
  const { lang } = useFormat();
  const [last, setLast] = useState<Attempt>();
  const [send, proposing] = useMutation(ProposeTargetDocument, { fetchPolicy: 'no-cache' });
  const [sendDecision, deciding] = useMutation(DecideTargetDocument, { fetchPolicy: 'no-cache' });

  const change = async (
    of: Pick<Attempt, 'indicator' | 'act'>,
    work: () => Promise<readonly Trouble[]>,
  ): Promise<boolean> => {
    let problems: readonly Trouble[];
    try {
      problems = await work();
    } catch (error) {
      problems = [unreachable(error)];
    }
    setLast({ ...of, problems });
    await reload();
    return problems.length === 0;
  };

  const propose: Propose = (row, { baseline, target, points, tolerance }, draft) =>
    change({ indicator: row.indicator, act: 'PROPOSE' }, async () => {
      const input = {
        indicator: row.indicator,
        area,
        expectedVersion: Math.max(0, ...row.plans.map(({ version }) => version)),
        baselineYear: baseline?.year ?? null,
        baselineValue: baseline?.value ?? null,
        path: draft.path,
        points: [...points, target],
        tolerance,
        rationale: draft.rationale.trim(),
        rationaleLang: lang,
        idempotencyKey: crypto.randomUUID(),
      };
      return (await send({ variables: { input } })).data?.proposeTarget.problems ?? [];
    });

  const decide = (row: TargetRowFragment, plan: string, decision: 'CONFIRM' | 'REJECT') =>
    change({ indicator: row.indicator, act: 'DECIDE' }, async () => {
      const input = { plan, decision, idempotencyKey: crypto.randomUUID() };
      return (await sendDecision({ variables: { input } })).data?.decideTarget.problems ?? [];
    });

  return {
    busy: proposing.loading || deciding.loading,
    propose,
    decide,
    problemsOf: (indicator: string, act: Attempt['act']) =>
      last?.indicator === indicator && last.act === act ? last.problems : [],
  };
}
