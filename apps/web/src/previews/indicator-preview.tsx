import { useTranslation } from 'react-i18next';
import { SheetPlot } from '../charts/sheet/sheet-plot.tsx';
import { drawnOf } from '../features/indicators/drawn.ts';
import { namesOf, type IndicatorData } from '../features/indicators/indicator-data.ts';
import { viewOf, type IndicatorSearch } from '../features/indicators/view.ts';

/** The chart of an indicator as it is drawn for paper, in the view of the address. */
export function IndicatorPreview(props: { data: IndicatorData; search: IndicatorSearch }) {
  const { data, search } = props;
  const { t } = useTranslation();
  const view = viewOf(data, search);
  const series = data.series.filter(({ area }) => view.areas.includes(area));
  const { traces, chart } = drawnOf(data, series, view, t('chart.scale.progress'));
  if (!traces.some(({ observed }) => observed.some(({ value }) => value !== null))) return null;
  return (
    <SheetPlot
      traces={traces}
      indicator={chart}
      names={namesOf(data.areas)}
      from={view.from}
      to={view.to}
      asOf={data.release.asOfYear}
      title=""
      description=""
    />
  );
}
