import type { EntityManager } from '@mikro-orm/postgresql';
import { isTotal } from '../../database/cell-columns.ts';
import type { Language } from '../../graphql/enums.ts';
import { Kept } from './kept.ts';
import { AREAS } from './public-rows.ts';
import type { PublishedQuality } from './published-quality.type.ts';
import type { QualityRows } from './quality-rows.ts';
import { qualityOfRelease } from './quality-of-release.ts';
import { readRelease, type ReadRelease } from './release.reader.ts';
import { rows, standing } from './standing.ts';
import { countHidden } from './year-facts.ts';

const kept = new Kept<PublishedQuality | null>(64);

const HERE = `((select area from at) is null or t.area = (select area from at))`;

const SQL = `with at as (select ?::int as release, ?::text as area)
  select ${AREAS} as areas,
    ${rows({
      from: standing('indicator'),
      fields: 'code kind unit #multiplier decimals valueType #min #max name',
      where: `t.scope = 'COUNTRY'`,
      order: 't.position, t.code',
    })} as indicators,
    ${rows({ from: standing('cycle'), fields: 'year dueOn', order: 't.year' })} as cycles,
    ${rows({ from: standing('assignment'), fields: 'cycle area indicator', where: HERE })} as assignments,
    ${rows({
      from: `(select v.*, v.note is not null as noted from ${standing('value')} v where ${isTotal('v')})`,
      fields:
        'area indicator year #value #numerator #denominator obsStatus missingReason submittedOn noted',
      where: HERE,
      order: 't.area, t.indicator, t.year',
    })} as values,
    ${rows({
      from: `(select v.*, lag(v.value) over (partition by v.indicator, v.area, v.year order by v.from_release) as before
        from publication.value v, at where ${isTotal('v')} and v.from_release <= at.release)`,
      fields: 'area indicator year #before #value reason',
      where: `${HERE} and t.before is not null and t.value is not null and t.before <> t.value`,
      order: 't.from_release',
    })} as revisions`;

/** Three statements, whatever the release holds; two where somebody has asked before. Null where there is no such release or country. */
export async function readQuality(
  em: EntityManager,
  lang: Language,
  number?: string | null,
  area?: string | null,
): Promise<PublishedQuality | null> {
  const release = await readRelease(em, lang, number);
  if (!release) return null;
  const { number: named, contentHash, sequence } = release;
  const edition = [named, contentHash, await countHidden(em, sequence)];
  return kept.get([...edition, lang, area].join(' '), () => judge(em, lang, release, area));
}

async function judge(
  em: EntityManager,
  lang: Language,
  release: ReadRelease,
  area?: string | null,
): Promise<PublishedQuality | null> {
  const [read] = await em.execute<QualityRows[]>(SQL, [release.sequence, area ?? null]);
  if (!read) return null;
  const countries = read.areas.filter(
    ({ code, kind }) => kind === 'COUNTRY' && (area == null || code === area),
  );
  return countries.length === 0 ? null : qualityOfRelease(release, countries, read, lang);
}
