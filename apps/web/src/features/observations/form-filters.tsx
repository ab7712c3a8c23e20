import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countOf, entryFilters, searchOf, type Filter } from './filter.ts';
import styles from './form-filters.module.css';
import { useReturn, useSectionName } from './open-return.ts';
import { CONTEXT, groupByAction } from './rows.ts';

/** Links, so that a view can be sent to a colleague: what is missing, to correct, returned, asked about; and one action at a time. */
export function FormFilters() {
  const { entries, filter, narrow } = useReturn();
  const { t } = useTranslation('desk');
  const sectionName = useSectionName();
  const choice = (to: Partial<Filter>, isCurrent: boolean, text: string, title?: string) => (
    <li key={text}>
      <Link
        to="."
        search={searchOf({ ...filter, cell: null, ...to })}
        resetScroll={false}
        replace
        preload={false}
        className={styles.choice}
        activeProps={{}}
        aria-current={isCurrent ? 'true' : undefined}
        title={title}
      >
        {text}
      </Link>
    </li>
  );
  const sections = groupByAction(entries);
  const choices = (
    <div className={`${styles.filters ?? ''} no-print`}>
      <nav aria-label={t('filter.label')}>
        <ul className="plain-list cluster">
          {[null, ...entryFilters].map((only) => {
            const count = countOf(entries, only);
            const isCurrent = filter.only === only;
            if (count === 0 && !isCurrent) return null;
            return choice({ only }, isCurrent, `${t(`filter.${only ?? 'all'}`)} (${count})`);
          })}
        </ul>
      </nav>
      {sections.length > 1 && (
        <nav aria-label={t('filter.sections')}>
          <ul className="plain-list cluster">
            {choice({ section: null }, filter.section === null, t('filter.everySection'))}
            {sections.map(({ action }) => {
              const text = action === CONTEXT ? t('filter.context') : action;
              return choice(
                { section: action },
                filter.section === action,
                text,
                sectionName(action),
              );
            })}
          </ul>
        </nav>
      )}
    </div>
  );
  if (!narrow) return choices;
  return (
    <details className={`${styles.folded ?? ''} no-print`}>
      <summary>{t('filter.title')}</summary>
      {choices}
    </details>
  );
}
