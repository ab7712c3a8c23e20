import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import {
  ApproveValuesDocument,
  AskReporterDocument,
  ReturnValueDocument,
  UndoApprovalDocument,
  UndoApprovalsDocument,
} from './review-queue.generated.ts';

/** Which observation a problem is about; undefined for the request as a whole. */
const subjectOf = ({ params }: Trouble): string | undefined =>
  params.find(({ name }) => name === 'observation')?.value;

export type Decisions = ReturnType<typeof useDecisions>;

/** Accept, ask, return and undo: each at exactly the revision on the screen. */
export function useDecisions(reload: () => Promise<unknown>) {
  const { t } = useTranslation('desk');
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [done, setDone] = useState('');
  const [approve, approving] = useMutation(ApproveValuesDocument, { fetchPolicy: 'no-cache' });
  const [giveBack, givingBack] = useMutation(ReturnValueDocument, { fetchPolicy: 'no-cache' });
  const [askReporter, asking] = useMutation(AskReporterDocument, { fetchPolicy: 'no-cache' });
  const [undoApprovals, undoingAll] = useMutation(UndoApprovalsDocument, {
    fetchPolicy: 'no-cache',
  });
  const [undoApproval, undoing] = useMutation(UndoApprovalDocument, { fetchPolicy: 'no-cache' });

  /** Problems of a single observation are told at its row. */
  const decide = async (
    message: string,
    subject: string | undefined,
    send: () => Promise<readonly Trouble[]>,
  ): Promise<boolean> => {
    let found: readonly Trouble[];
    try {
      found = await send();
    } catch (error) {
      found = [unreachable(error)];
    }
    const named = found.map((problem) =>
      subject === undefined || subjectOf(problem) !== undefined
        ? problem
        : { ...problem, params: [...problem.params, { name: 'observation', value: subject }] },
    );
    setProblems(named);
    setDone(found.length === 0 ? message : '');
    await reload();
    return found.length === 0;
  };

  return {
    busy: [approving, givingBack, asking, undoing, undoingAll].some(({ loading }) => loading),
    done,
    generalProblems: problems.filter((problem) => subjectOf(problem) === undefined),
    problemsOf: (id: string) => problems.filter((problem) => subjectOf(problem) === id),
    accept: (observations: readonly WorkObservationFragment[]) =>
      decide(
        t('review.accepted', { count: observations.length }),
        observations.length === 1 ? observations[0]?.id : undefined,
        async () => {
          const values = observations.map(({ id, current }) => ({
            observation: id,
            revision: current.id,
          }));
          const input = { values, idempotencyKey: crypto.randomUUID() };
          return (await approve({ variables: { input } })).data?.approveValues.problems ?? [];
        },
      ),
    giveBack: ({ id, current }: WorkObservationFragment, reason: string) =>
      decide(t('review.gaveBack'), id, async () => {
        const idempotencyKey = crypto.randomUUID();
        const input = { observation: id, revision: current.id, reason, idempotencyKey };
        return (await giveBack({ variables: { input } })).data?.returnValue.problems ?? [];
      }),
    ask: ({ id, current }: WorkObservationFragment, text: string) =>
      decide(t('review.asked'), id, async () => {
        const idempotencyKey = crypto.randomUUID();
        const input = { observation: id, revision: current.id, text, idempotencyKey };
        return (await askReporter({ variables: { input } })).data?.askReporter.problems ?? [];
      }),
    undoBatch: (batch: string, count: number) =>
      decide(t('review.undoneBatch', { count }), undefined, async () => {
        const input = { batch, idempotencyKey: crypto.randomUUID() };
        return (await undoApprovals({ variables: { input } })).data?.undoApprovals.problems ?? [];
      }),
    undo: ({ id }: WorkObservationFragment) =>
      decide(t('review.undone'), id, async () => {
        const input = { observation: id, idempotencyKey: crypto.randomUUID() };
        return (await undoApproval({ variables: { input } })).data?.undoApproval.problems ?? [];
      }),
  };
}
