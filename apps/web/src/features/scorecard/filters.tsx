import { STATUSES_SORTED } from '@qadam/domain';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pillars, without, type SearchOf } from '../../app/search.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { toneClass } from '../../ui/tone.ts';
import styles from './filters.module.css';
import type { ScorecardData } from './scorecard.types.ts';

const root = getRouteApi('__root__');

/** Counts of cells by status, and the meeting's areas: each a link, so that a view can be shared and works without JavaScript. */
export function Filters(props: {
  counts: ScorecardData['statusCounts'];
  search: SearchOf<'scorecard'>;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { search } = props;
  const total = props.counts.reduce((sum, { count }) => sum + count, 0);
  const shown = STATUSES_SORTED.flatMap((status) =>
    props.counts.filter((entry) => entry.status === status && entry.count > 0),
  );
  return (
    <div className={`${styles.filters ?? ''} no-print`}>
      <nav aria-label={t('filters.status')}>
        <ul className={styles.counts}>
          <li>
            <Link
              to="/$lang"
              params={{ lang }}
              search={without(search, 'status')}
              resetScroll={false}
              className={styles.all}
              activeOptions={{ exact: true }}
            >
              {t('filters.cells', { count: total })}
            </Link>
          </li>
          {shown.map(({ status, count }) => (
            <li key={status}>
              <Link
                to="/$lang"
                params={{ lang }}
                search={{ ...search, status }}
                resetScroll={false}
                className={`${styles.count ?? ''} ${toneClass(status)}`}
                activeOptions={{ exact: true }}
              >
                <Glyph status={status} />
                <strong>{count}</strong> {t(`status.${status}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('filters.pillar')}>
        <ul className={styles.pillars}>
          <li>
            <Link
              to="/$lang"
              params={{ lang }}
              search={without(search, 'pillar')}
              resetScroll={false}
              activeOptions={{ exact: true }}
            >
              {t('filters.allPillars')}
            </Link>
          </li>
          {pillars.map((pillar) => (
            <li key={pillar}>
              <Link
                to="/$lang"
                params={{ lang }}
                search={{ ...search, pillar }}
                resetScroll={false}
                activeOptions={{ exact: true }}
              >
                {t(`pillar.${pillar}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('filters.sort')}>
        <ul className={styles.pillars}>
          <li>
            <Link
              to="/$lang"
              params={{ lang }}
              search={without(search, 'sort')}
              resetScroll={false}
              activeOptions={{ exact: true }}
            >
              {t('filters.sortDefault')}
            </Link>
          </li>
          {(['az', 'known'] as const).map((sort) => (
            <li key={sort}>
              <Link
                to="/$lang"
                params={{ lang }}
                search={{ ...search, sort }}
                resetScroll={false}
                activeOptions={{ exact: true }}
              >
                {t(sort === 'az' ? 'filters.sortAz' : 'filters.sortKnown')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
