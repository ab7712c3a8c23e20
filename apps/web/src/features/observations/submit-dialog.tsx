import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import type { EvidenceFragment } from '../../desk/evidence/evidence.generated.ts';
import { FileDrop, uploadEvidence } from '../../desk/evidence/file-drop.tsx';
import { PersonalWarning, ProblemList, useOtherChange } from '../../desk/problem-list.tsx';
import { paramOf, useProblemText, type Problem } from '../../desk/problem-text.ts';
import { useMe } from '../../desk/session.ts';
import { TextArea } from '../../desk/text-area.tsx';
import { useAskAgain, useChange } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import { groupBy } from '../../ui/group-by.ts';
import { CellLink } from './asked-cells.tsx';
import { isRowCell, keyOf } from './cell-key.ts';
import { errorsOf, readinessOf, type EntryReadiness, type EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { useEntries, useReturn } from './open-return.ts';
import { SubmitReturnDocument } from './return-form.generated.ts';
import { countIndicators, firstRows } from './rows.ts';
import { CarriedOver } from './source-field.tsx';
import type { SubmittedReturn } from './submissions.tsx';

export type Letter = Pick<EvidenceFragment, 'id' | 'title'>;

const blocking = ['ERROR', 'COMMENT', 'UNSAVED'] as const;

/** Why the server refused the return; `cell`: the cell it objects to, undefined if it objects to the return as a whole. */
interface Refusal {
  problem: Problem;
  cell: FormCellFragment | undefined;
}

/** Shown before handing in: what is sent, what stays empty, and what has to be solved first. */
export function SubmitDialog(props: {
  letter: Letter | null;
  onLetter: (letter: Letter | null) => void;
  onClose: () => void;
  onSubmitted: (handedIn: SubmittedReturn) => void;
  onPrepared: () => void;
}) {
  const { letter, onClose } = props;
  const { form, store } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const note = useStoredDraft(`note ${form.area} ${form.cycle}`, '');
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const { busy, change } = useChange();
  const askAgain = useAskAgain('ReturnForm');
  const byReadiness = groupBy(entries, readinessOf);
  const readiness = (wanted: EntryReadiness) => byReadiness.get(wanted) ?? [];
  // blank cells are listed by indicator, as the return counts them; returned cells one by one, as each needs its own
  // answer
  const blank = firstRows(readiness('BLANK').filter(({ cell }) => isRowCell(cell)));
  const unanswered = readiness('UNANSWERED');
  const me = useMe();
  const [onlyMine, setOnlyMine] = useState(false);
  const isMine = ({ cell }: EntryState) => cell.current?.author?.id === me.id;
  // where no second signature is asked for any more, values that still wait for one are handed in like the rest
  const all = form.secondSignature
    ? readiness('READY')
    : [...readiness('READY'), ...readiness('PREPARED')];
  const chosen = form.secondSignature && onlyMine ? all.filter(isMine) : all;
  const ready = chosen.flatMap(({ cell: { id, version } }) =>
    id === null ? [] : [{ id, expectedVersion: version }],
  );
  const indicators = countIndicators(chosen);
  const blocked = blocking.some((wanted) => readiness(wanted).length > 0);

  /** Also puts each problem at its cell, where it stays after the dialog is closed. */
  const refuse = async (problems: readonly Problem[], isAnswered: boolean) => {
    const found = problems.map((problem) => ({ problem, cell: cellOf(problem, entries) }));
    setRefusals(found);
    if (isAnswered) await askAgain();
    const byCell = groupBy(found, ({ cell }) => (cell ? keyOf(cell) : ''));
    for (const [key, own] of byCell) {
      const about = own.map(({ problem }) => problem);
      if (key !== '') store.setProblems(key, about);
    }
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
      const cells = chosen.map(({ cell }) => cell);
      note.forget();
      props.onSubmitted({ submission: answer.submission, cells });
      await askAgain();
    } else if (answer?.prepared) {
      note.forget();
      props.onPrepared();
      await askAgain();
    } else {
      await refuse(problems, answer !== undefined);
    }
  };

  const what = form.secondSignature
    ? t('signature.ask')
    : t('submit.locks', { count: ready.length });
  const free = ready.length === 0 ? t('submit.nothing') : what;
  return (
    <Dialog title={t('submit.title')} onClose={onClose}>
      {blocking.map((wanted) => (
        <CellList
          key={wanted}
          title={t(`submit.${wanted}`)}
          entries={readiness(wanted)}
          onGo={onClose}
        />
      ))}
      <CellList
        title={t('submit.BLANK', { count: blank.length })}
        entries={blank}
        byIndicator
        onGo={onClose}
      />
      <CellList
        title={t('submit.UNANSWERED', { count: unanswered.length })}
        entries={unanswered}
        onGo={onClose}
      />
      <CarriedOver />
      <p>{blocked ? t('submit.blocked') : free}</p>
      {form.secondSignature && all.some((entry) => !isMine(entry)) && (
        <Checkbox
          label={t('signature.onlyMine')}
          checked={onlyMine}
          onChange={(event) => setOnlyMine(event.currentTarget.checked)}
        />
      )}
      <TextArea label={t('submit.note')} value={note.kept} onChange={note.keep} />
      <PersonalWarning text={note.kept} />
      <LetterField area={form.area} letter={letter} onChange={props.onLetter} />
      <ProblemList
        problems={refusals.flatMap(({ problem, cell }) => (cell === undefined ? [problem] : []))}
      />
      <CellProblems refusals={refusals} onGo={onClose} />
      <div className={desk.row}>
        <Button
          look="primary"
          disabled={blocked || ready.length === 0 || busy}
          onClick={() => void send()}
        >
          {form.secondSignature
            ? t('signature.send', { count: ready.length })
            : t('submit.send', { count: ready.length })}
          {indicators < ready.length && ` (${t('submit.indicators', { count: indicators })})`}
        </Button>
        <Button onClick={onClose}>{t('submit.cancel')}</Button>
      </div>
    </Dialog>
  );
}

function cellOf(problem: Problem, entries: readonly EntryState[]) {
  const id = paramOf(problem, 'observation');
  return entries.find(({ cell }) => cell.id !== null && cell.id === id)?.cell;
}

const LONG = 8;

function CellList(props: {
  title: string;
  entries: readonly EntryState[];
  /** True: a law is listed once, and not by its elements. */
  byIndicator?: boolean;
  onGo: () => void;
}) {
  const { title, entries, byIndicator = false, onGo } = props;
  const sentence = useProblemText();
  if (entries.length === 0) return null;
  const list = (
    <ul>
      {entries.map((entry) => {
        const { cell, reading, problems } = entry;
        const errors = [...reading.fieldProblems, ...errorsOf(entry), ...problems].map(sentence);
        return (
          <li key={keyOf(cell)}>
            <CellLink cell={cell} byIndicator={byIndicator} onGo={onGo} />
            {errors.length > 0 && ` – ${[...new Set(errors)].join(' ')}`}
          </li>
        );
      })}
    </ul>
  );
  // a long list is folded, so that it does not push the buttons out of sight
  if (entries.length > LONG) {
    return (
      <details>
        <summary className={desk.heading}>{title}</summary>
        {list}
      </details>
    );
  }
  return (
    <section>
      <h3>{title}</h3>
      {list}
    </section>
  );
}

/** What the server refused, cell by cell, each with a link to it. */
function CellProblems(props: { refusals: readonly Refusal[]; onGo: () => void }) {
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  const refused = props.refusals.flatMap(({ problem, cell }) => (cell ? [{ problem, cell }] : []));
  if (refused.length === 0) return null;
  return (
    <div role="alert" className={desk.error}>
      <p>{t('submit.refused')}</p>
      <ul>
        {refused.map(({ problem, cell }) => (
          <li key={`${keyOf(cell)} ${problem.code}`}>
            <CellLink cell={cell} onGo={props.onGo} /> –{' '}
            {[sentence(problem), meanwhile(problem)].join(' ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The letter by which the head of the body signs the return. */
function LetterField(props: {
  area: string;
  letter: Letter | null;
  onChange: (letter: Letter | null) => void;
}) {
  const { area, letter, onChange } = props;
  const { t } = useTranslation('desk');
  const { busy, problems, run } = useChange();
  const upload = async (file: File) => {
    const { answer } = await run(() => uploadEvidence(area, file));
    if (answer?.evidence) onChange(answer.evidence);
  };
  return (
    <section>
      <h3>{t('letter.title')}</h3>
      {letter === null ? (
        <>
          <p className={desk.soft}>{t('letter.hint')}</p>
          <FileDrop label={t('letter.title')} busy={busy} onFile={upload} />
        </>
      ) : (
        <p role="status">
          ✓ {t('letter.attached', { name: letter.title })}{' '}
          <Button look="linklike" onClick={() => onChange(null)}>
            {t('letter.remove')}
          </Button>
        </p>
      )}
      <ProblemList problems={problems} />
    </section>
  );
}
