import { useTranslation } from 'react-i18next';
import { isAssessed, type Status } from '@qadam/domain';
import { statusLook } from '../../theme/status.ts';
import { Glyph } from '../../ui/glyph.tsx';
import outlines from './outlines.svg?url';
import styles from './status-map.module.css';

/** Where a country's name stands on the drawing of outlines.svg. */
const places = { KAZ: [236, 96], KGZ: [352, 196], TJK: [300, 255], UZB: [196, 196] } as const;

export interface MapCell {
  area: string;
  status: Status;
  name: string;
}

/** The four countries in the tint, shape and word of their status; Turkmenistan in outline only, it was not part of the meeting. */
export function StatusMap({ title, cells }: { title: string; cells: readonly MapCell[] }) {
  const { t } = useTranslation();
  const said = cells.map(({ name, status }) => `${name}: ${t(`status.${status}`)}`).join('; ');
  return (
    <svg className={styles.map} viewBox="-4 -4 488 308" role="img" aria-label={`${title}. ${said}`}>
      <defs>
        <pattern id="unassessed" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6 6 0" className={styles.hatch} />
        </pattern>
      </defs>
      <use href={`${outlines}#TKM`} className={styles.outside} />
      {cells.map(({ area, status }) => (
        <g key={area}>
          <use href={`${outlines}#${area}`} className={styles[statusLook(status).tone]} />
          {!isAssessed(status) && <use href={`${outlines}#${area}`} fill="url(#unassessed)" />}
        </g>
      ))}
      {cells.map(({ area, status }) => {
        const place = places[area as keyof typeof places] as readonly [number, number] | undefined;
        return (
          place && (
            <g key={area} transform={`translate(${place.join(' ')})`} className={styles.label}>
              <g transform="translate(-22 -11)">
                <Glyph status={status} />
              </g>
              <text x="-4" y="1">
                {area}
              </text>
            </g>
          )
        );
      })}
    </svg>
  );
}
