import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { Sentences, useOtherChange } from '../../desk/problem-list.tsx';
import { useProblemText } from '../../desk/problem-text.ts';
import { FactLine, ReportedFigure } from '../../desk/reported-figure.tsx';
import { TextArea } from '../../desk/text-area.tsx';
import { useWhen } from '../../desk/use-when.ts';
import { keyOf } from './cell-key.ts';
import type { FieldProps } from './cell-inputs.tsx';
import styles from './entry-grid.module.css';
import { errorsOf, type EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { useReturn } from './open-return.ts';
import { ambiguousNumbers, computedValue } from './read-draft.ts';
import { WhichNumber } from './which-number.tsx';

/** Is there anything to show below the row of this cell? */
export const hasNotes = (entry: EntryState): boolean => {
  const { reading, problems, theirs } = entry;
  const warned = reading.hits.some(({ severity }) => severity === 'WARN');
  const said = [reading.fieldProblems, reading.hints, errorsOf(entry), problems];
  return warned || theirs !== null || said.some((one) => one.length > 0);
};

/** Below a row: what is wrong, what is unusual, how a text was read, the conflict, and the comment that explains. */
export function CellNotes(
  props: FieldProps & {
    comments: boolean;
    onComment?: () => void;
    /** Brings the place into view where evidence is attached; undefined if it is in view already. */
    onProve?: (() => void) | undefined;
  },
) {
  const { entry, label, change, leave, revert } = props;
  const { t } = useTranslation('desk');
  const { reading, problems } = entry;
  // in a conflict, the box below explains the refusal
  const refused = entry.theirs === null ? problems : [];
  const errors = [...reading.fieldProblems, ...errorsOf(entry), ...refused];
  const warnings = reading.hits.filter((hit) => hit.severity === 'WARN');
  return (
    <div className={`${desk.tight ?? ''} ${styles.noteList ?? ''}`}>
      <Sentences of={errors} mark="✕" className={desk.error} />
      {props.onProve && errors.some(({ code }) => code === 'EVIDENCE_REQUIRED') && (
        <Button look="linklike" aria-label={t('law.proveOf', { label })} onClick={props.onProve}>
          {t('law.prove')}
        </Button>
      )}
      {ambiguousNumbers(reading).map(({ field, read }) => (
        <WhichNumber
          key={field}
          text={entry.draft[field]}
          cell={entry.cell}
          read={read}
          label={label}
          onAnswer={(text) => {
            change({ [field]: text });
            leave();
          }}
        />
      ))}
      <Sentences of={warnings} mark="▲" className={desk.warning} />
      <Sentences of={reading.hints} className={desk.soft} />
      {entry.save === 'INVALID' && (
        <Button look="linklike" of={label} onClick={revert}>
          {t('grid.takeBack')}
        </Button>
      )}
      {entry.theirs && <Conflict entry={entry} theirs={entry.theirs} />}
      {props.comments && (
        <div className={styles.comment}>
          <TextArea
            label={t(reading.needsComment ? 'grid.commentNeeded' : 'grid.comment')}
            of={label}
            disabled={!entry.cell.editable}
            value={entry.draft.comment}
            onChange={(comment) => change({ comment })}
            onFocus={props.onComment}
            onBlur={leave}
          />
        </div>
      )}
    </div>
  );
}

/** An edit conflict in a cell: the other change, both values, and a choice between them. */
function Conflict({ entry, theirs }: { entry: EntryState; theirs: FormCellFragment }) {
  const { store } = useReturn();
  const { t } = useTranslation('desk');
  const when = useWhen();
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  const { current, lock } = theirs;
  const key = keyOf(theirs);
  const { reading } = entry;
  const author = current?.author;
  // what else happened to the cell while its value stayed the same: it was handed in, returned or taken back
  const done = entry.problems.map(meanwhile).find((text) => text !== undefined);
  const savedValue = entry.cell.current?.id !== current?.id;
  const saved = () =>
    t('conflict.text', {
      name: author ? `${author.name} (${t(`role.${author.role}`)})` : t('conflict.somebody'),
      time: current ? when(current.createdAt) : '',
    });
  return (
    <div role="alert" className={`${desk.tight ?? ''} ${styles.conflict ?? ''}`}>
      <p>{savedValue || done === undefined ? saved() : done}</p>
      {lock !== null && (
        <p>{sentence({ code: lock, params: [{ name: 'cycle', value: String(store.year) }] })}</p>
      )}
      <dl>
        <dt>{t('conflict.theirs')}</dt>
        <dd>
          <ReportedFigure
            indicator={theirs}
            value={current?.value ?? null}
            computed={current?.numerator != null}
          />
          {current?.factDate != null && <FactLine of={current} />}
        </dd>
        <dt>{t('conflict.mine')}</dt>
        <dd>
          <ReportedFigure
            indicator={entry.cell}
            value={reading.holds?.value ?? null}
            computed={computedValue(reading) !== null}
          />
          {reading.content?.factDate != null && <FactLine of={reading.content} />}
        </dd>
      </dl>
      <div className={desk.row}>
        {lock === null && (
          <Button onClick={() => store.keepMine(key)}>{t('conflict.keepMine')}</Button>
        )}
        <Button onClick={() => store.takeTheirs(key)}>{t('conflict.takeTheirs')}</Button>
      </div>
    </div>
  );
}
