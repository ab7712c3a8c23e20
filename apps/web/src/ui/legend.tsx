import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './legend.module.css';

const root = getRouteApi('__root__');

/** How to read the table, in three sentences, with the way to the full method. */
export function Legend() {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <div className={styles.legend}>
      <p>{t('legend.percent')}</p>
      <p>{t('legend.noRanking')}</p>
      <p>
        {t('legend.more')}{' '}
        <Link to="/$lang/about/methods" params={{ lang }}>
          {t('legend.link')}
        </Link>
      </p>
    </div>
  );
}
