import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { IndicatorListQuery } from './indicator-list.generated.ts';
import styles from './indicator-items.module.css';

type Listed = NonNullable<IndicatorListQuery['indicators']>['indicators'][number];

/** The indicators of an action with their role in it; `action: null`: those of no action. */
export function IndicatorItems(props: { action: string | null; items: readonly Listed[] }) {
  const { t } = useTranslation(['site', 'public']);
  const roleOf = ({ uses }: Listed) => uses.find(({ action }) => action === props.action)?.role;
  return (
    <ul className={styles.list}>
      {props.items.map((item) => {
        const role = roleOf(item);
        return (
          <li key={item.code} data-known={item.known > 0}>
            <PageLink to="/$lang/indicators/$code" params={{ code: item.code }}>
              <span className={styles.code}>{item.code}</span> <LocalText of={item.name} />
            </PageLink>
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
