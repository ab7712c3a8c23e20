import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { anchorOf, keyOf } from './cell-key.ts';
import { isAsked } from './entry-state.ts';
import type { FormCellFragment } from './form-cell.generated.ts';
import { useEntries, useReturn } from './open-return.ts';
import styles from './return-form.module.css';
import { countIndicators } from './rows.ts';

const box = `${desk.notice ?? ''} ${styles.asked ?? ''}`;

/** Values that were returned or asked about and wait for the reporter, in one line that unfolds to the reviewer's comments and a link to each. */
export function AskedCells({ kind }: { kind: 'returned' | 'asked' }) {
  const { t } = useTranslation('desk');
  const asked = useEntries().filter(isAsked[kind]);
  if (asked.length === 0) return null;
  const count = countIndicators(asked);
  return (
    <details className={box} data-tone="late">
      <summary>
        <h2>{t(kind === 'returned' ? 'duties.answer' : 'duties.asked', { count })}</h2>
      </summary>
      <ul>
        {asked.map(({ cell }) => {
          const words = kind === 'returned' ? cell.returnReason : cell.openQuestion?.text;
          return (
            <li key={keyOf(cell)}>
              <CellLink cell={cell} />
              {words != null && <q>{words}</q>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** A link to a cell, named by the cell or by the indicator it belongs to. */
export function CellLink(props: {
  cell: FormCellFragment;
  byIndicator?: boolean;
  onGo?: () => void;
}) {
  const { byIndicator = false } = props;
  const { indicator, indicatorName, name } = props.cell;
  const { show } = useReturn();
  const go = () => {
    show(indicator);
    props.onGo?.();
  };
  return (
    <a href={byIndicator ? `#cell-${indicator}` : `#${anchorOf(props.cell)}`} onClick={go}>
      {(byIndicator ? indicatorName : name).text}
    </a>
  );
}
