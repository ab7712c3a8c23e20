import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './compare-form.module.css';
import type { ChangesData } from './changes.types.ts';

const root = getRouteApi('__root__');

/** By the year that figures are as of: releases that were published on one day are told apart by nothing else. */
export function YearForm(props: {
  releases: readonly { asOfYear: number }[];
  data: Pick<ChangesData, 'to'>;
  year: string | undefined;
  area: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { releases, data, year, area } = props;
  const years = [...new Set(releases.map(({ asOfYear }) => asOfYear))].filter(
    (one) => one < data.to.asOfYear,
  );
  if (years.length === 0) return null;
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.yearLabel')}
        <select name="year" defaultValue={year}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {area !== undefined && <input type="hidden" name="c" value={area} />}
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}
