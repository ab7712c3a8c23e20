import { useTranslation } from 'react-i18next';
import type { ActionCellFragment } from './action-cell.generated.ts';
import styles from './coverage-figure.module.css';
import { useFormat } from './use-format.ts';

/** The one figure of an action with the number of indicators it comes from; never without that number (methods-first.md 1.7). */
export function CoverageFigure({ coverage }: { coverage: ActionCellFragment['coverage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { assessed, total, display, central, low, high } = coverage;
  const count = t('coverage.count', { assessed, total });
  const range =
    low === null || high === null ? undefined : `${low}–${format.percent(String(high))}`;
  const figure = central === null ? undefined : format.percent(String(central));
  const ranged = range !== undefined && display === 'FIGURE_AND_RANGE' && figure !== undefined;
  return (
    <>
      {figure !== undefined && <strong className={styles.percent}>{figure}</strong>}
      {figure === undefined && display === 'RANGE_ONLY' && range !== undefined && (
        <strong>{range}</strong>
      )}{' '}
      <span className={styles.basis}>
        {count}
        {ranged && (
          <>
            {' · '}
            <span className={styles.range} title={t('coverage.range', { range })}>
              {t('coverage.rangeShort', { range })}
            </span>
          </>
        )}
      </span>
    </>
  );
}
