import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { Dialog } from '../../desk/dialog.tsx';
import { LetterField, type Letter } from '../../desk/evidence/letter-field.tsx';
import { PersonalWarning } from '../../desk/personal-warning.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { unreachable } from '../../desk/unreachable.ts';
import { countIndicators } from './by-indicator.ts';
import { CarriedOver } from './carried-over.tsx';
import { isWholeCell, keyOf } from './cell-key.ts';
import type { EntryBook } from './entry-book.ts';
import { standingOf, type EntryState, type Standing } from './entry-state.ts';
import type { HandedIn } from './receipt.tsx';
import { SubmitReturnDocument, type ReturnFormFragment } from './return-form.generated.ts';

const blocking = ['ERROR', 'COMMENT', 'UNSAVED'] as const satisfies Standing[];
const leftOut = ['BLANK', 'UNANSWERED'] as const satisfies Standing[];

const LONG = 8;

/** Before handing in: what goes, what stays empty, what is in the way. */
export function SubmitDialog(props: {
  form: ReturnFormFragment;
  entries: readonly EntryState[];
  book: EntryBook;
  onClose: () => void;
  /** Closes, and shows the row of this indicator. */
  onGo: (indicator: string) => void;
  onSubmitted: (handedIn: HandedIn) => Promise<void>;
}) {
  const { form, entries, onClose } = props;
  const { t } = useTranslation('desk');
  const [note, setNote] = useState('');
  const [letter, setLetter] = useState<Letter | null>(null);
  const [problems, setProblems] = useState<readonly Trouble[]>([]);
  const [submit, { loading }] = useMutation(SubmitReturnDocument, { fetchPolicy: 'no-cache' });
  const standing = (wanted: Standing) => entries.filter((entry) => standingOf(entry) === wanted);
  /** What stays empty is told by the indicator, as it is counted in the return; each returned cell waits for an answer of its own. */
  const leftOutOf = (wanted: Standing) =>
    standing(wanted).filter(({ cell }) => wanted !== 'BLANK' || isWholeCell(cell));
  const ready = standing('READY').flatMap(({ cell: { id, version } }) =>
    id === null ? [] : [{ id, expectedVersion: version }],
  );
  const indicators = countIndicators(entries, (entry) => standingOf(entry) === 'READY');
  const blocked = blocking.some((wanted) => standing(wanted).length > 0);

  const send = async () => {
    const { area, cycle, handedInWith } = form;
    try {
      const input = {
        area,
        cycle: handedInWith ?? cycle,
        cells: ready,
        note: note.trim() || null,
        letter: letter?.id ?? null,
        idempotencyKey: crypto.randomUUID(),
      };
      const { data } = await submit({ variables: { input } });
      const answer = data?.submitReturn;
      setProblems(answer?.problems ?? []);
      if (answer?.submission) {
        const cells = standing('READY').map(({ cell }) => cell);
        await props.onSubmitted({ submission: answer.submission, cells });
      }
    } catch (error) {
      setProblems([unreachable(error)]);
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
          onGo={props.onGo}
        />
      ))}
      {leftOut.map((wanted) => (
        <CellList
          key={wanted}
          title={t(`submit.${wanted}`, { count: leftOutOf(wanted).length })}
          entries={leftOutOf(wanted)}
          onGo={props.onGo}
        />
      ))}
      <CarriedOver entries={entries} book={props.book} cycle={form.cycle} />
      <p>{summary}</p>
      <label className={desk.field}>
        {t('submit.note')}
        <textarea
          rows={2}
          className={desk.input}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <PersonalWarning text={note} />
      <LetterField area={form.area} letter={letter} onChange={setLetter} />
      <ProblemList problems={problems} />
      <div className={desk.row}>
        <button
          type="button"
          className={desk.primary}
          disabled={blocked || ready.length === 0 || loading}
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

function CellList(props: {
  title: string;
  entries: readonly EntryState[];
  onGo: (indicator: string) => void;
}) {
  if (props.entries.length === 0) return null;
  const list = (
    <ul>
      {props.entries.map(({ cell }) => (
        <li key={keyOf(cell)}>
          <a href={`#cell-${cell.indicator}`} onClick={() => props.onGo(cell.indicator)}>
            {cell.name.text}
          </a>
        </li>
      ))}
    </ul>
  );
  // a long list must not push what is to be done out of sight
  if (props.entries.length > LONG) {
    return (
      <details>
        <summary className={desk.heading}>{props.title}</summary>
        {list}
      </details>
    );
  }
  return (
    <section>
      <h3>{props.title}</h3>
      {list}
    </section>
  );
}
