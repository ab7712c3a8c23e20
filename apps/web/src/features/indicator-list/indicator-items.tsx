import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import type { IndicatorListQuery } from './indicator-list.generated.ts';
import styles from './indicator-items.module.css';

type Listed = NonNullable<IndicatorListQuery['indicators']>['indicators'][number];

const root = getRouteApi('__root__');

/** Indicators of an action with the role they have in it; null: of none. */
export function IndicatorItems(props: { action: string | null; items: readonly Listed[] }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation(['site', 'public']);
  const roleOf = ({ uses }: Listed) => uses.find(({ action }) => action === props.action)?.role;
  return (
    <ul className={styles.list}>
      {props.items.map((item) => {
        const role = roleOf(item);
        return (
          <li key={item.code} data-known={item.known > 0}>
            <Link to="/$lang/indicators/$code" params={{ lang, code: item.code }}>
              <span className={styles.code}>{item.code}</span> <LocalText of={item.name} />
            </Link>
            <span className={styles.facts}>
              {role !== undefined && t(`public:role.${role}`)}
              {item.known === 0 && <em>{t('indicators.none')}</em>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
