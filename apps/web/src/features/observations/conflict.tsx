import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { FactLine } from '../../desk/fact-line.tsx';
import { useProblemText } from '../../desk/problem-text.ts';
import { useOtherChange } from '../../desk/use-other-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { ReportedFigure } from '../../desk/reported-figure.tsx';
import { keyOf } from './cell-key.ts';
import type { EntryStore } from './entry-store.ts';
import styles from './entry-grid.module.css';
import { computedValue } from './read-draft.ts';
import type { EntryState } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';

/** An edit conflict in a cell: the other change, both values, and a choice between them. */
export function Conflict(props: {
  entry: EntryState;
  theirs: FormCellFragment;
  store: EntryStore;
}) {
  const { entry, theirs, store } = props;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const sentence = useProblemText();
  const meanwhile = useOtherChange();
  const { current } = theirs;
  const key = keyOf(theirs);
  const { reading } = entry;
  const author = current?.author;
  // handed in, returned or taken back meanwhile, with the same value
  const done = entry.problems.map(meanwhile).find((text) => text !== undefined);
  const savedValue = entry.cell.current?.id !== current?.id;
  return (
    <div role="alert" className={styles.conflict}>
      <p>
        {savedValue || done === undefined
          ? t('conflict.text', {
              name: author
                ? `${author.name} (${t(`role.${author.role}`)})`
                : t('conflict.somebody'),
              time: current ? when(current.createdAt) : '',
            })
          : done}
      </p>
      {theirs.lock !== null && (
        <p>
          {sentence({ code: theirs.lock, params: [{ name: 'cycle', value: String(store.year) }] })}
        </p>
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
        {theirs.lock === null && (
          <button type="button" className={desk.quiet} onClick={() => store.keepMine(key)}>
            {t('conflict.keepMine')}
          </button>
        )}
        <button type="button" className={desk.quiet} onClick={() => store.takeTheirs(key)}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </div>
  );
}
