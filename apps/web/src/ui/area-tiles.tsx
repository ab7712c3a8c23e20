import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './area-tiles.module.css';
import type { FactFragment, LevelFragment } from './level.generated.ts';
import { LevelTile } from './level-tile.tsx';
import type { LocalTextFragment } from './local-text.generated.ts';
import { LocalText } from './local-text.tsx';
import { usePartsText, type KeyLaw } from './use-parts-text.ts';

const root = getRouteApi('__root__');

/** A tile per country, or one for all four: how far an action or a law is there, and why in one sentence. */
export function AreaTiles(props: {
  cells: readonly { area: string; level: LevelFragment; fact: FactFragment | null }[];
  areas: readonly { code: string; name: LocalTextFragment }[];
  laws: readonly KeyLaw[];
}) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const partsText = usePartsText();
  return (
    <ul className={styles.tiles}>
      {props.cells.map(({ area, level, fact }) => {
        const name = props.areas.find(({ code }) => code === area)?.name;
        const shared = area === 'CA4' || !name;
        const tile = (
          <LevelTile
            level={level}
            fact={fact}
            caption={partsText(props.laws, area)}
            label={shared ? t('scorecard.allFour') : <LocalText of={name} />}
          />
        );
        return (
          <li key={area}>
            {shared ? (
              tile
            ) : (
              <Link
                to="/$lang/countries/$iso3"
                params={{ lang, iso3: area }}
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
