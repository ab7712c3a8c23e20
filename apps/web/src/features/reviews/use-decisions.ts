import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayApprove } from '@qadam/domain';
import { paramOf, type Problem } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import {
  WriteMessageDocument,
  type WorkObservationFragment,
} from '../../desk/work-observation.generated.ts';
import {
  ApproveReturnDocument,
  ApproveValuesDocument,
  AskReporterDocument,
  ReturnValueDocument,
  UndoApprovalDocument,
  UndoApprovalsDocument,
} from './review-queue.generated.ts';

/** Which observation a problem is about; undefined for the request as a whole. */
const subjectOf = (problem: Problem) => paramOf(problem, 'observation');

const naming = (problem: Problem, observation: string): Problem => ({
  ...problem,
  params: [...problem.params, { name: 'observation', value: observation }],
});

const exactly = ({ id, current }: WorkObservationFragment) => ({
  observation: id,
  revision: current.id,
});

/** Does the same for several values, one after the other; each problem names the value it is about. */
async function eachOf(
  values: readonly WorkObservationFragment[],
  act: (one: WorkObservationFragment) => Promise<{ problems: readonly Problem[] } | undefined>,
): Promise<{ problems: Problem[] }> {
  const problems: Problem[] = [];
  for (const one of values) {
    const answer = await act(one);
    for (const problem of answer?.problems ?? []) {
      problems.push(subjectOf(problem) === undefined ? naming(problem, one.id) : problem);
    }
  }
  return { problems };
}

/** Accept, ask, return and undo: each at exactly the revision on the screen. */
export function useDecisions() {
  const { t } = useTranslation('desk');
  const me = useMe();
  const [last, setLast] = useState<{
    about: readonly WorkObservationFragment[];
    problems: readonly Problem[];
    leaves?: 'LEAVES' | undefined;
  }>({ about: [], problems: [] });
  const [done, setDone] = useState('');
  const { run, send } = useChange();
  const [busy, setBusy] = useState(false);
  const askAgain = useAskAgain('ReviewQueue', 'DeskSummary');
  const { problems } = last;
  const problemsOf = (id: string) => problems.filter((problem) => subjectOf(problem) === id);

  /**
   * Runs a decision and keeps its problems. Those of a single observation are shown in its row. `leaves`: what it is about leaves the queue, unless it
   * is refused.
   */
  const decide = async (
    message: string,
    about: readonly WorkObservationFragment[],
    work: Parameters<typeof run>[0],
    leaves?: 'LEAVES',
  ): Promise<boolean> => {
    setBusy(true);
    const outcome = await run(work);
    const [only, ...others] = about;
    const named = outcome.problems.map((problem) =>
      only === undefined || others.length > 0 || subjectOf(problem) !== undefined
        ? problem
        : naming(problem, only.id),
    );
    setLast({ about, problems: named, leaves });
    setDone(outcome.done ? message : '');
    await askAgain();
    setBusy(false);
    return outcome.done;
  };

  /** What the server would refuse, found without asking it. */
  const refusals = (values: readonly WorkObservationFragment[], closes: boolean): Problem[] =>
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
    /** Until the page shows what the decision did, so that nobody decides twice on the same row. */
    busy,
    done,
    /** What the last decision took out of the queue. */
    taken: last.leaves ? last.about.filter(({ id }) => problemsOf(id).length === 0) : [],
    generalProblems: problems.filter((problem) => subjectOf(problem) === undefined),
    problemsOf,
    /** The values that the last decision refused. */
    refused: last.about.filter(({ id }) => problemsOf(id).length > 0),
    dismiss: (id: string) =>
      setLast((now) => ({
        ...now,
        problems: now.problems.filter((problem) => subjectOf(problem) !== id),
      })),
    /** `closes`: an open question is closed without an answer. */
    accept: (observations: readonly WorkObservationFragment[], closes = false) =>
      decide(
        t('review.accepted', { count: observations.length }),
        observations,
        async () => {
          const found = refusals(observations, closes);
          if (found.length > 0) return { problems: found };
          const values = observations.map((one) => ({
            ...exactly(one),
            closedQuestion: one.openQuestion?.id ?? null,
          }));
          return send(ApproveValuesDocument, { values });
        },
        'LEAVES',
      ),
    /** Accepts the waiting values of a return, or of some of its indicators, if there are still as many as the page shows. */
    acceptReturn: (submission: string, expectedValues: number, indicators?: string[]) =>
      decide(t('review.accepted', { count: expectedValues }), [], () =>
        send(ApproveReturnDocument, {
          ...{ submission, expectedValues, indicators: indicators ?? null },
        }),
      ),
    giveBack: (values: readonly WorkObservationFragment[], reason: string) =>
      decide(
        t('review.gaveBack'),
        values,
        () => eachOf(values, (one) => send(ReturnValueDocument, { ...exactly(one), reason })),
        'LEAVES',
      ),
    ask: (values: readonly WorkObservationFragment[], text: string) =>
      decide(t('review.asked'), values, () =>
        eachOf(values, (one) => send(AskReporterDocument, { ...exactly(one), text })),
      ),
    say: (values: readonly WorkObservationFragment[], text: string) =>
      decide(t('review.messageSent'), values, () =>
        eachOf(values, (one) => send(WriteMessageDocument, { observation: one.id, text })),
      ),
    undoBatch: (batch: string, count: number) =>
      decide(t('review.undoneBatch', { count }), [], () => send(UndoApprovalsDocument, { batch })),
    undo: (observation: WorkObservationFragment) =>
      decide(t('review.undone'), [observation], () =>
        send(UndoApprovalDocument, exactly(observation)),
      ),
  };
}
