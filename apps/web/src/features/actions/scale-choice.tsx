import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { without, type SearchOf } from '../../app/search.ts';
import styles from './indicators.module.css';

const root = getRouteApi('__root__');

/** Whether the countries of a chart share a scale. A link, so that it can be passed on and needs no script. */
export function ScaleChoice(props: { code: string; own: boolean; search: SearchOf<'action'> }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { code, own, search } = props;
  return (
    <p className={`${styles.scale ?? ''} no-print`}>
      {t(own ? 'multiples.ownNow' : 'multiples.sameNow')}{' '}
      <Link
        to="/$lang/actions/$code"
        params={{ lang, code }}
        search={own ? without(search, 'scale') : { ...search, scale: 'own' }}
        resetScroll={false}
      >
        {t(own ? 'multiples.same' : 'multiples.own')}
      </Link>
    </p>
  );
}
