import { useTranslation } from 'react-i18next';
import { LawStage } from '../../ui/laws/law-stage.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './country.module.css';
import type { CountryPageData } from './country-page.types.ts';
import { unknownParts } from './unknown-parts.ts';

/** Each law by its parts: what is known of them one by one, the others named in a line. The whole matrix stands on the page of the action. */
export function CountryLaws({ laws }: { laws: CountryPageData['laws'] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.laws}>
      {laws.map((law) => {
        const unknown = unknownParts(law);
        return (
          <div key={law.indicator.code} className={styles.law}>
            <h3>
              <IndicatorName indicator={law.indicator} />
            </h3>
            <ul>
              {law.elements.map((element) => {
                const cell = law.cells.find((one) => one.element === element.code);
                return (
                  cell !== undefined &&
                  cell.stage !== null && (
                    <li key={element.code}>
                      <span>
                        <LocalText of={element.name} />
                        {!element.counts && <small>{t('law.notCounted')}</small>}
                      </span>
                      <span>
                        <LawStage cell={cell} stages={law.indicator.stages} />
                      </span>
                    </li>
                  )
                );
              })}
            </ul>
            {unknown.length > 0 && (
              <p className={styles.rest}>
                {t('country.restUnknown', {
                  list: unknown.map(({ name }) => name.text).join('; '),
                })}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
