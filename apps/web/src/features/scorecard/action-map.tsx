import { isAssessed } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SearchOf } from '../../app/search.ts';
import type { Row, ScorecardData } from './scorecard.types.ts';
import styles from './action-map.module.css';
import { StatusMap } from './status-map.tsx';

const root = getRouteApi('__root__');

const assessed = (row: Row) => row.cells.filter((cell) => isAssessed(cell.status)).length;

/** One action on the map, chosen in the address; at first the one judged in most countries. The table beside it says the same in words. */
export function ActionMap({
  data,
  search,
}: {
  data: ScorecardData;
  search: SearchOf<'scorecard'>;
}) {
  const { lang } = root.useRouteContext();
  const navigate = root.useNavigate();
  const { t } = useTranslation();
  const rows = data.rows.filter((row) => row.action.scope === 'COUNTRY');
  const chosen =
    rows.find((row) => row.action.code === search.on) ??
    rows.toSorted((a, b) => assessed(b) - assessed(a))[0];
  if (!chosen) return null;
  const nameOf = (code: string) => data.areas.find((area) => area.code === code)?.name.text ?? code;
  const others = Object.entries(search).filter(([name]) => name !== 'on');
  return (
    <figure className={styles.figure}>
      <StatusMap
        title={chosen.action.title.text}
        cells={chosen.cells.map(({ area, status }) => ({ area, status, name: nameOf(area) }))}
      />
      <figcaption className={styles.caption}>
        <form method="get" action={`/${lang}`} className={`${styles.choice ?? ''} no-print`}>
          {others.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <label htmlFor="map-action">{t('map.show')}</label>
          <select
            id="map-action"
            name="on"
            value={chosen.action.code}
            onChange={({ target }) =>
              void navigate({
                to: '/$lang',
                params: { lang },
                search: { ...search, on: target.value },
                resetScroll: false,
              })
            }
          >
            {rows.map(({ action }: Row) => (
              <option key={action.code} value={action.code}>
                {action.code} · {action.title.text}
              </option>
            ))}
          </select>
          <noscript>
            <button type="submit">{t('map.submit')}</button>
          </noscript>
        </form>
        <p className={styles.note}>{t('map.note')}</p>
      </figcaption>
    </figure>
  );
}
