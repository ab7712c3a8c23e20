import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import type { CountryPageData } from './country-page.types.ts';
import styles from './country.module.css';

type Gap = CountryPageData['indicators'][number]['gaps'][number];

/** What is missing to an external standard, in places, centres or people. Nothing is said where it cannot be compared. */
export function GapList({ gaps }: { gaps: readonly Gap[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const texts = ({ needed, shortBy, met, approximate }: Gap) =>
    met === true
      ? t('indicator.bench.met')
      : [
          ...(shortBy === null ? [] : [t('indicator.bench.short', { shortBy: number(shortBy) })]),
          ...(needed === null
            ? []
            : [
                t(approximate === true ? 'indicator.bench.about' : 'indicator.bench.needed', {
                  needed: number(needed),
                }),
              ]),
        ].join(', ');
  return (
    <>
      {gaps.map((gap) => (
        <span key={gap.label.text} className={styles.standard}>
          <LocalText of={gap.label} />: {texts(gap)}
        </span>
      ))}
    </>
  );
}

/** A gap that a number can be put to: of a hidden figure and of none, nothing is said. */
export const measurableGaps = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter(
    ({ met, needed, reason }) => reason !== 'SUPPRESSED' && (met !== null || needed !== null),
  );
