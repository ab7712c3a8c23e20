import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep, type SearchOf, without } from '../../app/search.ts';
import { ViewForm } from '../../ui/view-form.tsx';
import { YearField } from '../../ui/year-field.tsx';
import { type ActionPageData, areasShown } from './narrow.ts';
import styles from './action-form.module.css';

const root = getRouteApi('__root__');

/** The choice of year and countries, which are kept in the address, with or without JavaScript. */
export function ActionForm({ data, search }: { data: ActionPageData; search: SearchOf<'action'> }) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const { code } = data.action;
  const shown = areasShown(data, search);
  const apply = (sent: FormData) => {
    const chosen = sent.getAll('c').filter((area) => typeof area === 'string');
    const rest = without(Object.fromEntries(sent), 'c');
    // if the last country is taken away, all come back
    const some = chosen.length > 0 && chosen.length < data.cells.length;
    void navigate({
      to: '/$lang/actions/$code',
      params: { lang, code },
      search: keep('action', some ? { ...rest, c: chosen.join('~') } : rest),
      resetScroll: false,
    });
  };
  return (
    <ViewForm
      label={t('action.form')}
      action={`/${lang}/actions/${code}`}
      search={search}
      own={['year', 'c']}
      apply={apply}
    >
      <YearField year={data.year} firstYear={data.firstYear} asOf={data.release.asOfYear} />
      {data.cells.length > 1 && (
        <fieldset className={styles.countries}>
          <legend>{t('chart.countries')}</legend>
          {data.cells.map(({ area }) => (
            <span key={area} className={styles.country}>
              <input
                type="checkbox"
                id={`c-${area}`}
                name="c"
                value={area}
                defaultChecked={shown.includes(area)}
              />
              <label htmlFor={`c-${area}`}>
                {data.areas.find((one) => one.code === area)?.name.text ?? area}
              </label>
            </span>
          ))}
        </fieldset>
      )}
      <noscript>
        <button type="submit">{t('map.submit')}</button>
      </noscript>
    </ViewForm>
  );
}
