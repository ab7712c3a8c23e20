import { useTranslation } from 'react-i18next';
import styles from './area-tiles.module.css';
import type { FactFragment, LevelFragment } from './level.generated.ts';
import { LevelTile } from './level-tile.tsx';
import type { LocalTextFragment } from './local-text.generated.ts';
import { LocalText } from './local-text.tsx';
import { groupBy } from './group-by.ts';
import { lowerFirst } from './first-letter.ts';
import { PageLink } from './page-link.tsx';

interface KeyLaw {
  indicator: { stages: readonly LocalTextFragment[] | null };
  elements: readonly { code: string; counts: boolean }[];
  cells: readonly { element: string; area: string; stage: number | null }[];
}

/**
 * How many parts of these laws have reached which stage in an area: "4 parts: in force – 2, not known – 2". Null for a
 * single part, or if nothing is known.
 */
function usePartsText(): (laws: readonly KeyLaw[], area: string) => string | null {
  const { t } = useTranslation();
  return (laws, area) => {
    const parts = laws.flatMap(({ indicator, elements, cells }) =>
      elements
        .filter(({ counts }) => counts)
        .map(({ code }) => {
          const stage = cells.find((one) => one.element === code && one.area === area)?.stage;
          return stage == null ? null : (indicator.stages?.[stage] ?? null);
        }),
    );
    const known = parts.filter((stage) => stage !== null);
    if (parts.length < 2 || known.length === 0) return null;
    const order = laws.flatMap(({ indicator }) => (indicator.stages ?? []).map(lowerFirst));
    const counts = [...groupBy(known, lowerFirst)]
      .map(([stage, { length }]) => ({ stage, count: length }))
      .sort((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage));
    const missing = parts.length - known.length;
    if (missing > 0) counts.push({ stage: t('law.notKnown'), count: missing });
    return t('law.parts', {
      count: parts.length,
      list: counts.map((one) => t('law.partCount', one)).join(', '),
    });
  };
}

/** A tile for each country, or one for all four: how far an action or a law is there, and why in one sentence. */
export function AreaTiles(props: {
  cells: readonly { area: string; level: LevelFragment; fact: FactFragment | null }[];
  areas: readonly { code: string; name: LocalTextFragment }[];
  laws: readonly KeyLaw[];
}) {
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
              <PageLink to="/$lang/countries/$iso3" params={{ iso3: area }} className={styles.link}>
                {tile}
              </PageLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
