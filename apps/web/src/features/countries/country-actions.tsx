import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ActionStatus } from '../../ui/action-status.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { toneClass } from '../../ui/tone.ts';
import styles from './country-actions.module.css';
import { listedActions, type CountrySearch } from './country-filter.ts';
import type { CountryPageData } from './country-page.types.ts';

const root = getRouteApi('__root__');

/** Every action with where this country stands; the regional one is shown and counted in none. */
export function CountryActions({ data, search }: { data: CountryPageData; search: CountrySearch }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t('country.actions')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('scorecard.action')}</th>
          <th scope="col">{t('series.status')}</th>
        </tr>
      </thead>
      <tbody>
        {listedActions(data, search).map(({ action, cell }) => (
          <tr key={action.code}>
            <th scope="row">
              <Link to="/$lang/actions/$code" params={{ lang, code: action.code }}>
                <LocalText of={action.title} />
              </Link>
              <span className={styles.about}>
                {action.code} ·{' '}
                {action.scope === 'REGION' ? t('country.regional') : t(`pillar.${action.pillar}`)}
              </span>
            </th>
            <td className={toneClass(cell.status)}>
              <ActionStatus
                cell={cell}
                rows={data.indicators
                  .filter((entry) => entry.actions.includes(action.code))
                  .map(({ indicator, role, series }) => ({
                    indicator,
                    role,
                    cells: [series.cell],
                  }))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
