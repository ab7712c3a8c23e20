import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import type { UnknownOf } from './unknowns.ts';
import styles from './unknown-list.module.css';

/** What is not known yet, by indicator, with the body that could report it. */
export function UnknownList(props: {
  unknowns: readonly UnknownOf[];
  nameOf: (area: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {props.unknowns.map(({ indicator, provider, missing }) => (
        <li key={indicator.code}>
          <h3>
            <IndicatorName indicator={indicator} />
          </h3>
          <ul className={styles.parts}>
            {missing.map(({ name, areas }) => (
              <li key={name.text}>
                {name.text !== indicator.name.text && (
                  <>
                    <LocalText of={name} />:{' '}
                  </>
                )}
                <span className={styles.areas}>{areas.map(props.nameOf).join(', ')}</span>
              </li>
            ))}
          </ul>
          {provider && (
            <p className={styles.areas}>
              {t('action.could')} <LocalText of={provider} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
