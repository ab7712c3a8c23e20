import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countOf, entryFilters, searchOf, type Filter } from './filter.ts';
import styles from '../../desk/choices.module.css';
import { useFormat } from '../../ui/use-format.ts';
import { useEntries, useReturn, useSectionName } from './open-return.ts';
import { CONTEXT, groupByAction } from './rows.ts';

/** Links, so that a view can be sent to a colleague: what is missing, to correct, returned, asked about; and one action at a time. */
export function FormFilters() {
  const { filter } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  return (
    <>
      <nav aria-label={t('filter.label')} className="no-print">
        <ul className="plain-list cluster">
          {[null, ...entryFilters].map((only) => {
            const count = countOf(entries, only);
            const isCurrent = filter.only === only;
            if (count === 0 && !isCurrent) return null;
            return (
              <li key={only}>
                <Link
                  to="."
                  search={searchOf({ ...filter, cell: null, only })}
                  resetScroll={false}
                  replace
                  preload={false}
                  className={styles.choice}
                  // otherwise the link to all rows would count as active in a filtered view too
                  activeOptions={{ exact: true }}
                  activeProps={{}}
                  aria-current={isCurrent ? 'true' : undefined}
                  data-waits={only === 'returned' || only === 'asked' ? '' : undefined}
                >
                  {`${t(`filter.${only ?? 'all'}`)} (${number(String(count))})`}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <SectionChoice />
    </>
  );
}

/** One action at a time. */
function SectionChoice() {
  const { filter } = useReturn();
  const entries = useEntries();
  const { t } = useTranslation('desk');
  const sectionName = useSectionName();
  const navigate = useNavigate();
  const sections = groupByAction(entries);
  if (sections.length < 2) return null;
  const go = (section: string | null) => {
    const search = searchOf({ ...filter, cell: null, section } satisfies Filter);
    void navigate({ to: '.', search, replace: true, resetScroll: false });
  };
  return (
    <select
      className={`${styles.list ?? ''} no-print`}
      aria-label={t('filter.sections')}
      value={filter.section ?? ''}
      onChange={(event) => go(event.target.value || null)}
    >
      <option value="">{t('filter.everySection')}</option>
      {sections.map(({ action }) => (
        <option key={action} value={action}>
          {action === CONTEXT ? t('filter.context') : sectionName(action)}
        </option>
      ))}
    </select>
  );
}
