import type { EntityManager } from '@mikro-orm/postgresql';
import { isPart, isTotal } from '../../database/cell-columns.ts';
import type { Language } from '../../graphql/enums.ts';
import { checkTotals } from './check-totals.ts';
import { Kept } from './kept.ts';
import { AREAS } from './public-rows.ts';
import type { PublishedQuality } from './published-quality.type.ts';
import type { QualityRows, ValueHits } from './quality-rows.ts';
import { qualityOfRelease } from './quality-of-release.ts';
import { releaseDay } from './release-day.ts';
import { readRelease, type ReadRelease } from './release.reader.ts';
import type { ReleasedTotals } from './rule-hits.ts';
import { rows, standing } from './standing.ts';
import { countHidden } from './year-facts.ts';

/** The grid of a large release has some ten thousand cells. */
const kept = new Kept<PublishedQuality | null>(12);

/** `at` names a release, and an area and an indicator, each of which may be null. */
const AT = `with at as (select ?::int as release, ?::text as area, ?::text as indicator)`;
const HERE = `((select area from at) is null or t.area = (select area from at))`;

/** An element of a law: of a law there is no total. */
const IS_ELEMENT = `${isPart('v', 'breakdown')}
  and v.indicator in (select i.code from ${standing('indicator')} i where i.kind = 'MILESTONE')`;

/** What was reported: the total, of a law the first element that has a stage. */
const REPORTED = `(select distinct on (v.area, v.indicator, v.year) v.*, v.note is not null as noted from ${standing('value')} v
  where (${isTotal('v')} or ${IS_ELEMENT}) and (at.indicator is null or v.indicator = at.indicator)
  order by v.area, v.indicator, v.year, v.value is null, v.submitted_on, v.breakdown)`;

/** What the rules are asked about. */
const TOTALS = `${AT}
  select ${rows({
    from: standing('indicator'),
    fields: 'code kind unit #multiplier decimals valueType #min #max name',
    where: `t.scope = 'COUNTRY' and ((select indicator from at) is null or t.code = (select indicator from at))`,
    order: 't.position, t.code',
  })} as indicators,
    ${rows({
      from: REPORTED,
      fields:
        'area indicator year #value #numerator #denominator obsStatus missingReason submittedOn noted',
      where: HERE,
      order: 't.area, t.indicator, t.year',
    })} as values,
    (select ${releaseDay('coalesce(r.published_at, now())')}
      from (values (1)) one left join publication.release r on r.sequence = at.release) as day`;

const SQL = `${TOTALS}, ${AREAS} as areas,
    ${rows({ from: standing('cycle'), fields: 'year dueOn', order: 't.year' })} as cycles,
    ${rows({ from: standing('assignment'), fields: 'cycle area indicator', where: HERE })} as assignments,
    ${rows({
      from: `(select v.*, lag(v.value) over (partition by v.indicator, v.area, v.year, v.breakdown order by v.from_release) as before
        from publication.value v, at where (${isTotal('v')} or ${IS_ELEMENT}) and v.from_release <= at.release)`,
      fields: 'area indicator year #before #value reason',
      where: `${HERE} and t.before is not null and t.value is not null and t.before <> t.value`,
      order: 't.from_release',
    })} as revisions,
    (select jsonb_agg(h) from publication.rule_hits k, jsonb_array_elements(k.hits) h
      where k.release = at.release and (at.area is null or k.area = at.area)) as hits,
    exists (select 1 from publication.rule_hits k where k.release = at.release) as checked
  from at`;

/** What a release holds of one indicator or of all, a figure a year. */
export async function readTotals(
  em: EntityManager,
  release: number,
  indicator: string | null,
): Promise<ReleasedTotals> {
  const [totals] = await em.execute<[ReleasedTotals]>(`${TOTALS} from at`, [
    release,
    null,
    indicator,
  ]);
  return totals;
}

type Read = Omit<QualityRows, 'hits'> & {
  day: string;
  hits: ValueHits[] | null;
  checked: boolean;
};

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
  const [read] = await em.execute<Read[]>(SQL, [release.sequence, area ?? null, null]);
  if (!read) return null;
  const countries = read.areas.filter(
    ({ code, kind }) => kind === 'COUNTRY' && (area == null || code === area),
  );
  if (countries.length === 0) return null;
  // a release from before hits were kept, until the start of the server has added them
  const hits = read.checked ? (read.hits ?? []) : await checkTotals(read);
  return qualityOfRelease(release, countries, { ...read, hits }, lang);
}
