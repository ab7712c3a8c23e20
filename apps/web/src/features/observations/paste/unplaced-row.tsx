import { useTranslation } from 'react-i18next';
import desk from '../../../desk/desk.module.css';
import { keyOf } from '../cell-key.ts';
import type { EntryState } from '../entry-state.ts';
import styles from './paste-dialog.module.css';
import type { Unplaced, UnplacedReason } from './place-block.ts';

/** Whole columns, and what was pasted beside a table of parts, have no cell that could take them. */
const NOWHERE: ReadonlySet<UnplacedReason> = new Set([
  'WHOLE_COLUMN',
  'OTHER_YEAR',
  'NO_HEADING',
  'OUTSIDE',
]);

/** A text without a place, why, and a way to give it one. */
export function UnplacedRow(props: {
  left: Unplaced;
  free: readonly EntryState[];
  onPlace: (indicator: string) => void;
}) {
  const { left, free } = props;
  const { t } = useTranslation('desk');
  return (
    <li>
      <p>
        <strong>{left.text}</strong> {left.label !== '' && <span>({left.label})</span>}
        {left.more > 0 && <span>{t('paste.andBelow', { number: left.more })}</span>}
        <span className={desk.soft}> {t(`paste.why.${left.reason}`)}</span>
      </p>
      {free.length > 0 && !NOWHERE.has(left.reason) && (
        <label className={styles.goal}>
          <span className="visually-hidden">{t('paste.goesTo', { text: left.text })}</span>
          <select
            className={desk.input}
            value=""
            onChange={(event) => props.onPlace(event.target.value)}
          >
            <option value="">{t('paste.leaveOut')}</option>
            {free.map(({ cell }) => (
              <option key={keyOf(cell)} value={keyOf(cell)}>
                {keyOf(cell)} {cell.name.text}
              </option>
            ))}
          </select>
        </label>
      )}
    </li>
  );
}
