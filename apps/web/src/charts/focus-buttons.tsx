import { useTranslation } from 'react-i18next';
import { textWidth, type Label } from './labels.ts';
import type { PlotProps } from './plot.types.ts';
import styles from './year-chart.module.css';

/** Over the name at the end of each line: a pointer or the focus on it makes its line stand out, a choice keeps it so. */
export function FocusButtons({
  labels,
  names,
  kept,
  onFocus,
}: Pick<PlotProps, 'names' | 'kept' | 'onFocus'> & { labels: readonly Label[] }) {
  const { t } = useTranslation();
  if (labels.length < 2) return null;
  return (
    <div className={styles.layer} role="group" aria-label={t('chart.standOut')}>
      {labels.map(({ id, text, x, y }) => (
        <button
          key={id}
          type="button"
          className={styles.name}
          style={{ left: x - 4, top: y - 12, width: textWidth(text) + 8 }}
          aria-label={names[id] ?? id}
          aria-pressed={kept === id}
          onPointerEnter={() => onFocus(id, true)}
          onPointerLeave={() => onFocus(null, true)}
          onFocus={() => onFocus(id, true)}
          onBlur={() => onFocus(null, true)}
          onClick={() => onFocus(kept === id ? null : id)}
        />
      ))}
    </div>
  );
}
