import type { EntityManager } from '@mikro-orm/postgresql';
import { type LocalText, pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { PublicHelpLine } from './help-line.type.ts';
import { toArea } from './page-parts.ts';
import type { AreaRow } from './public-rows.ts';
import { readRelease } from './release.reader.ts';
import { standing } from './standing.ts';

/** The texts of one area by language, as a field of a page's statement; null where none is written. */
export const HELP = `(select jsonb_object_agg(t.lang, t.text) from ${standing('help_line')} t where t.area = (select code from at))`;

export function toHelp(texts: Texts | null, lang: Language): LocalText | null {
  return texts && pickText(texts, lang);
}

/** Null without any release. */
export async function readHelpLines(
  em: EntityManager,
  lang: Language,
): Promise<PublicHelpLine[] | null> {
  const release = await readRelease(em, lang);
  if (!release) return null;
  const rows = await em.execute<(AreaRow & { texts: Texts })[]>(
    `with at as (select ?::int as release)
     select a.code, a.kind, a.iso2, a.names, jsonb_object_agg(h.lang, h.text) as texts
     from ${standing('help_line')} h join ${standing('area')} a on a.code = h.area
     group by a.code, a.kind, a.iso2, a.names, a.position order by a.position`,
    [release.sequence],
  );
  return rows.map(({ texts, ...area }) => ({
    area: toArea(area, lang),
    text: pickText(texts, lang),
  }));
}
