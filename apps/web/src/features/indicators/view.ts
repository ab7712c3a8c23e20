import { isComparable } from '@qadam/domain';
import { layers, type ChartView, type Layer } from '../../charts/chart.types.ts';
import { divisionOf } from '../../charts/groups/groups.model.ts';
import { extentOf } from '../../charts/curve.ts';
import type { SearchOf } from '../../app/search.ts';
import type { Names } from '../../ui/area-names.ts';
import { isScored, type IndicatorData, type IndicatorSeries } from './indicator-data.ts';

export type IndicatorSearch = SearchOf<'indicator'>;

/** The layers that are drawn unless others are chosen. On the scale of values no plans are among them, as reported values come first. */
const usualOf = (scale: 'value' | 'progress'): readonly Layer[] =>
  scale === 'progress' ? ['target', 'bench'] : ['bench'];

export interface IndicatorView extends ChartView {
  /** The areas shown, in the one order used everywhere. */
  areas: string[];
  /** The area that stands out. */
  focus: string | null;
  tab: Tab;
  scale: Scale;
  /** In the view country by country: each country on a scale of its own. */
  own: boolean;
}
/** An indicator as the page shows it. */
export interface Shown {
  data: IndicatorData;
  /** The series of the areas shown. */
  series: readonly IndicatorSeries[];
  names: Names;
  view: IndicatorView;
  search: IndicatorSearch;
}
export type Years = Pick<IndicatorView, 'from' | 'to'>;
/** `passing`: this is a step on the way to a choice, which gets no entry of its own in the browser's history. */
export type Change = (view: IndicatorView, passing?: boolean) => Promise<void>;
/** The drawings: one plot over the years, a bar for each area, a small plot for each, the parts as a map or as bars, or the numbers only. */
const tabs = ['chart', 'bars', 'multiples', 'map', 'groups', 'table'] as const;
export type Tab = (typeof tabs)[number];
/** As measured, or as percent of the way from baseline to target. */
const scales = ['value', 'progress'] as const;
type Scale = (typeof scales)[number];

type Plotted = Pick<IndicatorData, 'indicator' | 'actions' | 'series' | 'release' | 'benchmarks'>;

/** Does each country need a scale of its own? If several have values that are not comparable, one scale would mislead. */
export const hasOwnScales = ({ indicator, series }: Plotted, areas: readonly string[]): boolean =>
  !isComparable(indicator) &&
  series.filter(({ area, values }) => areas.includes(area) && values.length > 0).length > 1;

/** The drawings offered for these areas; the first is the default. A yes or no has no length, so a bar of it would say nothing. */
export function offeredTabs(data: Plotted, areas: readonly string[]): Tab[] {
  const { indicator, series } = data;
  const apart = hasOwnScales(data, areas);
  const parts = series
    .filter(({ area }) => areas.includes(area))
    .flatMap(({ breakdowns }) => (indicator.kind === 'NUMERIC' ? breakdowns : []));
  const offered: Record<Tab, boolean> = {
    chart: !apart,
    bars: !apart && indicator.kind !== 'BINARY',
    multiples: true,
    map: parts.some((part) => divisionOf(part) === 'region'),
    groups: parts.length > 0,
    table: true,
  };
  return tabs.filter((tab) => offered[tab]);
}

/** The scale of progress is offered if some share of the way was published; not between no and yes, and not for context, which has no status. */
export const offeredScales = (data: Plotted): Scale[] =>
  data.indicator.kind !== 'BINARY' &&
  isScored(data) &&
  data.series.some(({ values }) => values.some(({ progress }) => progress !== null))
    ? [...scales]
    : ['value'];

/** The layers that would draw something; others are not offered, and not written into the address. */
export function offeredLayers({ series, benchmarks }: Plotted): Layer[] {
  const has: Record<Layer, boolean> = {
    target: series.some(({ target }) => target !== null),
    proj: series.some(({ assessment }) => assessment?.projection.central != null),
    base: series.some(({ target }) => target?.baselineValue != null),
    bench: benchmarks.length > 0,
  };
  return layers.filter((layer) => has[layer]);
}

/** The years shown if none are chosen. Future years are among them only if something planned is drawn. */
export function defaultYears(
  { series, release }: Plotted,
  { layers: shown, scale }: Pick<IndicatorView, 'layers' | 'scale'>,
): Years {
  const planned =
    scale === 'progress' || (['target', 'proj', 'base'] as const).some((layer) => shown.has(layer));
  return extentOf(
    planned ? series : series.map((one) => ({ ...one, target: null })),
    release.asOfYear,
  );
}

/** The view that the address names; what it does not name has its default. */
export function viewOf(data: Plotted, search: IndicatorSearch): IndicatorView {
  const { series } = data;
  const all = series.map(({ area }) => area);
  const chosen = all.filter((area) => search.c?.split('~').includes(area));
  const shownAreas = chosen.length === 0 ? all : chosen;
  const shown = search.show?.split('~');
  const scale = offeredScales(data).find((one) => one === search.scale) ?? 'value';
  const wanted: readonly string[] = shown ?? usualOf(scale);
  const drawn = new Set(offeredLayers(data).filter((layer) => wanted.includes(layer)));
  const whole = defaultYears(data, { layers: drawn, scale });
  const [from = whole.from, to = whole.to] = search.t?.split('..').map(Number) ?? [];
  const offered = offeredTabs(data, shownAreas);
  return {
    areas: shownAreas,
    focus: shownAreas.find((area) => area === search.focus) ?? null,
    tab: offered.find((tab) => tab === search.tab) ?? offered[0] ?? 'multiples',
    scale,
    own: search.y === 'own' || hasOwnScales(data, shownAreas),
    ...(from < to ? { from, to } : whole),
    layers: drawn,
  };
}

/** The view after another choice. Default years stay the default, and each scale begins with its own layers. */
export function choose(
  data: Plotted,
  view: IndicatorView,
  changes: Partial<IndicatorView>,
): IndicatorView {
  const was = defaultYears(data, view);
  const scale = changes.scale ?? view.scale;
  const layersOf = offeredLayers(data).filter((layer) => usualOf(scale).includes(layer));
  const next = {
    ...view,
    ...(scale === view.scale ? {} : { layers: new Set(layersOf) }),
    ...changes,
  };
  const asUsual = view.from === was.from && view.to === was.to;
  return asUsual ? { ...next, ...defaultYears(data, next), ...yearsOf(changes) } : next;
}

const yearsOf = ({ from, to }: Partial<IndicatorView>): Partial<Years> =>
  from === undefined || to === undefined ? {} : { from, to };

/** The address of a view. Defaults are not written. */
export function searchOf(
  view: IndicatorView,
  data: Plotted,
  search: IndicatorSearch,
): IndicatorSearch {
  const offered = offeredLayers(data);
  const shown = offered.filter((layer) => view.layers.has(layer));
  const usual = usualOf(view.scale);
  const asUsual = offered.every((layer) => view.layers.has(layer) === usual.includes(layer));
  const whole = defaultYears(data, view);
  const apart = hasOwnScales(data, view.areas);
  return {
    ...(search.release === undefined ? {} : { release: search.release }),
    ...(view.areas.length === data.series.length ? {} : { c: view.areas.join('~') }),
    ...(view.tab === offeredTabs(data, view.areas)[0] ? {} : { tab: view.tab }),
    ...(view.scale === 'value' ? {} : { scale: view.scale }),
    ...(view.own && !apart && view.tab === 'multiples' ? { y: 'own' } : {}),
    ...(view.focus === null || !view.areas.includes(view.focus) ? {} : { focus: view.focus }),
    ...(view.from === whole.from && view.to === whole.to ? {} : { t: `${view.from}..${view.to}` }),
    ...(asUsual ? {} : { show: shown.join('~') || 'none' }),
  };
}
