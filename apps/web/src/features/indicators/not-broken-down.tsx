import { useTranslation } from 'react-i18next';
import { faceText } from '../../ui/part-text.ts';
import type { IndicatorSeries, Names } from './indicator-data.ts';

/** By which dimensions, and for which areas and years, a release leaves the breakdown out; nothing if it leaves none out. */
export function NotBrokenDown(props: {
  series: readonly Pick<IndicatorSeries, 'area' | 'withheld'>[];
  names: Names;
}) {
  const { t } = useTranslation();
  const list = props.series.flatMap(({ area, withheld }) => {
    const years = [...new Set(withheld.map(({ year }) => year))].sort((a, b) => b - a);
    return years.map((year) => {
      const faces = withheld.filter((one) => one.year === year);
      const texts = faces.map(({ face }) => faceText(t, face));
      return `${props.names[area] ?? area} ${year} (${texts.join('; ')})`;
    });
  });
  if (list.length === 0) return null;
  return <p className="note">{t('indicator.notBrokenDown', { list: list.join(', ') })}</p>;
}
