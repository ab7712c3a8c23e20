import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { LetterField, type Letter } from '../../desk/evidence/letter-field.tsx';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { groupBy } from '../../ui/group-by.ts';
import { countIndicators, firstRows } from './by-indicator.ts';
import { CarriedOver } from './carried-over.tsx';
import { isRowCell, keyOf } from './cell-key.ts';
import { CellList, CellProblems, type ReturnProblem } from './cell-list.tsx';
import type { EntryStore } from './entry-store.ts';
import { readinessOf, type EntryState, type EntryReadiness } from './entry-state.ts';
import type { SubmittedReturn } from './receipt.tsx';
import { SubmitReturnDocument, type ReturnFormFragment } from './return-form.generated.ts';

const blocking = ['ERROR', 'COMMENT', 'UNSAVED'] as const satisfies EntryReadiness[];
const leftOut = ['BLANK', 'UNANSWERED'] as const satisfies EntryReadiness[];

/** Before handing in: what goes, what stays empty, what is in the way. */
export function SubmitDialog(props: {
  form: ReturnFormFragment;
  entries: readonly EntryState[];
  store: EntryStore;
  letter: Letter | null;
  onLetter: (letter: Letter | null) => void;
  onClose: () => void;
  /** Closes, and shows the row of this indicator. */
  onGo: (indicator: string) => void;
  onSubmitted: (handedIn: SubmittedReturn) => void;
}) {
  const { form, entries, store, letter, onClose, onGo } = props;
  const { t } = useTranslation('desk');
  const note = useStoredDraft(`note ${form.area} ${form.cycle}`, '');
  const [refusals, setRefusals] = useState<readonly ReturnProblem[]>([]);
  const { busy, change } = useChange();
  const askAgain = useAskAgain('ReturnForm');
  const readiness = (wanted: EntryReadiness) =>
    entries.filter((entry) => readinessOf(entry) === wanted);
  /** What stays empty is told by the indicator, as it is counted in the return; each returned cell waits for an answer of its own. */
  const leftOutOf = (wanted: EntryReadiness) =>
    wanted === 'BLANK'
      ? firstRows(readiness(wanted).filter(({ cell }) => isRowCell(cell)))
      : readiness(wanted);
  const ready = readiness('READY').flatMap(({ cell: { id, version } }) =>
    id === null ? [] : [{ id, expectedVersion: version }],
  );
  const indicators = countIndicators(entries, (entry) => readinessOf(entry) === 'READY');
  const blocked = blocking.some((wanted) => readiness(wanted).length > 0);

  /** Each at its cell, so that it is still said there when this is closed. */
  const refuse = async (problems: readonly Problem[], isAnswered: boolean) => {
    const found = problems.map((problem) => ({ problem, cell: cellOf(problem, entries) }));
    setRefusals(found);
    if (isAnswered) await askAgain();
    const byCell = groupBy(
      found.flatMap(({ problem, cell }) => (cell ? [{ key: keyOf(cell), problem }] : [])),
      ({ key }) => key,
    );
    for (const [key, own] of byCell)
      store.setProblems(
        key,
        own.map(({ problem }) => problem),
      );
  };

  const send = async () => {
    const { area, cycle, handedInWith } = form;
    const { problems, answer } = await change(SubmitReturnDocument, {
      area,
      cycle: handedInWith ?? cycle,
      cells: ready,
      note: note.kept.trim() || null,
      letter: letter?.id ?? null,
    });
    if (answer?.submission) {
      const cells = readiness('READY').map(({ cell }) => cell);
      note.forget();
      props.onSubmitted({ submission: answer.submission, cells });
      await askAgain();
    } else {
      await refuse(problems, answer !== undefined);
    }
  };

  const summary = blocked
    ? t('submit.blocked')
    : ready.length === 0
      ? t('submit.nothing')
      : t('submit.locks', { count: ready.length });
  return (
    <Dialog title={t('submit.title')} onClose={onClose}>
      {blocking.map((wanted) => (
        <CellList
          key={wanted}
          title={t(`submit.${wanted}`)}
          entries={readiness(wanted)}
          onGo={onGo}
        />
      ))}
      {leftOut.map((wanted) => (
        <CellList
          key={wanted}
          title={t(`submit.${wanted}`, { count: leftOutOf(wanted).length })}
          entries={leftOutOf(wanted)}
          byIndicator={wanted === 'BLANK'}
          onGo={onGo}
        />
      ))}
      <CarriedOver entries={entries} store={store} cycle={form.cycle} />
      <p>{summary}</p>
      <label className={desk.field}>
        {t('submit.note')}
        <textarea
          rows={2}
          className={desk.input}
          value={note.kept}
          onChange={(event) => note.keep(event.target.value)}
        />
      </label>
      <PersonalWarning text={note.kept} />
      <LetterField area={form.area} letter={letter} onChange={props.onLetter} />
      <ProblemList
        problems={refusals.flatMap(({ problem, cell }) => (cell === undefined ? [problem] : []))}
      />
      <CellProblems refusals={refusals} onGo={onGo} />
      <div className={desk.row}>
        <button
          type="button"
          className={desk.primary}
          disabled={blocked || ready.length === 0 || busy}
          onClick={() => void send()}
        >
          {t('submit.send', { count: ready.length })}
          {indicators < ready.length && ` (${t('submit.indicators', { count: indicators })})`}
        </button>
        <button type="button" className={desk.quiet} onClick={onClose}>
          {t('submit.cancel')}
        </button>
      </div>
    </Dialog>
  );
}

/** The cell that a problem is about; undefined for the return as a whole. */
function cellOf({ params }: Problem, entries: readonly EntryState[]) {
  const id = params.find(({ name }) => name === 'observation')?.value;
  return entries.find(({ cell }) => cell.id !== null && cell.id === id)?.cell;
}
