import type { SearchOf } from '../../app/search.ts';
import type { Names } from '../../ui/area-names.ts';
import type { ComparedIndicatorFragment, CompareQuery } from './compare.generated.ts';

export type CompareData = NonNullable<CompareQuery['compare']>;
export type Compared = ComparedIndicatorFragment;
export type ComparedSeries = Compared['series'][number];

type CompareSearch = SearchOf<'compare'>;

/** What is compared and how it is drawn. In each choice the default comes first. */
export interface CompareView {
  indicators: string[];
  /** Countries, in the one order used everywhere. A regional indicator is drawn whatever countries are chosen. */
  areas: string[];
  /** The chosen years; null: from the first known value to the last target. */
  years: { from: number; to: number } | null;
  align: 'calendar' | 'baseline';
  scale: 'value' | 'progress';
  /** True: each drawing has a scale of its own. */
  own: boolean;
  /** A small plot of each country, one plot of all, or the first two indicators against each other. */
  draw: 'multiples' | 'joint' | 'scatter';
}

/** What the page compares, and how. */
export interface Shown {
  data: CompareData;
  names: Names;
  view: CompareView;
  search: CompareSearch;
}

export const MAX_INDICATORS = 4;

export const countriesOf = ({ areas }: Pick<CompareData, 'areas'>): string[] =>
  areas.map(({ code }) => code).filter((code) => code !== 'CA4');

/** Are there two numbers, as a scatter plot needs? */
export const canScatter = ({ indicators }: Pick<CompareData, 'indicators'>): boolean =>
  indicators.filter(({ indicator }) => indicator.kind === 'NUMERIC').length >= 2;

/** The view that the address names; what it does not name has its default. */
export function viewOf(
  data: Pick<CompareData, 'areas' | 'indicators'>,
  search: CompareSearch,
): CompareView {
  const all = countriesOf(data);
  const asked = search.c?.split('~') ?? [];
  const areas = all.filter((code) => asked.includes(code));
  const [from = 0, to = 0] = search.t?.split(/\.\.|~/).map(Number) ?? [];
  return {
    indicators: data.indicators.map(({ indicator }) => indicator.code),
    areas: areas.length === 0 ? all : areas,
    years: from < to ? { from, to } : null,
    align: search.align === 'baseline' ? 'baseline' : 'calendar',
    scale: search.scale === 'progress' ? 'progress' : 'value',
    own: search.y === 'own',
    draw:
      search.view === 'joint' || (search.view === 'scatter' && canScatter(data))
        ? search.view
        : 'multiples',
  };
}

/** The address of a view, without defaults, and without indicators if the release chose them. */
export function searchOf(
  view: CompareView,
  data: Pick<CompareData, 'areas'>,
  { i, release }: Pick<CompareSearch, 'i' | 'release'>,
): CompareSearch {
  return {
    ...(i === undefined ? {} : { i: view.indicators.join('~') }),
    ...(view.areas.length === countriesOf(data).length ? {} : { c: view.areas.join('~') }),
    ...(view.years === null ? {} : { t: `${view.years.from}..${view.years.to}` }),
    ...(view.align === 'baseline' ? { align: view.align } : {}),
    ...(view.scale === 'progress' ? { scale: view.scale } : {}),
    ...(view.own ? { y: 'own' } : {}),
    ...(view.draw === 'multiples' ? {} : { view: view.draw }),
    ...(release === undefined ? {} : { release }),
  };
}

/** The address of a view of some of its indicators, in exactly this release. */
export const searchAlone = ({ data, view, search }: Shown, codes: string[]): CompareSearch =>
  searchOf({ ...view, indicators: codes }, data, {
    ...search,
    i: codes.join('~'),
    release: data.release.number,
  });
