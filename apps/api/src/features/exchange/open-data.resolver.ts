import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { SETTINGS, type Settings } from '../../config/settings.ts';
import { PublicOrm } from '../../database/public-database.module.ts';
import { Access } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { pickText } from '../../graphql/local-text.type.ts';
import { OpenData } from '../publication/open-data.type.ts';
import { Memo } from '../../http/memo.ts';
import { type ReadRelease, readRelease } from '../publication/release.reader.ts';
import { CurrentRelease } from '../releases/current-release.ts';
import { downloadsOf, standardsOf } from './downloads.ts';
import { ExchangeService, type Opened } from './exchange.service.ts';
import { levelsCsv } from './formats/csv.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { readShares } from './release-contents.ts';
import type { ReleasedRow } from './released-rows.ts';

/** Up to so many rows a release is written in every format to know how large the files are: less than a second. */
const MEASURED_ROWS = 5000;
/** Editions and languages whose sizes are remembered. */
const REMEMBERED = 60;

type Sizes = ReadonlyMap<string, number>;

/** What can be taken away, said before it is. Reads the publication schema only. */
@Resolver()
export class OpenDataResolver {
  private readonly sizes = new Memo<Sizes>(REMEMBERED);

  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    private readonly current: CurrentRelease,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Access('READ_RELEASE')
  @Query(() => OpenData, { nullable: true })
  async openData(
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('release', { type: () => ID, nullable: true }) number?: string,
  ): Promise<OpenData | null> {
    const em = this.orm.em.fork();
    const release = await readRelease(em, lang, number);
    if (!release) return null;
    const { indicators, licences } = await readShares(em, release.sequence);
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
      indicators: indicators.map(({ name, ...indicator }) => ({
        ...indicator,
        name: pickText(name, lang),
      })),
      licences,
    };
  }

  /** Measured once for an edition. */
  private async sizesOf(release: ReadRelease, lang: Language): Promise<Sizes> {
    const key = `${await this.current.editionOf(release.number)}-${lang}`;
    return this.sizes.get(key, async () => measure(await this.exchange.open(release, lang, {})));
  }
}

/** Read once, written in every format. */
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
