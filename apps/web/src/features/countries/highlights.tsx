import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { CountryPageData } from './country-page.types.ts';
import styles from './highlights.module.css';

const root = getRouteApi('__root__');

/** Up to three actions furthest on and furthest behind. */
export function Highlights({ data }: { data: CountryPageData }) {
  const { t } = useTranslation();
  return (
    <div className={styles.pair}>
      {data.strengths.length > 0 && (
        <List title={t('country.strengths')} codes={data.strengths} data={data} />
      )}
      {data.behind.length > 0 && (
        <List title={t('country.behind')} codes={data.behind} data={data} />
      )}
    </div>
  );
}

function List(props: { title: string; codes: readonly string[]; data: CountryPageData }) {
  const { lang } = root.useRouteContext();
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{props.title}</h2>
      <ul>
        {props.codes.map((code) => {
          const entry = props.data.actions.find(({ action }) => action.code === code);
          return (
            entry && (
              <li key={code}>
                <Link to="/$lang/actions/$code" params={{ lang, code }}>
                  <LocalText of={entry.action.title} />
                </Link>{' '}
                <StatusBadge status={entry.cell.status} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
