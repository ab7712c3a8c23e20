import type { EntityManager } from '@mikro-orm/postgresql';
import { isPart, isTotal } from '../../database/cell-columns.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { IndicatorGroup, IndicatorIndex } from './indicator-index.type.ts';
import { toAction } from './page-parts.ts';
import {
  ACTIONS,
  INDICATORS,
  LINKS,
  type ActionRow,
  type IndicatorRowOf,
  type LinkRow,
} from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { rows, standing } from './standing.ts';

interface Read {
  actions: ActionRow[];
  links: LinkRow[];
  indicators: IndicatorRowOf[];
  known: { indicator: string; areas: number; latestYear: number }[];
}

const KNOWN = `(select v.indicator, count(distinct v.area)::int as areas, max(v.year) as latest_year
  from ${standing('value')} v join ${standing('indicator')} i on i.code = v.indicator
  where v.value is not null and (${isTotal('v')} or (i.kind = 'MILESTONE' and ${isPart('v', 'breakdown')})) group by v.indicator)`;

const SQL = `with at as (select ?::int as release)
  select ${ACTIONS} as actions, ${LINKS} as links, ${INDICATORS} as indicators,
    ${rows({ from: KNOWN, fields: 'indicator areas latestYear' })} as known`;

/** Every indicator of a release by action, and of which there are values. */
export async function readIndicatorIndex(
  em: EntityManager,
  lang: Language,
  number?: string | null,
): Promise<IndicatorIndex | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence]);
  if (!read) return null;
  const { actions, links, indicators } = read;
  const found = new Map(indicators.map((row) => [row.code, row]));
  const known = new Map(read.known.map((row) => [row.indicator, row]));
  const linked = new Set(links.map(({ indicator }) => indicator));
  const entry = (code: string, role: LinkRow['role']) => {
    const indicator = found.get(code);
    if (!indicator) return [];
    const { areas = 0, latestYear = null } = known.get(code) ?? {};
    const { kind, name } = indicator;
    return [{ code, kind, role, name: pickText(name, lang), areas, latestYear }];
  };
  const groups: IndicatorGroup[] = actions.map((action) => ({
    action: toAction(action, lang),
    indicators: links
      .filter((link) => link.action === action.code)
      .flatMap(({ indicator, role }) => entry(indicator, role)),
  }));
  const others = indicators
    .filter(({ code }) => !linked.has(code))
    .flatMap(({ code }) => entry(code, 'CONTEXT'));
  return { release, groups: [...groups, { action: null, indicators: others }].filter(isShown) };
}

const isShown = ({ indicators }: IndicatorGroup): boolean => indicators.length > 0;
