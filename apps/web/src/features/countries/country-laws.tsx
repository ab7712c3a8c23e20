import { useTranslation } from 'react-i18next';
import { LawStage } from '../../ui/laws/law-stage.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import styles from './country.module.css';
import type { LawFragment } from '../../ui/laws/law.generated.ts';
import type { CountryQuery } from './country-page.generated.ts';

export type CountryPageData = NonNullable<CountryQuery['country']>;

/** Each law by its parts: the known ones one by one, the others named in one line. The whole matrix is on the page of the action. */
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
            <ul className="plain-list">
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

/** Counting parts of a law without any proven stage. The cells must be those of one country. */
export const unknownParts = ({
  elements,
  cells,
}: Pick<LawFragment, 'elements' | 'cells'>): LawFragment['elements'] =>
  elements.filter(
    ({ code, counts }) =>
      counts && !cells.some(({ element, stage }) => element === code && stage !== null),
  );
