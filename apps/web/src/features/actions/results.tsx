import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import type { ActionPageData } from './action-page.types.ts';
import { isReported, type ActionIndicator } from './reported.ts';
import styles from './results.module.css';
import { NumberLines } from './number-lines.tsx';
import { YesNoLine } from './yes-no-line.tsx';

/** Numbers and yes-or-no facts as cards: what is reported first; of the rest who could report it, and no empty charts. */
export function Results(props: { data: ActionPageData; indicators: readonly ActionIndicator[] }) {
  const { t } = useTranslation();
  const { data, indicators } = props;
  const names = Object.fromEntries(data.areas.map(({ code, name }) => [code, name.text]));
  const nameOf = (code: string) => names[code] ?? t('scorecard.allFour');
  const cards = indicators.toSorted((a, b) => Number(isReported(b)) - Number(isReported(a)));
  return (
    <ul className={styles.cards}>
      {cards.map((entry) => (
        <li key={entry.indicator.code} className={styles.card}>
          <h3>
            <IndicatorName indicator={entry.indicator} />
          </h3>
          {!isReported(entry) ? (
            <p className={styles.silent}>
              {t('action.nobody')}{' '}
              {entry.provider && (
                <>
                  {t('action.could')} <LocalText of={entry.provider} />
                </>
              )}
            </p>
          ) : entry.indicator.kind === 'BINARY' ? (
            <YesNoLine entry={entry} nameOf={nameOf} />
          ) : (
            <NumberLines entry={entry} nameOf={nameOf} />
          )}
        </li>
      ))}
    </ul>
  );
}
