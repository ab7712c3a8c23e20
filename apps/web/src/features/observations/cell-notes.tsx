import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useProblemText } from '../../desk/problem-text.ts';
import { Conflict } from './conflict.tsx';
import type { EntryStore } from './entry-store.ts';
import { ambiguousNumbers } from './read-draft.ts';
import styles from './entry-grid.module.css';
import type { EntryState } from './entry-state.ts';
import { errorsOf } from './entry-state.ts';
import type { FieldProps } from './field-props.ts';
import { WhichNumber } from './which-number.tsx';

/** Is there anything to be said below the row? */
export const hasNotes = (entry: EntryState): boolean =>
  entry.reading.fieldProblems.length > 0 ||
  entry.reading.hints.length > 0 ||
  entry.reading.hits.length > 0 ||
  entry.sums.length > 0 ||
  entry.problems.length > 0 ||
  entry.theirs !== null;

/** Below a row: what is wrong, what is unusual, how a text was read, the conflict, and the comment that explains. */
export function CellNotes(
  props: FieldProps & {
    store: EntryStore;
    comments: boolean;
    onComment?: () => void;
    /** Shows where evidence is attached, unless that is in sight. */
    onProve?: (() => void) | undefined;
  },
) {
  const { entry, label, change, leave, revert } = props;
  const { t } = useTranslation('desk');
  const sentence = useProblemText();
  const { reading, problems } = entry;
  // a conflict has its own words below
  const refused = entry.theirs === null ? problems : [];
  const errors = [...reading.fieldProblems, ...errorsOf(entry), ...refused];
  const warnings = reading.hits.filter((hit) => hit.severity === 'WARN');
  const commentLabel = t(reading.needsComment ? 'grid.commentNeeded' : 'grid.comment');
  return (
    <div className={styles.noteList}>
      {[...new Set(errors.map(sentence))].map((text) => (
        <p key={text} className={desk.error}>
          ✕ {text}
        </p>
      ))}
      {props.onProve && errors.some(({ code }) => code === 'EVIDENCE_REQUIRED') && (
        <button
          type="button"
          className={`${desk.linklike ?? ''} ${styles.takeBack ?? ''}`}
          aria-label={t('law.proveOf', { label })}
          onClick={props.onProve}
        >
          {t('law.prove')}
        </button>
      )}
      {ambiguousNumbers(reading).map(({ field, read }) => (
        <WhichNumber
          key={field}
          text={entry.draft[field]}
          cell={entry.cell}
          read={read}
          mark={props.store.mark}
          label={label}
          onAnswer={(text) => {
            change({ [field]: text });
            leave();
          }}
        />
      ))}
      {warnings.map((problem) => (
        <p key={problem.code} className={styles.warning}>
          ▲ {sentence(problem)}
        </p>
      ))}
      {reading.hints.map((problem) => (
        <p key={`${problem.field} ${problem.code}`} className={desk.soft}>
          {sentence(problem)}
        </p>
      ))}
      {entry.save === 'INVALID' && (
        <button
          type="button"
          className={`${desk.linklike ?? ''} ${styles.takeBack ?? ''}`}
          aria-label={`${t('grid.takeBack')}: ${label}`}
          onClick={revert}
        >
          {t('grid.takeBack')}
        </button>
      )}
      {entry.theirs && <Conflict entry={entry} theirs={entry.theirs} store={props.store} />}
      {props.comments && (
        <label className={styles.comment}>
          {commentLabel}
          <textarea
            aria-label={`${commentLabel}: ${label}`}
            rows={2}
            className={desk.input}
            disabled={!entry.cell.editable}
            value={entry.draft.comment}
            onChange={(event) => change({ comment: event.target.value })}
            onFocus={props.onComment}
            onBlur={leave}
          />
        </label>
      )}
    </div>
  );
}
