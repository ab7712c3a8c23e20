import { isAssessed } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import type { ActionCellFragment } from './action-cell.generated.ts';
import styles from './action-status.module.css';
import { CoverageFigure } from './coverage-figure.tsx';
import { Glyph } from './glyph.tsx';
import { knownFacts, type IndicatorRow } from './known-facts.ts';
import { StatusMove } from './status-move.tsx';
import { useFormat } from './use-format.ts';

/** Where an action stands in one area: shape and word, then the figure and how much it rests on; without a status, what is known. */
export function ActionStatus(props: { cell: ActionCellFragment; rows: readonly IndicatorRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cell, rows } = props;
  const { total, facts, others } = knownFacts(t, format, rows, cell.area);
  return (
    <>
      <span className={styles.word}>
        <Glyph status={cell.status} className={styles.glyph} />
        <span>
          {t(`status.${cell.status}`)}
          <StatusMove move={cell.move} status={cell.status} />
        </span>
      </span>
      <span className={styles.figure}>
        {isAssessed(cell.status) ? (
          <CoverageFigure coverage={cell.coverage} />
        ) : facts.length === 0 ? (
          t('coverage.nothing', { total })
        ) : (
          t('coverage.known', { known: facts.length, total, facts: facts.join(', ') })
        )}
        {!isAssessed(cell.status) && others > 0 && `; ${t('coverage.others', { count: others })}`}
      </span>
    </>
  );
}
