import { Link, getRouteApi } from '@tanstack/react-router';
import { LevelTile } from '../../ui/level-tile.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useTranslation } from 'react-i18next';
import type { ActionPageData } from './action-page.types.ts';
import { useTold } from './told.ts';
import styles from './tiles.module.css';

const root = getRouteApi('__root__');

/** A tile per country, or one for all four: how far the action is there, and why in one sentence. */
export function Tiles({ data }: { data: ActionPageData }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const told = useTold();
  return (
    <ul className={styles.tiles}>
      {data.cells.map((cell) => {
        const name = data.areas.find((area) => area.code === cell.area)?.name;
        const tile = (
          <LevelTile
            level={cell.level}
            fact={cell.fact}
            said={told(data, cell)}
            label={cell.area === 'CA4' || !name ? t('scorecard.allFour') : <LocalText of={name} />}
          />
        );
        return (
          <li key={cell.area}>
            {cell.area === 'CA4' ? (
              tile
            ) : (
              <Link
                to="/$lang/countries/$iso3"
                params={{ lang, iso3: cell.area }}
                className={styles.link}
              >
                {tile}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
