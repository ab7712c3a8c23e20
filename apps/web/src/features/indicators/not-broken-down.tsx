import { useTranslation } from 'react-i18next';
import type { Names } from '../../ui/area-names.ts';
import { faceText } from '../../ui/part-text.ts';
import type { IndicatorSeries } from './indicator-data.ts';

interface Shown {
  series: readonly Pick<IndicatorSeries, 'area' | 'withheld'>[];
  names: Names;
}
const TOTAL = 'total';

/** What a release leaves out of these series: totals and breakdowns. */
export function LeftOut(props: Shown) {
  return (
    <>
      <TotalLeftOut {...props} />
      <NotBrokenDown {...props} />
    </>
  );
}

/** For which areas and years a release leaves the total out; nothing if it leaves none out. */
export function TotalLeftOut({ series, names }: Shown) {
  const { t } = useTranslation();
  const list = series.flatMap(({ area, withheld }) =>
    withheld
      .filter(({ face }) => face === TOTAL)
      .map(({ year }) => year)
      .sort((a, b) => b - a)
      .map((year) => `${names[area] ?? area} ${year}`),
  );
  if (list.length === 0) return null;
  return <p className="note">{t('indicator.totalLeftOut', { list: list.join(', ') })}</p>;
}

/** By which dimensions, and for which areas and years, a release leaves the breakdown out; nothing if it leaves none out. */
export function NotBrokenDown({ series, names }: Shown) {
  const { t } = useTranslation();
  const list = series.flatMap(({ area, withheld }) => {
    const parts = withheld.filter(({ face }) => face !== TOTAL);
    const years = [...new Set(parts.map(({ year }) => year))].sort((a, b) => b - a);
    return years.map((year) => {
      const faces = parts.filter((one) => one.year === year);
      const texts = faces.map(({ face }) => faceText(t, face));
      return `${names[area] ?? area} ${year} (${texts.join('; ')})`;
    });
  });
  if (list.length === 0) return null;
  return <p className="note">{t('indicator.notBrokenDown', { list: list.join(', ') })}</p>;
}
