import { Link, getRouteApi } from '@tanstack/react-router';
import { isAssessed } from '@qadam/domain';
import { useTranslation } from 'react-i18next';
import { Glyph } from '../../ui/glyph.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { toneClass } from '../../ui/tone.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { Brief } from './brief-data.ts';
import styles from './scorecard-strip.module.css';

const root = getRouteApi('__root__');

/** Every action of the brief with its status in each area: shape, word and colour, with the share where there is one. */
export function ScorecardStrip({ brief }: { brief: Brief }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const format = useFormat();
  const { areas, country, rows, release } = brief;
  const pinned = release.latest ? {} : { release: release.number };
  const title = t('scorecard.captions.status', { year: release.asOfYear });
  return (
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scorecard.action')}</th>
            {areas.map(({ code, name }) => (
              <th scope="col" key={code}>
                <LocalText of={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ action, cells }) => (
            <tr key={action.code}>
              <th scope="row">
                <span className={styles.code}>{action.code}</span>{' '}
                <Link
                  to="/$lang/actions/$code"
                  params={{ lang, code: action.code }}
                  search={pinned}
                >
                  <LocalText of={action.title} />
                </Link>
                {country !== null && action.scope === 'REGION' && (
                  <span className={styles.code}> · {t('country.regional')}</span>
                )}
              </th>
              {cells.map(({ area, status, coverage }) => (
                <td
                  key={area}
                  colSpan={cells.length < areas.length ? areas.length : 1}
                  className={toneClass(status)}
                >
                  <Glyph status={status} /> {t(`status.${status}`)}
                  {isAssessed(status) && coverage.central !== null && (
                    <span className={styles.share}>
                      {` · ${format.percent(String(coverage.central))} · `}
                      {t('coverage.count', {
                        assessed: coverage.assessed,
                        total: coverage.total,
                      })}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
