import { useState } from 'react';
import { can } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { queueOf } from './queue-of.ts';
import { useReviewView } from './review-view.ts';
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
  const { view, change } = useReviewView();
  const { area, onlyQuestions, open } = view;
  const questions = submitted.filter(({ openQuestion }) => openQuestion !== null);
  const areas = queueOf(submitted, me.id).map((group) => group.area);
  const groups = queueOf(onlyQuestions ? questions : submitted, me.id).filter(
    (group) => area === null || group.area === area,
  );
  // a link to one value shows it, folded or not
  const hidden = groups.find(({ easy }) => easy.some(({ id }) => id === open))?.area;
  const unfolded = new Set([...view.unfolded, ...(hidden === undefined ? [] : [hidden])]);
  const rows = groups.flatMap(({ area, easy, others }) =>
    unfolded.has(area) ? [...easy, ...others] : others,
  );
  const keys = useReviewKeys({
    ids: rows.map(({ id }) => id),
    accept: (id) => {
      if (mayDecide) void decisions.accept(rows.filter((one) => one.id === id));
    },
    write: (id, act) => {
      if (mayDecide) setWriting({ id, act });
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
    unfold: (one: string) =>
      unfolded.has(one)
        ? change({
            unfolded: new Set([...unfolded].filter((each) => each !== one)),
            ...(hidden === one && { open: null }),
          })
        : change({ unfolded: new Set([...unfolded, one]) }),
    open,
    setOpen: (id: string | null) => change({ open: id }),
    areas,
    area,
    setArea: (one: string | null) => change({ area: one }),
    questions: questions.length,
    onlyQuestions,
    setOnlyQuestions: (only: boolean) => change({ onlyQuestions: only }),
  };
}
