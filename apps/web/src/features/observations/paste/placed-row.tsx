import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { useProblemText } from '../../../desk/problem-text.ts';
import { ReportedFigure } from '../../../desk/reported-figure.tsx';
import type { EntryStore } from '../entry-store.ts';
import type { EntryState } from '../entry-state.ts';
import { ambiguousNumbers, readDraft } from '../read-draft.ts';
import { WhichNumber } from '../which-number.tsx';
import styles from './paste-dialog.module.css';
import type { Placed } from './place-block.ts';
import { toPatch } from './to-patch.ts';

/** One pasted text beside its indicator: what is there now, what it becomes, and the text to put right. */
export function PlacedRow(props: {
  placed: Placed;
  entry: EntryState;
  store: EntryStore;
  onChange: (text: string) => void;
  onRemove: () => void;
}) {
  const { placed, entry, store } = props;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const { cell } = entry;
  const patch = toPatch(placed, cell);
  const reading = readDraft({ ...entry.draft, ...patch }, cell, store.year, store.mark);
  const { fieldProblems, hints } = reading;
  const doubt = ambiguousNumbers(reading).find(({ field }) => field === placed.column);
  // a missing other half stands in a row of its own
  const own = fieldProblems.filter(
    ({ field, code }) => field === placed.column && !/^MISSING_(NUM|DENOM)/.test(code),
  );
  const read = hints.filter(({ field }) => field === placed.column);
  const name = t(`paste.column.${placed.column}`, { name: cell.name.text });
  return (
    <li>
      <div className={styles.placed}>
        <span>
          {name}
          {cell.current !== null && placed.column === 'value' && (
            <span className={desk.soft}>
              {' '}
              {t('paste.now')}{' '}
              <ReportedFigure
                indicator={cell}
                value={cell.current.value}
                computed={cell.current.numerator !== null}
              />
            </span>
          )}
        </span>
        <input
          type="text"
          className={desk.input}
          aria-label={name}
          aria-invalid={patch === null || own.length > 0 || undefined}
          value={placed.text}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <button
          type="button"
          className={desk.quiet}
          aria-label={`${t('paste.leaveOut')}: ${name}`}
          onClick={props.onRemove}
        >
          ✕
        </button>
      </div>
      {patch === null && <p className={desk.error}>{t('paste.why.NO_OPTION')}</p>}
      {own.map((problem) => (
        <p key={problem.code} className={desk.error}>
          {sentence(problem)}
        </p>
      ))}
      {read.map((problem) => (
        <p key={problem.code} className={desk.soft}>
          {sentence(problem)}
        </p>
      ))}
      {doubt && (
        <WhichNumber
          text={placed.text}
          cell={cell}
          read={doubt.read}
          mark={store.mark}
          label={name}
          onAnswer={props.onChange}
        />
      )}
    </li>
  );
}
