import { useTranslation } from 'react-i18next';
import { SheetPlot } from '../charts/sheet/sheet-plot.tsx';
import { drawnOf } from '../features/indicators/drawn.ts';
import { isScored, type IndicatorData } from '../features/indicators/indicator-data.ts';
import { takeaway } from '../features/indicators/takeaway.ts';
import { viewOf, type IndicatorSearch } from '../features/indicators/view.ts';
import { namesOf } from '../ui/area-names.ts';
import { useFormat } from '../ui/use-format.ts';

/** What changed in the indicator, and its chart as it is drawn for paper, in the view that the address names. */
export function IndicatorPreview(props: { data: IndicatorData; search: IndicatorSearch }) {
  const { data, search } = props;
  const { t } = useTranslation(['public', 'charts']);
  const format = useFormat();
  const { indicator, release } = data;
  const view = viewOf(data, search);
  const series = data.series.filter(({ area }) => view.areas.includes(area));
  const { curves, chart } = drawnOf(data, series, view, t('chart.scale.progress'));
  if (!curves.some(({ observed }) => observed.some(({ value }) => value !== null))) return null;
  const names = namesOf(data.areas);
  const context = { t, format, indicator, scored: isScored(data) };
  return (
    <>
      <p>{takeaway(context, series, names, { ...view, asOf: release.asOfYear })}</p>
      <SheetPlot
        curves={curves}
        indicator={chart}
        names={names}
        from={view.from}
        to={view.to}
        asOf={release.asOfYear}
        title=""
        description=""
      />
    </>
  );
}
