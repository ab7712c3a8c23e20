import {
  Args,
  ArgsType,
  Field,
  ID,
  Info,
  Int,
  Query,
  Resolver,
  type ReturnTypeFuncValue,
} from '@nestjs/graphql';
import { applyDecorators } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { Access } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { Lang, Nullable } from '../../graphql/fields.ts';
import { asksOf, asksOnly } from '../../graphql/selection.ts';
import {
  ActionPage,
  CountryPage,
  IndicatorList,
  IndicatorPage,
  PublicHelpLine,
  Scorecard,
  SourceUse,
} from './pages.type.ts';
import { ChangeLogEntry, Changes, MAX_LOGGED, MAX_OF_CLASS } from './changes.type.ts';
import { Comparison } from './comparison.type.ts';
import { MAX_COMPARED_PARTS, readBreakdowns, readComparedParts } from './breakdowns.reader.ts';
import { readComparison } from './comparison.reader.ts';
import { type Figures, FIGURES } from './figures.reader.ts';
import { asksLevelsOnly, type Levels, readLevels } from './levels.reader.ts';
import {
  readActions,
  readAreas,
  readHelpLines,
  readIndicatorList,
  readSources,
} from './lists.reader.ts';
import { QualityReader } from './quality.reader.ts';
import { readScorecard } from './scorecard.reader.ts';
import { search } from './search.reader.ts';
import { PublicationService } from './publication.service.ts';
import { PublishedQuality } from './published-quality.type.ts';
import { Area, Release } from './page-parts.type.ts';
import { ActionSummary } from './progress.type.ts';
import { Breakdowns, ComparedParts, Values } from './series.type.ts';
import { SearchHit } from './search-hit.type.ts';
import { MAX_INDICATORS, readValues } from './values.reader.ts';

/** A query for a page of a release; null if there is no such release, or nothing with that name in it. */
const Page = (type: ReturnTypeFuncValue, description = '') =>
  applyDecorators(
    Access('READ_RELEASE'),
    Query(() => type, { nullable: true, ...(description && { description }) }),
  );

const InOneCountry = { type: () => ID, nullable: true } as const;

/** Page numbers instead of cursors: a page needs a lasting address, and within a release nothing moves from one page to another. */
const PageNumber = () => Args('page', { type: () => Int, nullable: true });

@ArgsType()
class OfRelease {
  @Field(() => Language) lang!: Language;
  @Nullable(ID) release?: string;
}

@ArgsType()
class OfYear extends OfRelease {
  /** A year before that of the release: figures of later years are left out, plans are those of the release. */
  @Nullable(Int) year?: number;
}

@ArgsType()
class OfChanges {
  @Field(() => Language) lang!: Language;
  @Nullable(ID) from?: string;
  @Nullable(ID) to?: string;
  @Nullable(ID) area?: string;
  @Nullable(String) since?: string;
  @Nullable(Int, 'Start from the newest release whose figures are as of this year.')
  fromYear?: number;
  @Nullable(
    Int,
    `How many changes of each class are listed: ${String(MAX_OF_CLASS)} if absent, and at most.`,
  )
  perClass?: number;
}

@ArgsType()
class OfLog extends OfRelease {
  @Nullable(ID) action?: string;
  @Nullable(ID) area?: string;
}

@ArgsType()
class OfParts extends OfRelease {
  @Field(() => ID) code!: string;
  @Field(() => ID) area!: string;
  @Nullable(Int) from?: number;
  @Nullable(Int) to?: number;
  @Nullable(ID) part?: string;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Nullable(ID) after?: string;
}

@ArgsType()
class OfComparedParts extends OfRelease {
  @Field(() => ID) code!: string;
  @Field(() => Int) from!: number;
  @Field(() => Int) to!: number;
}

@ArgsType()
class OfIndicators extends OfRelease {
  @Nullable(ID) action?: string;
  @Nullable(Int) first?: number;
  @Nullable(ID) after?: string;
}

@ArgsType()
class OfValues extends OfRelease {
  @Nullable([ID]) indicators?: string[];
  @Nullable([ID]) areas?: string[];
  @Nullable(Int) from?: number;
  @Nullable(Int) to?: number;
  @Nullable(ID) part?: string;
  @Field(() => Int, { defaultValue: 50 }) first!: number;
  @Nullable(ID) after?: string;
}

@Resolver()
export class PublicationResolver {
  constructor(
    private readonly publication: PublicationService,
    private readonly quality: QualityReader,
  ) {}

  @Access('READ_RELEASE')
  @Query(() => [Release], { description: 'All releases, newest first.' })
  releases(@Lang() lang: Language): Promise<Release[]> {
    return this.publication.releases(lang);
  }

  @Page(
    Scorecard,
    'The scorecard. `area` limits it to the cells of one country and those of all countries together.',
  )
  scorecard(
    @Args() { lang, release, year }: OfYear,
    @Args('area', InOneCountry) area: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Scorecard | Levels | null> {
    return this.publication.read<Scorecard | Levels | null>(lang, release, (reading) =>
      year == null && asksLevelsOnly(info)
        ? readLevels(reading, area)
        : readScorecard(reading, asksOf(info), year, area),
    );
  }

  @Page(
    ActionPage,
    'One action. Its indicators that are not headline indicators come page by page, 50 on each.',
  )
  action(
    @Args('code', { type: () => ID }) code: string,
    @Args() { lang, release, year }: OfYear,
    @PageNumber() page: number | undefined,
  ): Promise<ActionPage | null> {
    return this.publication.action(code, lang, release, year, page);
  }

  @Page(
    IndicatorPage,
    'One indicator. `area` limits its series and its law to one country; what is about all countries together stays.',
  )
  indicator(
    @Args('code', { type: () => ID }) code: string,
    @Args() { lang, release }: OfRelease,
    @Args('area', InOneCountry) area: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IndicatorPage | Figures | null> {
    return asksOnly(info, FIGURES)
      ? this.publication.figures(code, lang, release, area)
      : this.publication.indicator(code, lang, release, asksOf(info), area);
  }

  @Page(
    Breakdowns,
    'The parts of an indicator in one area, newest year first. `from` and `to` are years. `part`, as SEX|AGE|URBANISATION|REGION|BREAKDOWN, gives the years of one part only.',
  )
  breakdowns(@Args() { lang, release, ...asked }: OfParts): Promise<Breakdowns | null> {
    return this.publication.read(lang, release, (reading) => readBreakdowns(reading, asked));
  }

  @Page(
    [ComparedParts],
    `For each breakdown of an indicator, its parts in the first and in the last year with data between two years. A breakdown into more than ${String(MAX_COMPARED_PARTS)} parts is left out.`,
  )
  comparedParts(
    @Args() { lang, release, ...asked }: OfComparedParts,
  ): Promise<ComparedParts[] | null> {
    return this.publication.read(lang, release, (reading) => readComparedParts(reading, asked));
  }

  @Page([Area], 'The countries, and the four of them together (CA4).')
  areas(@Args() { lang, release }: OfRelease): Promise<Area[] | null> {
    return this.publication.read(lang, release, (reading) => Promise.resolve(readAreas(reading)));
  }

  @Page([ActionSummary], 'All actions.')
  actions(@Args() { lang, release }: OfRelease): Promise<ActionSummary[] | null> {
    return this.publication.read(lang, release, (reading) => Promise.resolve(readActions(reading)));
  }

  @Page(
    IndicatorList,
    'All indicators in the order of their codes, or those of one action. With `first` (at most 200) they come page by page.',
  )
  indicators(
    @Args() { lang, release, ...asked }: OfIndicators,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IndicatorList | null> {
    return this.publication.read(lang, release, (reading) =>
      readIndicatorList(reading, asked, asksOf(info)),
    );
  }

  @Page(
    Values,
    `The values of a release, page by page (\`first\` is at most 200), ordered by indicator, area, year and part. \`indicators\` (at most ${String(MAX_INDICATORS)}), \`areas\`, \`from\` and \`to\` (years) and \`part\` limit them. \`part\` is SEX|AGE|URBANISATION|REGION|BREAKDOWN; _T|_T|_T|_T|_T is the total. Name the release if you are going to ask for further pages.`,
  )
  values(@Args() { lang, release, ...asked }: OfValues): Promise<Values | null> {
    return this.publication.read(lang, release, (reading) => readValues(reading, asked));
  }

  @Page(
    Comparison,
    'Up to four indicators side by side. Codes that the release does not have are left out; without codes, the indicators that most areas report.',
  )
  compare(
    @Args('indicators', { type: () => [ID], defaultValue: [] }) indicators: string[],
    @Args() { lang, release }: OfRelease,
  ): Promise<Comparison | null> {
    return this.publication.read(lang, release, (reading) => readComparison(reading, indicators));
  }

  @Page(
    CountryPage,
    'One country. Its indicators that are not headline indicators come page by page, 100 on each.',
  )
  country(
    @Args('iso3', { type: () => ID }) iso3: string,
    @Args() { lang, release, year }: OfYear,
    @PageNumber() page: number | undefined,
  ): Promise<CountryPage | null> {
    return this.publication.country(iso3, lang, release, year, page);
  }

  @Page([PublicHelpLine], 'Where people find help, by country, as the newest release has it.')
  helpLines(@Lang() lang: Language): Promise<PublicHelpLine[] | null> {
    return this.publication.read(lang, null, readHelpLines);
  }

  @Page(
    [SourceUse],
    'Every source that a release names, with its licence, in the order of publishers.',
  )
  sources(
    @Args('release', { type: () => ID, nullable: true }) release?: string,
  ): Promise<SourceUse[] | null> {
    return this.publication.read('en', release, readSources);
  }

  @Page(
    PublishedQuality,
    'How complete, timely and coherent the figures of a release are, and how often they were revised. Cells come page by page, 100 indicators on each. `area` limits it to one country.',
  )
  dataQuality(
    @Args() { lang, release }: OfRelease,
    @PageNumber() page: number | undefined,
    @Args('area', { type: () => ID, nullable: true }) area?: string,
  ): Promise<PublishedQuality | null> {
    return this.publication.read(lang, release, (reading) =>
      this.quality.read(reading, area, page),
    );
  }

  @Page(
    Changes,
    'What changed between two releases, by default between the last two. `since` is a day (2026-11-25): the comparison starts from the release that was current at the end of that day in Bishkek (UTC+6). `fromYear` starts from the newest release whose figures are as of that year. `area` limits it to one country or CA4.',
  )
  changes(@Args() asked: OfChanges): Promise<Changes | null> {
    return this.publication.changes(asked);
  }

  @Page(
    [ChangeLogEntry],
    `What each of the last ${String(MAX_LOGGED)} releases changed, newest first: for an action with its indicators, for a country, or for everything. New values are only counted.`,
  )
  changeLog(@Args() asked: OfLog): Promise<ChangeLogEntry[] | null> {
    return this.publication.changeLog(asked);
  }

  @Page(
    [SearchHit],
    'Actions, indicators, countries and pages of the site whose name or text has every word of `q`, in any of the six languages.',
  )
  search(@Args('q') q: string, @Args() { lang, release }: OfRelease): Promise<SearchHit[] | null> {
    return search(this.publication.em, q, lang, release);
  }
}
