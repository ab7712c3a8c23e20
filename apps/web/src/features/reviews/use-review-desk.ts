import { useState } from 'react';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { queueOf } from './queue-of.ts';
import { useDecisions } from './use-decisions.ts';
import { useReviewKeys } from './use-review-keys.ts';

/** What is being written to the reporter of a value. */
export interface Writing {
  id: string;
  act: 'RETURN' | 'ASK';
}

export type Desk = ReturnType<typeof useReviewDesk>;

/** The state of the review desk: what is shown, which row is current, what is being written. */
export function useReviewDesk(
  submitted: readonly WorkObservationFragment[],
  reload: () => Promise<unknown>,
) {
  const me = useMe();
  const mayDecide = can(me, 'APPROVE') === 'ALLOWED';
  const decisions = useDecisions(reload);
  const [writing, setWriting] = useState<Writing>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const [onlyQuestions, setOnlyQuestions] = useState(false);
  const questions = submitted.filter(({ openQuestion }) => openQuestion !== null);
  const groups = queueOf(onlyQuestions ? questions : submitted, me.id);
  const rows = groups.flatMap(({ area, easy, others }) =>
    unfolded.has(area) ? [...easy, ...others] : others,
  );
  const keys = useReviewKeys({
    ids: rows.map(({ id }) => id),
    accept: (id) => {
      if (mayDecide) void decisions.accept(rows.filter((one) => one.id === id));
    },
    startReturn: (id) => {
      if (mayDecide) setWriting({ id, act: 'RETURN' });
    },
  });
  return {
    mayDecide,
    decisions,
    reload,
    groups,
    easy: groups.flatMap(({ easy }) => easy),
    keys,
    writing,
    write: setWriting,
    unfolded,
    /** And folds again. */
    unfold: (area: string) =>
      setUnfolded(
        new Set(
          unfolded.has(area) ? [...unfolded].filter((one) => one !== area) : [...unfolded, area],
        ),
      ),
    questions: questions.length,
    onlyQuestions,
    setOnlyQuestions,
  };
}
