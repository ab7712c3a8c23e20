import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { CellReason } from './cell-reason.tsx';
import styles from './quality.module.css';
import type { Quality, QualityCell } from './quality.types.ts';

const glyph: Record<QualityCell['class'], string> = {
  reported: '●',
  explained: '◐',
  overdue: '✕',
  notDue: '◔',
  notApplicable: '–',
};
const markGlyph: Record<QualityCell['marks'][number], string> = {
  LATE: '◷',
  PROVISIONAL: 'P',
  ESTIMATED: 'E',
  REVISED: '↻',
  OUTLIER: '▲',
};

/** Indicators by countries: a class for each cell, by shape, word and colour; pressing one tells why. */
export function QualityGrid({ quality }: { quality: Quality }) {
  const { areas, indicators, cells } = quality;
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<string>();
  const keyOf = (area: string, indicator: string) => `${area} ${indicator}`;
  const byKey = new Map(cells.map((cell) => [keyOf(cell.area, cell.indicator), cell]));
  const opened = open === undefined ? undefined : byKey.get(open);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('quality.grid')}>
      <table className={styles.grid}>
        <caption className="visually-hidden">{t('quality.grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.indicator')}</th>
            {areas.map(({ area, areaName }) => (
              <th key={area} scope="col">
                <LocalText of={areaName} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ code, name }) => (
            <Fragment key={code}>
              <tr>
                <th scope="row">
                  {code} <LocalText of={name} />
                </th>
                {areas.map(({ area, areaName }) => {
                  const cell = byKey.get(keyOf(area, code));
                  if (!cell) return <td key={area} aria-label={t('quality.notAsked')} />;
                  const key = keyOf(area, code);
                  const marks = cell.marks.map((mark) => t(`quality.mark.${mark}`));
                  const words = [t(`quality.class.${cell.class}`), ...marks].join(', ');
                  return (
                    <td key={area} data-class={cell.class}>
                      <button
                        type="button"
                        aria-expanded={open === key}
                        aria-label={`${code}, ${areaName.text}: ${words}`}
                        onClick={() => setOpen(open === key ? undefined : key)}
                      >
                        <span aria-hidden="true">
                          {glyph[cell.class]} {t(`quality.class.${cell.class}`)}
                          {cell.marks.map((mark) => (
                            <b key={mark}> {markGlyph[mark]}</b>
                          ))}
                        </span>
                      </button>
                    </td>
                  );
                })}
              </tr>
              {opened?.indicator === code && (
                <tr>
                  <td colSpan={areas.length + 1}>
                    <CellReason
                      cell={opened}
                      name={`${areas.find(({ area }) => area === opened.area)?.areaName.text ?? opened.area}, ${name.text}`}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className={styles.key}>
        {Object.entries(markGlyph).map(([mark, sign]) => (
          <span key={mark}>
            <b>{sign}</b> {t(`quality.mark.${mark as keyof typeof markGlyph}`)}
          </span>
        ))}
      </p>
    </div>
  );
}
