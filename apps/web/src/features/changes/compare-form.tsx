import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './compare-form.module.css';
import type { ChangesData } from './changes.types.ts';

const root = getRouteApi('__root__');

/** A plain form with GET: the choice ends up in the address, with or without JavaScript. */
export function CompareForm(props: {
  data: ChangesData;
  releases: readonly { number: string }[];
  area: string | undefined;
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { data, releases, area } = props;
  const numbers = releases.map(({ number }) => (
    <option key={number} value={number}>
      {number}
    </option>
  ));
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.fromLabel')}
        <select name="from" defaultValue={data.from?.number}>
          {numbers}
        </select>
      </label>
      <label>
        {t('changes.toLabel')}
        <select name="to" defaultValue={data.to.number}>
          {numbers}
        </select>
      </label>
      <label>
        {t('changes.areaLabel')}
        <select name="c" defaultValue={area ?? ''}>
          <option value="">{t('scorecard.allFour')}</option>
          {data.areas
            .filter(({ code }) => code !== 'CA4')
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name.text}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}
