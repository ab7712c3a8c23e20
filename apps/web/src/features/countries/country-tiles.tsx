import { useTranslation } from 'react-i18next';
import { LevelTile } from '../../ui/level-tile.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import styles from './country.module.css';
import type { CountryPageData } from './country-laws.tsx';

/** Every action as a tile; the regional one is shown but not counted. */
export function CountryTiles({ data }: { data: CountryPageData }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.tiles}>
      {data.actions.map(({ action, cell }) => {
        const whole = action.scope === 'REGION';
        return (
          <li key={action.code}>
            <PageLink
              to="/$lang/actions/$code"
              params={{ code: action.code }}
              search={whole ? {} : { c: data.area.code }}
              title={action.quote === null ? undefined : `“${action.quote.text}”`}
            >
              <LevelTile
                level={cell.level}
                fact={cell.fact}
                label={
                  <span className={styles.name}>
                    <LocalText of={action.title} />{' '}
                    <span className={styles.code}>{action.code}</span>
                  </span>
                }
              />
            </PageLink>
            {whole && <p className={styles.regional}>{t('country.regional')}</p>}
          </li>
        );
      })}
    </ul>
  );
}
