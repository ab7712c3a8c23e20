import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { LetterField, type Letter } from '../../desk/evidence/letter-field.tsx';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useKept } from '../../desk/use-kept.ts';
import { groupBy } from '../../ui/group-by.ts';
import { countIndicators, firstRows } from './by-indicator.ts';
import { CarriedOver } from './carried-over.tsx';
import { isRowCell, keyOf } from './cell-key.ts';
import { CellList, RefusedCells, type Refusal } from './cell-list.tsx';
import type { EntryBook } from './entry-book.ts';
import { standingOf, type EntryState, type Standing } from './entry-state.ts';
import type { HandedIn } from './receipt.tsx';
import { SubmitReturnDocument, type ReturnFormFragment } from './return-form.generated.ts';

const blocking = ['ERROR', 'COMMENT', 'UNSAVED'] as const satisfies Standing[];
const leftOut = ['BLANK', 'UNANSWERED'] as const satisfies Standing[];

/** Before handing in: what goes, what stays empty, what is in the way. */
export function SubmitDialog(props: {
  form: ReturnFormFragment;
  entries: readonly EntryState[];
  book: EntryBook;
  letter: Letter | null;
  onLetter: (letter: Letter | null) => void;
  onClose: () => void;
  /** Closes, and shows the row of this indicator. */
  onGo: (indicator: string) => void;
  onSubmitted: (handedIn: HandedIn) => void;
}) {
  const { form, entries, book, letter, onClose, onGo } = props;
  const { t } = useTranslation('desk');
  const note = useKept(`note ${form.area} ${form.cycle}`, '');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { busy, change } = useChange();
  const askAgain = useAskAgain('ReturnForm');
  const standing = (wanted: Standing) => entries.filter((entry) => standingOf(entry) === wanted);
  /** What stays empty is told by the indicator, as it is counted in the return; each returned cell waits for an answer of its own. */
  const leftOutOf = (wanted: Standing) =>
    wanted === 'BLANK'
      ? firstRows(standing(wanted).filter(({ cell }) => isRowCell(cell)))
      : standing(wanted);
  const ready = standing('READY').flatMap(({ cell: { id, version } }) =>
    id === null ? [] : [{ id, expectedVersion: version }],
  );
  const indicators = countIndicators(entries, (entry) => standingOf(entry) === 'READY');
  const blocked = blocking.some((wanted) => standing(wanted).length > 0);

  /** Each at its cell, so that it is still said there when this is closed. */
  const refuse = async (problems: readonly Trouble[], isAnswered: boolean) => {
    const found = problems.map((problem) => ({ problem, cell: cellOf(problem, entries) }));
    setRefusals(found);
    if (isAnswered) await askAgain();
    const byCell = groupBy(
      found.flatMap(({ problem, cell }) => (cell ? [{ key: keyOf(cell), problem }] : [])),
      ({ key }) => key,
    );
    for (const [key, own] of byCell)
      book.refused(
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
      const cells = standing('READY').map(({ cell }) => cell);
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
          entries={standing(wanted)}
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
      <CarriedOver entries={entries} book={book} cycle={form.cycle} />
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
      <RefusedCells refusals={refusals} onGo={onGo} />
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
function cellOf({ params }: Trouble, entries: readonly EntryState[]) {
  const id = params.find(({ name }) => name === 'observation')?.value;
  return entries.find(({ cell }) => cell.id !== null && cell.id === id)?.cell;
}
