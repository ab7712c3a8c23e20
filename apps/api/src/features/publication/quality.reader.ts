import { checkTotals } from './check-totals.ts';
import { Memo } from '../../http/memo.ts';
import type { PublishedQuality } from './published-quality.type.ts';
import { qualityOfRelease } from './quality-of-release.ts';
import { readGrid } from './quality-rows.ts';
import type { Reading } from './release.reader.ts';
import { countHidden } from './year-view.ts';

/** The grid of a large release has some ten thousand cells. */
const kept = new Memo<PublishedQuality | null>(12);

/** Three statements, whatever the release holds; two where somebody has asked before. Null where there is no such country. */
export async function readQuality(
  reading: Reading,
  area: string | null = null,
): Promise<PublishedQuality | null> {
  const { em, release, at, lang } = reading;
  const edition = [release.number, release.contentHash, await countHidden(em, at)];
  return kept.get([...edition, lang, area].join(' '), () => judge(reading, area));
}

async function judge(
  { em, release, at, lang }: Reading,
  area: string | null,
): Promise<PublishedQuality | null> {
  const read = await readGrid(em, at, area);
  const countries = read.areas.filter(
    ({ code, kind }) => kind === 'COUNTRY' && (area === null || code === area),
  );
  if (countries.length === 0) return null;
  // a release from before hits were kept, until the start of the server has added them
  const hits = read.checked ? read.hits.flatMap((one) => one.hits) : await checkTotals(read);
  return qualityOfRelease(release, countries, { ...read, hits }, lang);
}
