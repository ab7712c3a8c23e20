import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayApprove } from '@qadam/domain';
import type { Trouble } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { unreachable } from '../../desk/unreachable.ts';
import {
  WriteMessageDocument,
  type WorkObservationFragment,
} from '../../desk/work-observation.generated.ts';
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

const naming = (problem: Trouble, observation: string): Trouble => ({
  ...problem,
  params: [...problem.params, { name: 'observation', value: observation }],
});

export type Decisions = ReturnType<typeof useDecisions>;

/** Accept, ask, return and undo: each at exactly the revision on the screen. */
export function useDecisions(reload: () => Promise<unknown>) {
  const { t } = useTranslation('desk');
  const me = useMe();
  const [last, setLast] = useState<{
    about: readonly WorkObservationFragment[];
    problems: readonly Trouble[];
  }>({ about: [], problems: [] });
  const [done, setDone] = useState('');
  const [approve, approving] = useMutation(ApproveValuesDocument, { fetchPolicy: 'no-cache' });
  const [giveBack, givingBack] = useMutation(ReturnValueDocument, { fetchPolicy: 'no-cache' });
  const [askReporter, asking] = useMutation(AskReporterDocument, { fetchPolicy: 'no-cache' });
  const [writeMessage, writing] = useMutation(WriteMessageDocument, { fetchPolicy: 'no-cache' });
  const [undoApprovals, undoingAll] = useMutation(UndoApprovalsDocument, {
    fetchPolicy: 'no-cache',
  });
  const [undoApproval, undoing] = useMutation(UndoApprovalDocument, { fetchPolicy: 'no-cache' });
  const { problems } = last;
  const problemsOf = (id: string) => problems.filter((problem) => subjectOf(problem) === id);

  /** Problems of a single observation are told at its row. */
  const decide = async (
    message: string,
    about: readonly WorkObservationFragment[],
    send: () => Promise<readonly Trouble[]>,
  ): Promise<boolean> => {
    let found: readonly Trouble[];
    try {
      found = await send();
    } catch (error) {
      found = [unreachable(error)];
    }
    const [only, ...others] = about;
    const named = found.map((problem) =>
      only === undefined || others.length > 0 || subjectOf(problem) !== undefined
        ? problem
        : naming(problem, only.id),
    );
    setLast({ about, problems: named });
    setDone(found.length === 0 ? message : '');
    await reload();
    return found.length === 0;
  };

  /** What the server would refuse, found without asking it. */
  const refusals = (values: readonly WorkObservationFragment[], closes: boolean): Trouble[] =>
    values.flatMap(({ id, current, openQuestion }) => {
      const question = openQuestion?.id ?? null;
      const approval = mayApprove({
        reviewer: me.id,
        author: current.author?.id ?? '',
        reviewedRevision: current.id,
        currentRevision: current.id,
        openQuestion: question,
        closedQuestion: closes ? question : null,
      });
      return approval.ok ? [] : [naming({ code: approval.problem.code, params: [] }, id)];
    });

  return {
    busy: [approving, givingBack, asking, writing, undoing, undoingAll].some(
      ({ loading }) => loading,
    ),
    done,
    generalProblems: problems.filter((problem) => subjectOf(problem) === undefined),
    problemsOf,
    /** What the last decision was refused for. */
    refused: last.about.filter(({ id }) => problemsOf(id).length > 0),
    dismiss: (id: string) =>
      setLast((now) => ({
        ...now,
        problems: now.problems.filter((problem) => subjectOf(problem) !== id),
      })),
    /** `closes`: an open question is closed without an answer. */
    accept: (observations: readonly WorkObservationFragment[], closes = false) =>
      decide(t('review.accepted', { count: observations.length }), observations, async () => {
        const found = refusals(observations, closes);
        if (found.length > 0) return found;
        const values = observations.map(({ id, current, openQuestion }) => ({
          observation: id,
          revision: current.id,
          closedQuestion: openQuestion?.id ?? null,
        }));
        const input = { values, idempotencyKey: crypto.randomUUID() };
        return (await approve({ variables: { input } })).data?.approveValues.problems ?? [];
      }),
    giveBack: (observation: WorkObservationFragment, reason: string) =>
      decide(t('review.gaveBack'), [observation], async () => {
        const { id, current } = observation;
        const idempotencyKey = crypto.randomUUID();
        const input = { observation: id, revision: current.id, reason, idempotencyKey };
        return (await giveBack({ variables: { input } })).data?.returnValue.problems ?? [];
      }),
    ask: (observation: WorkObservationFragment, text: string) =>
      decide(t('review.asked'), [observation], async () => {
        const { id, current } = observation;
        const idempotencyKey = crypto.randomUUID();
        const input = { observation: id, revision: current.id, text, idempotencyKey };
        return (await askReporter({ variables: { input } })).data?.askReporter.problems ?? [];
      }),
    say: (observation: WorkObservationFragment, text: string) =>
      decide(t('review.messageSent'), [observation], async () => {
        const input = { observation: observation.id, text, idempotencyKey: crypto.randomUUID() };
        return (await writeMessage({ variables: { input } })).data?.writeMessage.problems ?? [];
      }),
    undoBatch: (batch: string, count: number) =>
      decide(t('review.undoneBatch', { count }), [], async () => {
        const input = { batch, idempotencyKey: crypto.randomUUID() };
        return (await undoApprovals({ variables: { input } })).data?.undoApprovals.problems ?? [];
      }),
    undo: (observation: WorkObservationFragment) =>
      decide(t('review.undone'), [observation], async () => {
        const input = { observation: observation.id, idempotencyKey: crypto.randomUUID() };
        return (await undoApproval({ variables: { input } })).data?.undoApproval.problems ?? [];
      }),
  };
}
