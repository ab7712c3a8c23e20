import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edged } from '../axis.ts';
import type { ChartIndicator } from '../chart.types.ts';
import { rowText } from '../groups/group-words.ts';
import type { GroupPanel } from '../groups/groups.model.ts';
import { textWidth } from '../labels.ts';
import { useChartText } from '../use-chart-text.ts';
import { useSize } from '../use-size.ts';
import styles from './map.module.css';
import { type Outline, type RegionShade, shadeOf, unplaced } from './map.model.ts';
import drawn from './regions.json' with { type: 'json' };
import { areaStyle } from '../marker.tsx';

const outlines: Readonly<Record<string, Outline>> = drawn;

/** The outline of a country, if its regions were drawn (tools/region-outlines.mjs). */
const outlineOf = (area: string): Outline | undefined => outlines[area];

/** The regions of a country, the darker the higher the value, each with its number as in the table. */
export function RegionMap(props: {
  panel: GroupPanel;
  indicator: ChartIndicator;
  words: Readonly<Record<string, string>>;
  title: string;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const text = useChartText(props.indicator);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const size = useSize(box);
  const { panel, words } = props;
  const outline = outlineOf(panel.area);
  if (!outline) return null;
  const { color } = areaStyle(panel.area);
  const shades = shadeOf(panel);
  const sentence = (shade: RegionShade | undefined) =>
    shade
      ? shade.hidden
        ? t('figure.c')
        : text.valueOrReason(shade.row.latest)
      : t('figure.notReported');
  const name = (code: string) => words[code] ?? code;
  // keeps the size of letters on a phone, where the drawing is smaller
  const scale = outline.width / (size?.width ?? outline.width);
  const letters = 13 * Math.max(1, scale);
  const missing = unplaced(panel, outline);
  return (
    <div className={styles.map} ref={setBox}>
      <svg viewBox={`-6 -6 ${outline.width + 12} ${outline.height + 12}`} role="img">
        <title>{props.title}</title>
        {outline.shapes.map(({ code, d }) => (
          <path key={code} d={d} {...regionStyle(shades.get(code), color)}>
            <title>{`${name(code)}: ${sentence(shades.get(code))}`}</title>
          </path>
        ))}
        {outline.points.map(({ code, x, y }) => (
          <circle
            key={code}
            cx={x}
            cy={y}
            r={7 * Math.sqrt(scale)}
            {...regionStyle(shades.get(code), color)}
          >
            <title>{`${name(code)}: ${sentence(shades.get(code))}`}</title>
          </circle>
        ))}
        <g fontSize={letters} textAnchor="middle" fill="var(--ink)" {...edged} strokeWidth="3.5">
          {outline.shapes.map(({ code, x, y, width }) => {
            const shade = shades.get(code);
            const roomy = scale < 1.2 && textWidth(name(code)) < width;
            return (
              <g key={code}>
                {roomy && (
                  <text x={x} y={y - letters * 0.2}>
                    {name(code)}
                  </text>
                )}
                {shade && (
                  <text x={x} y={y + letters * (roomy ? 0.95 : 0.35)} fontWeight="600">
                    {sentence(shade)}
                  </text>
                )}
              </g>
            );
          })}
          {outline.points.map(({ code, x, y }) => {
            const shade = shades.get(code);
            return (
              shade && (
                <text key={code} x={x} y={y - 10 * Math.sqrt(scale)} fontWeight="600">
                  {sentence(shade)}
                </text>
              )
            );
          })}
        </g>
      </svg>
      {missing.length > 0 && (
        <p className={styles.note}>
          {t('charts:map.missing', {
            list: missing.map((row) => rowText(t, row, words)).join(', '),
          })}
        </p>
      )}
      <p className={styles.note}>{t('charts:map.boundaries')}</p>
    </div>
  );
}

/** A region without a number is white with a dashed edge; one with a hidden number has the grey of what is not known. */
function regionStyle(shade: RegionShade | undefined, color: string) {
  const edge = { stroke: 'var(--line-strong)', strokeWidth: 1, strokeLinejoin: 'round' as const };
  if (!shade) return { ...edge, fill: 'var(--paper)', strokeDasharray: '4 3' };
  if (shade.hidden) return { ...edge, fill: 'var(--none-tint)', strokeDasharray: '2 1.5' };
  return { ...edge, fill: color, fillOpacity: shade.share };
}
