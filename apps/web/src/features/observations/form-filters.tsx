import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countIndicators } from './by-indicator.ts';
import type { EntryState } from './entry-state.ts';
import { countOf, entryFilters, searchOf, type Filter } from './filter.ts';
import styles from './form-filters.module.css';
import { CONTEXT, groupByAction } from './group-by-action.ts';
import { useSectionName } from './use-section-name.ts';

const root = getRouteApi('__root__');

/** Links, so that a view can be sent to a colleague: what is missing, to correct, returned, asked about; and one action at a time. */
export function FormFilters(props: {
  area: string;
  cycle: number;
  entries: readonly EntryState[];
  filter: Filter;
  /** On a phone they are folded away. */
  folded: boolean;
  actionTitles: ReadonlyMap<string, string>;
}) {
  const { entries, filter, actionTitles } = props;
  const { lang } = root.useRouteContext();
  const { t } = useTranslation('desk');
  const sectionName = useSectionName(actionTitles);
  const link = (to: Filter) => ({
    to: '/$lang/report/$iso3/$cycle' as const,
    params: { lang, iso3: props.area, cycle: String(props.cycle) },
    search: searchOf(to),
    resetScroll: false,
    replace: true,
    preload: false as const,
  });
  const sections = groupByAction(entries);
  const choices = (
    <div className={styles.filters}>
      <nav aria-label={t('filter.label')}>
        <ul>
          {[null, ...entryFilters].map((only) => {
            const count = only === null ? countIndicators(entries) : countOf(entries, only);
            const isCurrent = filter.only === only;
            if (count === 0 && !isCurrent) return null;
            return (
              <li key={only}>
                <Link
                  {...link({ ...filter, only, cell: null })}
                  className={isCurrent ? styles.current : styles.choice}
                  activeProps={{}}
                  aria-current={isCurrent ? 'true' : undefined}
                >
                  {t(`filter.${only ?? 'all'}`)} ({count})
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      {sections.length > 1 && (
        <nav aria-label={t('filter.sections')}>
          <ul>
            {[null, ...sections.map(({ action }) => action)].map((section) => {
              const isCurrent = filter.section === section;
              return (
                <li key={section}>
                  <Link
                    {...link({ ...filter, section, cell: null })}
                    className={isCurrent ? styles.current : styles.choice}
                    activeProps={{}}
                    aria-current={isCurrent ? 'true' : undefined}
                    title={section === null ? undefined : sectionName(section)}
                  >
                    {section === CONTEXT
                      ? t('filter.context')
                      : (section ?? t('filter.everySection'))}
                  </Link>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
    </div>
  );
  if (!props.folded) return choices;
  return (
    <details className={styles.folded}>
      <summary>{t('filter.title')}</summary>
      {choices}
    </details>
  );
}
