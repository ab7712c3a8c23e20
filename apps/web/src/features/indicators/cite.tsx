import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stringifySearch } from '../../app/search.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { IndicatorData } from './indicator-data.ts';
import type { IndicatorSearch } from './view.ts';
import styles from './cite.module.css';

const root = getRouteApi('__root__');

/** The address of exactly this view in exactly this release, and a sentence to cite it by. */
export function Cite({
  data: { release, indicator },
  search,
}: {
  data: IndicatorData;
  search: IndicatorSearch;
}) {
  const { origin } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const url = `${origin}${path}${stringifySearch({ ...search, release: release.number })}`;
  return (
    <>
      <p>{t('indicator.permalink')}</p>
      <p className={styles.url}>
        <a href={url}>{url}</a>
      </p>
      <p>
        {t('indicator.citationText', {
          name: indicator.name.text,
          number: release.number,
          date: format.date(release.publishedAt),
        })}
      </p>
    </>
  );
}
