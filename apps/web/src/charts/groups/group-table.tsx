import { useTranslation } from 'react-i18next';
import { Hidden } from '../../ui/hidden.tsx';
import type { ChartIndicator } from '../chart.types.ts';
import styles from '../chart-table.module.css';
import { openWord } from '../reading-text.ts';
import type { Observed } from '../curve.ts';
import { useChartText } from '../use-chart-text.ts';
import { divisionText, rowText } from './group-words.ts';
import type { AskPart } from './groups.tsx';
import type { GroupPanel, GroupRow } from './groups.model.ts';

/** The numbers of the parts that are drawn, no more and no less: a body per panel, a column per year. */
export function GroupTable(props: {
  panels: readonly GroupPanel[];
  indicator: ChartIndicator;
  names: Readonly<Record<string, string>>;
  words: Readonly<Record<string, string>>;
  caption: string;
  ask: AskPart;
}) {
  const { t } = useTranslation(['public', 'charts']);
  const { panels, indicator, names, words, caption, ask } = props;
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
                      indicator={indicator}
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

/** undefined: the panel is of other years. */
function pointIn(panel: GroupPanel, row: GroupRow, year: number): Observed | null | undefined {
  if (year === panel.year) return row.latest;
  return year === panel.before ? row.before : undefined;
}

function Cell(props: {
  point: Observed | null | undefined;
  indicator: ChartIndicator;
  ask: (number: React.ReactNode) => React.ReactNode;
}) {
  const { t } = useTranslation();
  const text = useChartText(props.indicator);
  const { point } = props;
  if (point === undefined) return null;
  if (point === null) return <span className={styles.soft}>{text.absent(point)}</span>;
  if (point.hidden) return props.ask(<Hidden />);
  if (point.value === null)
    return props.ask(<span className={styles.soft}>{text.absent(point)}</span>);
  const word = openWord(point.status);
  return (
    <>
      {props.ask(<data value={point.value}>{text.value(point.value)}</data>)}
      {word !== null && (
        <abbr title={t(`chart.status.${word}`)} className={styles.mark}>
          {word}
        </abbr>
      )}
    </>
  );
}
