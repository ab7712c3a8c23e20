import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { Access } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { OpenData } from '../publication/open-data.type.ts';
import { Memo } from '../../http/memo.ts';
import { toIndicator } from '../publication/page-parts.ts';
import { PublicationService } from '../publication/publication.service.ts';
import type { Reading, ReadRelease } from '../publication/release.reader.ts';
import { CurrentRelease } from '../releases/current-release.ts';
import { downloadsOf, standardsOf } from './downloads.ts';
import { ExchangeService, type Opened } from './exchange.service.ts';
import { levelsCsv } from './formats/csv.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { readShares } from './release-contents.ts';
import type { ReleasedRow } from './released-rows.ts';

/** A release of up to this many rows is written in every format to measure its files, which takes less than a second. */
const MEASURED_ROWS = 5000;
/** How many results, each of one edition and language, are remembered. */
const REMEMBERED = 60;

type Sizes = ReadonlyMap<string, number>;
type Shares = Awaited<ReturnType<typeof readShares>>;

/** What can be downloaded, with its size. Reads the publication schema only. */
@Resolver()
export class OpenDataResolver {
  private readonly sizes = new Memo<Sizes>(REMEMBERED);
  private readonly shares = new Memo<Shares>(REMEMBERED);

  constructor(
    private readonly publication: PublicationService,
    private readonly exchange: ExchangeService,
    private readonly current: CurrentRelease,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Access('READ_RELEASE')
  @Query(() => OpenData, { nullable: true })
  async openData(
    @Lang() lang: Language,
    @Args('release', { type: () => ID, nullable: true }) number?: string,
  ): Promise<OpenData | null> {
    return this.publication.read(lang, number, (reading) => this.contentsOf(reading));
  }

  private async contentsOf(reading: Reading): Promise<OpenData> {
    const { release, lang, frame } = reading;
    const { indicators: shares, licences } = await this.sharesOf(reading);
    const shareOf = new Map(shares.map((share) => [share.code, share]));
    const indicators = frame.indicators.flatMap((indicator) => {
      const share = shareOf.get(indicator.code);
      return share ? [{ ...share, name: toIndicator(indicator, lang).name }] : [];
    });
    const total = (name: 'rows' | 'hidden') => indicators.reduce((sum, one) => sum + one[name], 0);
    const rows = total('rows');
    const sizes = rows > MEASURED_ROWS ? null : await this.sizesOf(release, lang);
    const isEmpty = indicators.length === 0;
    return {
      release,
      rows,
      hidden: total('hidden'),
      firstYear: isEmpty ? null : Math.min(...indicators.map(({ first }) => first)),
      lastYear: isEmpty ? null : Math.max(...indicators.map(({ last }) => last)),
      files: downloadsOf(release.number, lang).map((file) => ({
        ...file,
        bytes: sizes?.get(file.id) ?? null,
      })),
      standards: standardsOf(release, lang, this.settings.reportingOrganisation !== null),
      indicators,
      licences,
    };
  }

  /** Counted once for all releases with the same content, and again after a cell was withdrawn. */
  private async sharesOf({ em, at, frame, releases }: Reading): Promise<Shares> {
    const since = releases.get(frame.since)?.number ?? '';
    return this.shares.get(await this.current.editionOf(since), () => readShares(em, at));
  }

  /** Measured once for each edition and language. */
  private async sizesOf(release: ReadRelease, lang: Language): Promise<Sizes> {
    const key = `${await this.current.editionOf(release.number)}-${lang}`;
    return this.sizes.get(key, async () => measure(await this.exchange.open(release, lang, {})));
  }
}

/** Reads the rows once and measures them in every format. */
async function measure({ pages, ...context }: Opened): Promise<Sizes> {
  const read: (readonly ReleasedRow[])[] = [];
  for await (const page of pages) read.push(page);
  const sizes = new Map<string, number>();
  for (const format of [...EXPORT_FORMATS, levelsCsv]) {
    let bytes = 0;
    for await (const piece of format.write(read, context)) bytes += Buffer.byteLength(piece);
    sizes.set(format.id, bytes);
  }
  return sizes;
}
