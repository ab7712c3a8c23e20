import type { EntityManager } from '@mikro-orm/postgresql';
import type { IndicatorRole, Language } from '../../graphql/enums.ts';
import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { IndicatorList } from './indicator-list.type.ts';
import { readRelease } from './release.reader.ts';
import { rows, standing } from './standing.ts';

interface Read {
  actions: { code: string; title: Texts }[];
  indicators: { code: string; name: Texts }[];
  links: { action: string; indicator: string; role: IndicatorRole }[];
  known: { indicator: string; areas: number }[];
}

/** Of any part: a law has no value of its own, its parts do. */
const KNOWN = `(select v.indicator, count(distinct v.area)::int as areas from ${standing('value')} v
  where v.value is not null or v.obs_status = 'Q' group by v.indicator)`;

const SQL = `with at as (select ?::int as release)
  select ${rows({ from: standing('action'), fields: 'code title', order: 't.position' })} as actions,
    ${rows({ from: standing('indicator'), fields: 'code name', order: 't.position, t.code' })} as indicators,
    ${rows({ from: standing('action_indicator'), fields: 'action indicator role', order: 't.action, t.position' })} as links,
    ${rows({ from: KNOWN, fields: 'indicator areas' })} as known`;

export async function readIndicatorList(
  em: EntityManager,
  lang: Language,
  number?: string | null,
): Promise<IndicatorList | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const [read] = await em.execute<Read[]>(SQL, [release.sequence]);
  if (!read) return null;
  const known = new Map(read.known.map(({ indicator, areas }) => [indicator, areas]));
  return {
    release,
    actions: read.actions.map(({ code, title }) => ({ code, title: pickText(title, lang) })),
    indicators: read.indicators.map(({ code, name }) => ({
      code,
      name: pickText(name, lang),
      uses: read.links
        .filter(({ indicator }) => indicator === code)
        .map(({ action, role }) => ({ action, role })),
      known: known.get(code) ?? 0,
    })),
  };
}
