import { checkTotals } from './check-totals.ts';
import { Memo } from '../../http/memo.ts';
import type { PublishedQuality } from './published-quality.type.ts';
import { type JudgedQuality, judgeQuality, tellQuality } from './quality-of-release.ts';
import { readGrid } from './quality-rows.ts';
import type { Reading } from './release.reader.ts';
import { countHidden } from './year-view.ts';

/** The grid of a large release has some hundred thousand cells. */
const kept = new Memo<JudgedQuality>(3);

/** Three statements, whatever the release holds; two where somebody has asked before. Null where there is no such country or page. */
export async function readQuality(
  reading: Reading,
  area: string | null = null,
  page?: number | null,
): Promise<PublishedQuality | null> {
  const { em, release, at, lang } = reading;
  const edition = [release.number, release.contentHash, await countHidden(em, at)];
  const { indicators, countries } = await kept.get(edition.join(' '), () => judge(reading));
  const asked = countries.filter(({ country }) => area === null || country.code === area);
  return asked.length === 0
    ? null
    : tellQuality(release, { indicators, countries: asked }, lang, page ?? 1);
}

async function judge({ em, release, at }: Reading): Promise<JudgedQuality> {
  const read = await readGrid(em, at);
  // a release from before hits were kept, until the start of the server has added them
  const hits = read.checked ? read.hits.flatMap((one) => one.hits) : await checkTotals(read);
  const countries = read.areas.filter(({ kind }) => kind === 'COUNTRY');
  return judgeQuality(release, countries, { ...read, hits });
}
