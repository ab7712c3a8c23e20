import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartIndicator } from '../chart.types.ts';
import { KnownValue } from '../chart-table.tsx';
import styles from '../chart-table.module.css';
import type { Observed } from '../curve.ts';
import { useChartText, type ChartText } from '../use-chart-text.ts';
import { divisionText, rowText } from './group-words.ts';
import type { AskPart } from './groups.tsx';
import type { GroupPanel, GroupRow } from './groups.model.ts';

/** The numbers of the parts that are drawn, no more and no less: a table body for each panel, a column for each year. */
export function GroupTable(props: {
  panels: readonly GroupPanel[];
  indicator: ChartIndicator;
  names: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
  caption: string;
  ask: AskPart;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const text = useChartText(props.indicator);
  const { panels, names, words, caption, ask } = props;
  if (panels.length === 0) return <p className={styles.none}>{t('chart.nothing')}</p>;
  const years = [
    ...new Set(panels.flatMap(({ before, year }) => (before === null ? [year] : [year, before]))),
  ].sort((a, b) => b - a);
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.year}>
              {t('indicator.part')}
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className={styles.first}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        {panels.map((panel) => (
          <tbody key={`${panel.area} ${panel.division} ${panel.list}`}>
            <tr>
              <th scope="rowgroup" colSpan={years.length + 1} className={styles.area}>
                {names[panel.area]} · {divisionText(t, panel)}
              </th>
            </tr>
            {panel.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{rowText(t, row, words)}</th>
                {years.map((year) => (
                  <td key={year} className={styles.first}>
                    <Cell
                      point={pointIn(panel, row, year)}
                      text={text}
                      ask={(number) => ask(panel.area, row.part, year, number)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The value of a part in this year; undefined if the panel does not show this year. */
function pointIn(panel: GroupPanel, row: GroupRow, year: number): Observed | null | undefined {
  if (year === panel.year) return row.latest;
  return year === panel.before ? row.before : undefined;
}

function Cell(props: {
  point: Observed | null | undefined;
  text: ChartText;
  ask: (number: ReactNode) => ReactNode;
}) {
  const { point, text, ask } = props;
  if (point === undefined) return null;
  if (point?.hidden === true || point?.value != null)
    return <KnownValue {...{ point, text, ask }} />;
  const absent = <span className="soft">{text.absent(point)}</span>;
  return point === null ? absent : ask(absent);
}
