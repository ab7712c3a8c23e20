import { useTranslation } from 'react-i18next';
import { isYes } from '../../charts/lanes/lanes.model.ts';
import { isHidden, isKnown, type ActionIndicator, type ActionSeries } from './reported.ts';
import styles from './results.module.css';

/** A yes-or-no fact in one line: the countries by their answer, a yes with the year it began where a no came before. */
export function YesNoLine(props: { entry: ActionIndicator; nameOf: (area: string) => string }) {
  const { t } = useTranslation();
  const { entry, nameOf } = props;
  const lines: Record<'yes' | 'no' | 'hidden' | 'silent', string[]> = {
    ...{ yes: [], no: [], hidden: [], silent: [] },
  };
  for (const series of entry.series) {
    const name = nameOf(series.cell.area);
    if (!isKnown(series)) lines.silent.push(name);
    else if (isHidden(series)) lines.hidden.push(name);
    else {
      const answer = isYes(series.cell.latestValue ?? '') ? 'yes' : 'no';
      const since = answer === 'yes' ? yesSince(series) : null;
      lines[answer].push(since === null ? name : t('action.yesSince', { area: name, year: since }));
    }
  }
  return (
    <p className={styles.answer}>
      {(['yes', 'no', 'hidden', 'silent'] as const)
        .filter((kind) => lines[kind].length > 0)
        .map((kind) => t(`action.answer.${kind}`, { list: lines[kind].join(', ') }))
        .join(' ')}
    </p>
  );
}

/** The first year of the yes that still stands, if a no came before it. */
function yesSince({ points }: ActionSeries): number | null {
  const answered = points.filter(({ value }) => value !== null);
  const lastNo = answered.findLastIndex(({ value }) => !isYes(value ?? ''));
  return lastNo === -1 ? null : (answered[lastNo + 1]?.year ?? null);
}
