import { layers, type ChartView, type Layer } from '../../charts/chart.types.ts';
import { extentOf } from '../../charts/trace.ts';
import type { SearchOf } from '../../app/search.ts';
import { isScored, type IndicatorData } from './indicator-data.ts';

export type IndicatorSearch = SearchOf<'indicator'>;

const usual: readonly Layer[] = ['target', 'proj', 'bench'];

export interface IndicatorView extends ChartView {
  /** The areas shown, in the one order used everywhere. */
  areas: string[];
  /** The one that stands out. */
  focus: string | null;
  tab: Tab;
  scale: Scale;
  /** Country by country: each on its own scale. */
  own: boolean;
}
export type Years = Pick<IndicatorView, 'from' | 'to'>;
/** `passing`: one of the steps on the way to a choice, not an entry of its own in the history. */
export type Change = (view: IndicatorView, passing?: boolean) => Promise<void>;
/** One plot of all over the years, a bar of each, a small plot of each, or the numbers alone. */
const tabs = ['chart', 'bars', 'multiples', 'table'] as const;
type Tab = (typeof tabs)[number];
/** As measured, or as percent of the way from baseline to target. */
const scales = ['value', 'progress'] as const;
type Scale = (typeof scales)[number];

type Plotted = Pick<IndicatorData, 'indicator' | 'actions' | 'series' | 'release' | 'benchmarks'>;

/** A yes or no has no length: a bar of it would say nothing. */
export const offeredTabs = ({ indicator }: Plotted): Tab[] =>
  tabs.filter((tab) => tab !== 'bars' || indicator.kind !== 'BINARY');

/** A way is told where one was planned and some of it can be said; between no and yes there is none, and context has no status. */
export const offeredScales = (data: Plotted): Scale[] =>
  data.indicator.kind !== 'BINARY' &&
  isScored(data) &&
  data.series.some(({ values }) => values.some(({ progress }) => progress !== null))
    ? [...scales]
    : ['value'];

/** Choices that would change nothing are not offered, and not written. */
export function offeredLayers({ series, benchmarks }: Plotted): Layer[] {
  const has: Record<Layer, boolean> = {
    target: series.some(({ target }) => target !== null),
    proj: series.some(({ assessment }) => assessment?.projection.central != null),
    base: series.some(({ target }) => target?.baselineValue != null),
    bench: benchmarks.length > 0,
  };
  return layers.filter((layer) => has[layer]);
}

/** The years shown when none are chosen. */
export const wholeOf = ({ series, release }: Plotted): Years => extentOf(series, release.asOfYear);

/** What the address says of this page; what it does not say is usual. */
export function viewOf(data: Plotted, search: IndicatorSearch): IndicatorView {
  const { series } = data;
  const all = series.map(({ area }) => area);
  const chosen = all.filter((area) => search.c?.split('~').includes(area));
  const shownAreas = chosen.length === 0 ? all : chosen;
  const whole = wholeOf(data);
  const [from = whole.from, to = whole.to] = search.t?.split('..').map(Number) ?? [];
  const shown = search.show?.split('~') ?? usual;
  return {
    areas: shownAreas,
    focus: shownAreas.find((area) => area === search.focus) ?? null,
    tab: offeredTabs(data).find((tab) => tab === search.tab) ?? 'chart',
    scale: offeredScales(data).find((scale) => scale === search.scale) ?? 'value',
    own: search.y === 'own',
    ...(from < to ? { from, to } : whole),
    layers: new Set(offeredLayers(data).filter((layer) => shown.includes(layer))),
  };
}

/** The address of a view. What is usual is not written. */
export function searchOf(
  view: IndicatorView,
  data: Plotted,
  search: IndicatorSearch,
): IndicatorSearch {
  const whole = wholeOf(data);
  const offered = offeredLayers(data);
  const shown = offered.filter((layer) => view.layers.has(layer));
  const asUsual = offered.every((layer) => view.layers.has(layer) === usual.includes(layer));
  return {
    ...(search.release === undefined ? {} : { release: search.release }),
    ...(view.areas.length === data.series.length ? {} : { c: view.areas.join('~') }),
    ...(view.tab === 'chart' ? {} : { tab: view.tab }),
    ...(view.scale === 'value' ? {} : { scale: view.scale }),
    ...(view.own && view.tab === 'multiples' ? { y: 'own' } : {}),
    ...(view.focus === null || !view.areas.includes(view.focus) ? {} : { focus: view.focus }),
    ...(view.from === whole.from && view.to === whole.to ? {} : { t: `${view.from}..${view.to}` }),
    ...(asUsual ? {} : { show: shown.join('~') || 'none' }),
  };
}
