import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { IndicatorData } from './indicator-data.ts';
import styles from './related.module.css';

/** The other indicators of the same actions, action by action. */
export function Related({ data }: { data: IndicatorData }) {
  const { t } = useTranslation(['public', 'charts']);
  const { actions, related, release } = data;
  const search = release.latest ? {} : { release: release.number };
  return actions.map(({ code, title }) => {
    const others = related.filter(({ action }) => action === code);
    if (others.length === 0) return null;
    return (
      <div key={code} className={styles.action}>
        <h3>
          {code} <LocalText of={title} />
        </h3>
        <ul className={styles.list}>
          {others.map(({ indicator, name, role, latest }) => (
            <li key={indicator}>
              <PageLink to="/$lang/indicators/$code" params={{ code: indicator }} search={search}>
                <LocalText of={name} />
              </PageLink>{' '}
              <small>
                {indicator} · {t(`role.${role}`)}
                {latest.length === 0 && ` · ${t('charts:noValues')}`}
              </small>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
