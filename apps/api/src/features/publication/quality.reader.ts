import { Injectable } from '@nestjs/common';
import { checkTotals } from './check-totals.ts';
import { Memo } from '../../http/memo.ts';
import { rowsOnPage } from './numbered-page.ts';
import type { PublishedQuality } from './published-quality.type.ts';
import { type JudgedCell, judgeCells, QualityCounter, tellQuality } from './quality-of-release.ts';
import { readCells, readFrame, readTotals } from './quality-rows.ts';
import type { Reading } from './release.reader.ts';
import { countHidden } from './year-view.ts';

/** How many indicators a page of the grid has: more than any release has had so far, so that its grid is not split. */
const INDICATORS = 100;

type Frame = Awaited<ReturnType<typeof readRelease>>;
type Sums = ReturnType<QualityCounter['sum']>[];
type Judged = ReadonlyMap<string, readonly JudgedCell[]>;

/**
 * Judges the quality of a release once, and keeps the result for the releases that were asked about last. It is judged again after a cell is
 * withdrawn.
 */
@Injectable()
export class QualityReader {
  private readonly frames = new Memo<Frame>(3);
  private readonly sums = new Memo<Sums>(3);
  /** Pages are weighed by their cells. A page with many years has two or three thousand, so about a dozen pages are kept. */
  private readonly pages = new Memo<Judged>(30_000, (page) =>
    [...page.values()].reduce((count, { length }) => count + length, 1),
  );

  /**
   * Takes four statements, and one more for each further page of a large release; two if the release was asked about before. Null if there is no such
   * country or page.
   */
  async read(
    reading: Reading,
    area: string | null = null,
    page?: number | null,
  ): Promise<PublishedQuality | null> {
    const { em, release, at, lang } = reading;
    const edition = [release.number, release.contentHash, await countHidden(em, at)].join(' ');
    const frame = await this.frames.get(edition, () => readRelease(reading));
    const listed = rowsOnPage(frame.indicators, page ?? 1, INDICATORS);
    const isAsked = (country: { code: string }) => area === null || country.code === area;
    if (!listed || !frame.countries.some(isAsked)) return null;
    const all = await this.sums.get(edition, () =>
      this.sumUp(reading, frame, edition, listed.pages),
    );
    const asked = all.filter(({ country }) => isAsked(country));
    const judged = await this.judgePage(reading, frame, edition, listed.page);
    const cells = asked.flatMap(({ country }) =>
      (judged.get(country.code) ?? []).map(({ cell }) => cell),
    );
    return tellQuality(release, asked, { ...listed, cells }, frame.indicators.length, lang);
  }

  /** Page after page: judging a hundred thousand cells at once would block all other requests for more than a second. */
  private async sumUp(
    reading: Reading,
    frame: Frame,
    edition: string,
    last: number,
  ): Promise<Sums> {
    const day = reading.release.publishedAt.slice(0, 10);
    const counters = frame.countries.map((country) => new QualityCounter(country, day));
    for (let page = 1; page <= last; page += 1) {
      const judged = await this.judgePage(reading, frame, edition, page);
      frame.countries.forEach(({ code }, at) => counters[at]?.add(judged.get(code) ?? []));
    }
    return counters.map((counter) => counter.sum());
  }

  /** The judged cells of a page, by country. */
  private judgePage({ em, release, at }: Reading, frame: Frame, edition: string, page: number) {
    return this.pages.get(`${edition} ${String(page)}`, async (): Promise<Judged> => {
      const indicators = rowsOnPage(frame.indicators, page, INDICATORS)?.rows ?? [];
      const codes = indicators.map(({ code }) => code);
      const hits = codes.flatMap((code) => frame.hits.get(code) ?? []);
      const rows = { ...(await readCells(em, at, codes)), hits };
      const day = release.publishedAt.slice(0, 10);
      const of = { indicators, cycles: frame.cycles };
      return new Map(
        frame.countries.map(({ code }) => [code, judgeCells(code, of, rows, day)] as const),
      );
    });
  }
}

async function readRelease({ em, at }: Reading) {
  const { areas, indicators, cycles, ...kept } = await readFrame(em, at);
  // no hits were kept with older releases, until a start of the server adds them
  const hits = kept.checked
    ? kept.hits.flatMap((one) => one.hits)
    : await checkTotals(await readTotals(em, at, null));
  return {
    ...{ indicators, cycles },
    countries: areas.filter(({ kind }) => kind === 'COUNTRY'),
    hits: Map.groupBy(hits, ({ indicator }) => indicator),
  };
}
