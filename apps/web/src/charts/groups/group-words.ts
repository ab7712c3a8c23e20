import type { TFunction } from 'i18next';
import type { GroupPanel, GroupRow } from './groups.model.ts';
import { moveOf, rangeOf } from './groups.model.ts';
import type { ChartText } from '../use-chart-text.ts';
import { partText } from '../../ui/part-text.ts';
import { listed } from '../../ui/listed.ts';

export type ChartsT = TFunction<['public', 'charts']>;
type Words = Readonly<Record<string, string>>;

/** The lists of groups that have a name of their own; codes of other lists are called by "group" in general. */
const lists = ['EDU', 'WEALTH'] as const;

export function rowText(t: ChartsT, { part }: GroupRow, words: Words): string {
  return partText(t, part, words);
}

/** "By region", "By education". */
export function divisionText(t: ChartsT, { division, list }: GroupPanel): string {
  const named = lists.find((one) => one === list);
  return named === undefined ? t(`charts:by.${division}`) : t(`charts:by.${named}`);
}

/** At most this many parts are named; with more of them the title only gives the years. */
const few = 2;

/** "By region: it rose in Jalal-Abad, it fell elsewhere": which parts moved which way; otherwise only the years of the panel. */
export function panelTitle(t: ChartsT, panel: GroupPanel, words: Words): string {
  const by = divisionText(t, panel);
  const [rose, fell] = (['rose', 'fell'] as const).map((move) =>
    panel.rows.filter((row) => moveOf(row) === move),
  ) as [GroupRow[], GroupRow[]];
  const list = (rows: readonly GroupRow[]) =>
    listed(
      t,
      rows.map((row) => rowText(t, row, words)),
    );
  const known = panel.rows.filter((row) => moveOf(row) !== null).length;
  const texts =
    known === 0
      ? null
      : rose.length === known
        ? t('charts:groups.allRose')
        : fell.length === known
          ? t('charts:groups.allFell')
          : rose.length > 0 && rose.length <= few && rose.length + fell.length === known
            ? t('charts:groups.rose', { list: list(rose) })
            : fell.length > 0 && fell.length <= few && rose.length + fell.length === known
              ? t('charts:groups.fell', { list: list(fell) })
              : null;
  return texts === null ? `${by}, ${yearsText(panel)}` : `${by}: ${texts}`;
}

const yearsText = ({ before, year }: GroupPanel): string =>
  before === null ? String(year) : `${before}–${year}`;

/** How far apart the parts are: a sentence for each area, about its first panel. */
export function groupsSentence(
  t: ChartsT,
  text: ChartText,
  panels: readonly GroupPanel[],
  names: Words,
  words: Words,
): string {
  const texts = panels.flatMap((panel, i) => {
    const range = panels[i - 1]?.area === panel.area ? null : rangeOf(panel);
    if (range === null) return [];
    const { low, high } = range;
    return [
      t('charts:groups.range', {
        country: names[panel.area] ?? panel.area,
        year: panel.year,
        low: text.valueOrReason(low.latest),
        lowName: rowText(t, low, words),
        high: text.valueOrReason(high.latest),
        highName: rowText(t, high, words),
      }),
    ];
  });
  return texts.length === 0 ? t('chart.nothingDrawn') : texts.join(' ');
}
