import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './compare-form.module.css';

const root = getRouteApi('__root__');

/** A form of its own: a day and a release to begin with exclude each other. */
export function SinceForm(props: { since: string | undefined; area: string | undefined }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  return (
    <form className={`${styles.form ?? ''} no-print`} method="get" action={`/${lang}/changes`}>
      <label>
        {t('changes.sinceLabel')}
        <input type="date" name="since" required defaultValue={props.since} />
      </label>
      {props.area !== undefined && <input type="hidden" name="c" value={props.area} />}
      <button type="submit" className="button">
        {t('changes.show')}
      </button>
    </form>
  );
}
