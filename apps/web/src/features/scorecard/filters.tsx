import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { without, type SearchOf } from '../../app/search.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { toneClass } from '../../ui/tone.ts';
import { FilterForm } from './filter-form.tsx';
import styles from './filters.module.css';
import type { Counts } from './rows-of.ts';
import type { CellView, ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');
const views: readonly CellView[] = ['status', 'value', 'change'];

/** How many cells stand where, each count a way to them; what the cells show; which rows, of which year. All of it works without JavaScript. */
export function Filters(props: {
  data: Pick<ScorecardData, 'year' | 'firstYear' | 'release'>;
  counts: Counts;
  search: SearchOf<'scorecard'>;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { search, counts } = props;
  const at = { to: '/$lang', params: { lang }, resetScroll: false } as const;
  const exact = { activeOptions: { exact: true } };
  const shown = search.view ?? 'status';
  const anyMark = without(without(search, 'status'), 'mark');
  return (
    <div className={`${styles.filters ?? ''} no-print`}>
      <nav aria-label={t('filters.status')}>
        <ul className={styles.counts}>
          <li>
            <Link {...at} {...exact} search={anyMark} className={styles.all}>
              {t('filters.cells', { count: counts.total })}
            </Link>
          </li>
          {counts.statuses.map(({ status, count }) => (
            <li key={status}>
              <Link
                {...at}
                {...exact}
                search={{ ...anyMark, status }}
                className={`${styles.count ?? ''} ${toneClass(status)}`}
              >
                <Glyph status={status} />
                <strong>{count}</strong> {t(`status.${status}`)}
              </Link>
            </li>
          ))}
          {counts.provisional > 0 && (
            <li>
              <Link
                {...at}
                {...exact}
                search={{ ...anyMark, mark: 'provisional' }}
                className={styles.all}
              >
                <strong>{counts.provisional}</strong> {t('filters.provisional')}
              </Link>
            </li>
          )}
        </ul>
      </nav>
      <nav aria-label={t('filters.view')} className={styles.views}>
        <span aria-hidden="true">{t('filters.viewShort')}</span>
        <ul>
          {views.map((view) => (
            <li key={view}>
              <Link
                {...at}
                {...exact}
                search={view === 'status' ? without(search, 'view') : { ...search, view }}
                aria-current={view === shown ? 'page' : undefined}
              >
                {t(`filters.views.${view}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <FilterForm data={props.data} search={search} />
    </div>
  );
}
