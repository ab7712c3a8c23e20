import { useTranslation } from 'react-i18next';
import { CELL_STATES, SIGNS, type Dimension } from './published-state.ts';
import { Sign } from './sign.tsx';
import styles from './published.module.css';

/** What the signs of a dimension mean. */
export function PublishedKey({ dimension }: { dimension: Dimension }) {
  const { t } = useTranslation('about');
  return (
    <ul className={styles.key} aria-label={t('quality.key')}>
      {CELL_STATES[dimension].map((look) => (
        <li key={look}>
          <b className={styles.sign} data-tone={SIGNS[look].tone} aria-hidden="true">
            <Sign look={look} />
          </b>{' '}
          {t(`quality.look.${look}`)}
        </li>
      ))}
    </ul>
  );
}
