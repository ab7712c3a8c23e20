import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { canSomewhere } from '@qadam/domain';
import { useMe } from '../../desk/session.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import type { ReviewQueueQuery } from './review-queue.generated.ts';
import { queueOf, useReviewView, valuesIn, type Line } from './review-queue.ts';
import { useDecisions } from './use-decisions.ts';
import { isTyping, letterOf, useSingleKeys } from '../../ui/single-keys.ts';

/** The heading of the desk, which has the focus when no row is left for it. */
export const HEADING = 'review-desk';

const rowOf = (id: string | undefined) => document.getElementById(`review-${id ?? ''}`);

/**
 * j and k move, x selects, a accepts, q asks, r returns, u undoes this person's last batch of acceptances. Ignored
 * while typing, and can be switched off (WCAG 2.1.4). Nothing but j and k goes on while a key is held, and nothing is
 * decided before the last decision is on the page.
 */
function useReviewKeys(props: {
  ids: readonly string[];
  /** Rows that this person's last decision took out of the queue. */
  decided: ReadonlySet<string>;
  busy: boolean;
  /** What of the queue is shown: another country or conversation, and which countries are unfolded. */
  filter: string;
  unfolded: string;
  accept: (id: string) => void;
  select: (id: string) => void;
  undo: () => void;
  write: (id: string, act: 'ASK' | 'RETURN') => void;
}) {
  const [on, setOn] = useSingleKeys();
  const { ids, filter, unfolded } = props;
  const [current, setCurrent] = useState<string>();
  const [at, setAt] = useState(-1);
  const found = current === undefined ? -1 : ids.indexOf(current);
  if (found !== -1 && found !== at) setAt(found);
  const [shown, setShown] = useState({ filter, unfolded });
  const isOtherView = shown.filter !== filter || shown.unfolded !== unfolded;
  if (isOtherView) setShown({ filter, unfolded });
  // Only a row on which this person decided gives its place to the next one. After any other change the keys are for no
  // row until somebody goes to one, so that nothing is accepted that nobody has looked at.
  if (shown.filter !== filter) setCurrent(undefined);
  else if (found === -1 && current !== undefined) {
    const isDecided = !isOtherView && props.decided.has(current);
    setCurrent(isDecided ? ids[Math.min(at, ids.length - 1)] : undefined);
  }

  // the focus does not get lost together with the button that was pressed
  const before = useRef(current);
  useEffect(() => {
    const isLost = before.current !== undefined && document.activeElement === document.body;
    before.current = current;
    if (isLost) (rowOf(current) ?? document.getElementById(HEADING))?.focus();
  }, [current]);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (isTyping(target) || (target instanceof Element && target.closest('dialog'))) return;
    const key = letterOf(event);
    if (event.repeat && key !== 'j' && key !== 'k') return;
    if (props.busy && (key === 'a' || key === 'u')) return;
    const chosen = ids[found];
    if (key === 'j' || key === 'k') {
      const next = ids[Math.max(0, Math.min(ids.length - 1, found + (key === 'j' ? 1 : -1)))];
      setCurrent(next);
      rowOf(next)?.focus();
    } else if (key === 'u') props.undo();
    else if (key === 'x' && chosen !== undefined) props.select(chosen);
    else if (key === 'a' && chosen !== undefined) {
      // so that the next row is brought into view when this one is gone
      rowOf(chosen)?.focus();
      props.accept(chosen);
    } else if ((key === 'q' || key === 'r') && chosen !== undefined) {
      event.preventDefault();
      props.write(chosen, key === 'q' ? 'ASK' : 'RETURN');
    }
  });
  useEffect(() => {
    if (!on) return;
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [on]);

  return { on, switch: setOn, current, setCurrent };
}

/** A message that is being written to the reporter: about a value, a table, or all selected values. */
export interface Writing {
  /** The row below which it is written; null: at the foot of the page, about all selected values. */
  line: string | null;
  of: readonly WorkObservationFragment[];
  act: 'RETURN' | 'ASK';
}

export type Desk = ReturnType<typeof useReviewDesk>;
type Lists = Pick<
  ReviewQueueQuery['reviewQueue'],
  'submitted' | 'approved' | 'returned' | 'batches'
>;

/**
 * Values that stay on the page although they no longer wait: while this person was writing about them or deciding,
 * somebody else decided on them, or the reporter recalled them.
 */
function heldOf(
  { submitted, approved, returned }: Lists,
  busyWith: readonly WorkObservationFragment[],
): WorkObservationFragment[] {
  const waiting = new Set(submitted.map(({ id }) => id));
  const decided = new Map([...approved, ...returned].map((one) => [one.id, one]));
  const held = new Map(busyWith.map((one) => [one.id, decided.get(one.id) ?? one]));
  return [...held.values()].filter(({ id }) => !waiting.has(id));
}

/** The state of the review desk: what is shown, which row is current, what is being written. */
export function useReviewDesk(lists: Lists, nameOf: (area: string) => string) {
  const { submitted } = lists;
  const me = useMe();
  const mayDecide = canSomewhere(me, 'APPROVE') === 'ALLOWED';
  const decisions = useDecisions();
  const [writing, setWriting] = useState<Writing>();
  const { view, change } = useReviewView();
  const { area, only, open } = view;
  const held = heldOf(lists, [...(writing?.of ?? []), ...decisions.refused]);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const questions = submitted.filter(({ openQuestion }) => openQuestion !== null);
  const answers = submitted.filter(({ answer }) => answer !== null);
  const wanted = only === null ? submitted : { questions, answers }[only];
  const areas = queueOf(submitted, me.id).map((group) => group.area);
  const explained = new Set(decisions.refused.map(({ id }) => id));
  const groups = queueOf(wanted, me.id, held, explained).filter(
    (group) => area === null || group.area === area,
  );
  // a link to one value shows it even if its group is folded
  const hidden = groups.find(({ easy }) => valuesIn(easy).some(({ id }) => id === open))?.area;
  const unfolded = new Set([...view.unfolded, ...(hidden === undefined ? [] : [hidden])]);
  const rows = groups.flatMap(({ area, easy, others }) =>
    unfolded.has(area) ? [...others, ...easy] : others,
  );
  const isHeld = (id: string) => held.some((one) => one.id === id);
  const lineOf = (id: string) => rows.find((one) => one.id === id);
  const selected = rows.filter(({ id }) => marked.has(id) && !isHeld(id));
  const select = (id: string) =>
    setMarked((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  const keys = useReviewKeys({
    ids: rows.map(({ id }) => id),
    decided: new Set(decisions.taken.map(({ id }) => id)),
    busy: decisions.busy,
    filter: `${area ?? ''} ${only ?? ''}`,
    unfolded: [...view.unfolded].sort().join(' '),
    select: (id) => {
      if (mayDecide) select(id);
    },
    undo: () => {
      const last = lists.batches.find(({ reviewer }) => reviewer.id === me.id);
      if (mayDecide && last) void decisions.undoBatch(last.batch, last.values);
    },
    accept: (id) => {
      if (mayDecide && !isHeld(id)) void decisions.accept(lineOf(id)?.values ?? []);
    },
    write: (id, act) => {
      const line = lineOf(id);
      if (mayDecide && line && !isHeld(id)) setWriting({ line: id, of: line.values, act });
    },
  });
  return {
    mayDecide,
    decisions,
    nameOf,
    groups,
    easy: valuesIn(groups.flatMap(({ easy }) => easy)),
    /** The rows on which one decision can be taken together. */
    selected,
    isSelected: (id: string) => marked.has(id),
    select,
    selectNone: () => setMarked(new Set()),
    /** Deselects these rows; others that were selected during the decision stay selected. */
    deselect: (lines: readonly Line[]) =>
      setMarked((now) => new Set([...now].filter((one) => !lines.some(({ id }) => id === one)))),
    keys,
    isHeld,
    writing,
    write: setWriting,
    /** Closes this message, unless another one has been opened since, and the problems of its values. */
    close: (written: Writing) => {
      setWriting((now) => (now === written ? undefined : now));
      for (const { id } of written.of) decisions.dismiss(id);
    },
    unfolded,
    unfold: (one: string) =>
      unfolded.has(one)
        ? change({
            unfolded: new Set([...unfolded].filter((each) => each !== one)),
            ...(hidden === one && { open: null }),
          })
        : change({ unfolded: new Set([...unfolded, one]) }),
    open,
    change,
    areas,
    area,
    counts: {
      all: valuesIn(queueOf(submitted, me.id).flatMap(({ others }) => others)).length,
      questions: questions.length,
      answers: answers.length,
    },
    only,
  };
}
