import { useTranslation } from 'react-i18next';
import type { Caution } from './comparability.ts';
import type { CompareData, Names } from './compare.types.ts';
import { searchOf, type CompareSearch, type CompareView } from './view.ts';
import styles from './caution-list.module.css';
import { PageLink } from '../../ui/page-link.tsx';

/** Stands above the charts where they may not mean the same. */
export function CautionList(props: {
  list: readonly Caution[];
  data: CompareData;
  names: Names;
  view: CompareView;
  search: CompareSearch;
}) {
  const { t } = useTranslation('compare');
  const { list, names, view } = props;
  if (list.length === 0) return null;
  return (
    <div className={styles.banner} role="note" aria-label={t('caution.title')} data-caution="">
      <strong>{t('caution.title')}</strong>
      <ul>
        {list.map((caution) => (
          <li key={JSON.stringify(caution)}>
            {caution.kind === 'UNITS' && (
              <>
                {t('caution.units')}{' '}
                <PageLink
                  to="/$lang/compare"
                  search={searchOf({ ...view, scale: 'progress' }, props.data, props.search)}
                  resetScroll={false}
                >
                  {t('caution.unitsLink')}
                </PageLink>
              </>
            )}
            {caution.kind === 'METHOD' && t('caution.method', { version: caution.version })}
            {caution.kind === 'BREAK' &&
              t('caution.break', {
                code: caution.code,
                country: names[caution.area] ?? caution.area,
                year: caution.year,
              })}
          </li>
        ))}
      </ul>
    </div>
  );
}
