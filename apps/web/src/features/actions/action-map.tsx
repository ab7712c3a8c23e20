import { useTranslation } from 'react-i18next';
import { levelTokens } from '../../ui/level-shape.ts';
import { LevelMark } from '../../ui/level-mark.tsx';
import { Movement } from '../../ui/movement.tsx';
import { useLevelText } from '../../ui/use-level-text.ts';
import type { ActionPageData } from './narrow.ts';
import styles from './action-map.module.css';
import type { LevelFragment } from '../../ui/level.generated.ts';
import outlines from './outlines.svg?url';

/** The action on a map, and the same beside it in words, so that nothing is told by colour alone. */
export function ActionMap({ data }: { data: ActionPageData }) {
  const { t } = useTranslation();
  const text = useLevelText();
  const { action, cells } = data;
  const nameOf = (code: string) => data.areas.find((area) => area.code === code)?.name.text ?? code;
  return (
    <figure className={styles.figure}>
      <LevelMap
        title={action.title.text}
        cells={cells.map(({ area, level }) => ({ area, level, name: nameOf(area) }))}
      />
      <figcaption className={styles.caption}>
        <table className={styles.table}>
          <caption>{`${action.code} · ${action.title.text}, ${String(data.year)}`}</caption>
          <tbody>
            {cells.map(({ area, level }) => (
              <tr key={area}>
                <th scope="row">{nameOf(area)}</th>
                <td>
                  <span className={styles.level}>
                    <LevelMark level={level} /> {text.percent(level)} {text.word(level.word)}{' '}
                    <span className={styles.moved}>
                      <Movement level={level} />
                    </span>
                  </span>
                  <span className={styles.more}>
                    {[text.known(level), text.range(level)].filter(Boolean).join('; ')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="small-note">{t('map.note')}</p>
      </figcaption>
    </figure>
  );
}

/** Where each country's name is placed on the drawing of outlines.svg. */
const places = { KAZ: [236, 96], KGZ: [356, 194], TJK: [304, 250], UZB: [196, 188] } as const;

interface MapCell {
  area: string;
  level: LevelFragment;
  name: string;
}

/** The four countries in the colour of their level, with its percentage. Turkmenistan is an outline only, as it took no part in the meeting. */
function LevelMap({ title, cells }: { title: string; cells: readonly MapCell[] }) {
  const { word, percent } = useLevelText();
  const texts = cells
    .map(({ name, level }) => `${name}: ${[percent(level), word(level.word)].join(' ').trim()}`)
    .join('; ');
  return (
    <svg
      className={styles.map}
      viewBox="-4 -4 488 308"
      role="img"
      aria-label={`${title}. ${texts}`}
    >
      <defs>
        <pattern id="level-hatch" width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 7 7 0" className={styles.hatch} />
        </pattern>
      </defs>
      <use href={`${outlines}#TKM`} className={styles.outside} />
      {cells.map(({ area, level }) => (
        <g key={area}>
          <use href={`${outlines}#${area}`} fill={`var(--${levelTokens(level.word).ground})`} />
          {level.known < level.total && (
            <use href={`${outlines}#${area}`} fill="url(#level-hatch)" />
          )}
        </g>
      ))}
      {cells.map(({ area, level }) => {
        const place = places[area as keyof typeof places] as readonly [number, number] | undefined;
        return (
          place && (
            <text key={area} transform={`translate(${place.join(' ')})`} className={styles.label}>
              {area}
              {level.percent !== null && (
                <tspan x="0" dy="1.15em">
                  {percent(level)}
                </tspan>
              )}
            </text>
          )
        );
      })}
    </svg>
  );
}
