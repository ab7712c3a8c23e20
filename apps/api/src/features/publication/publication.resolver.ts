import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Access } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import {
  ActionPage,
  CountryPage,
  IndicatorList,
  IndicatorPage,
  PublicHelpLine,
  Scorecard,
  SourceUse,
} from './pages.type.ts';
import { ChangeLogEntry, Changes, MAX_LOGGED } from './changes.type.ts';
import { Comparison } from './comparison.type.ts';
import { PublicationService } from './publication.service.ts';
import { PublishedQuality } from './published-quality.type.ts';
import { Release } from './page-parts.type.ts';
import { SearchHit } from './search-hit.type.ts';

const Lang = () => Args('lang', { type: () => Language });
/** An argument that may be left out. */
const Optional = (name: string) => Args(name, { type: () => ID, nullable: true });

/** A year before the one of the release: figures of later years are left out, plans are those of the release. */
const Year = () => Args('year', { type: () => Int, nullable: true });

@Resolver()
export class PublicationResolver {
  constructor(private readonly publication: PublicationService) {}

  @Access('READ_RELEASE')
  @Query(() => [Release], { description: 'All releases, newest first.' })
  releases(@Lang() lang: Language): Promise<Release[]> {
    return this.publication.releases(lang);
  }

  @Access('READ_RELEASE')
  @Query(() => Scorecard, { nullable: true })
  scorecard(
    @Lang() lang: Language,
    @Optional('release') release?: string,
    @Year() year?: number,
  ): Promise<Scorecard | null> {
    return this.publication.scorecard(lang, release, year);
  }

  @Access('READ_RELEASE')
  @Query(() => ActionPage, { nullable: true })
  action(
    @Args('code', { type: () => ID }) code: string,
    @Lang() lang: Language,
    @Optional('release') release?: string,
    @Year() year?: number,
  ): Promise<ActionPage | null> {
    return this.publication.action(code, lang, release, year);
  }

  @Access('READ_RELEASE')
  @Query(() => IndicatorPage, { nullable: true })
  indicator(
    @Args('code', { type: () => ID }) code: string,
    @Lang() lang: Language,
    @Optional('release') release?: string,
  ): Promise<IndicatorPage | null> {
    return this.publication.indicator(code, lang, release);
  }

  @Access('READ_RELEASE')
  @Query(() => IndicatorList, { nullable: true })
  indicators(
    @Lang() lang: Language,
    @Optional('release') release?: string,
  ): Promise<IndicatorList | null> {
    return this.publication.indicators(lang, release);
  }

  @Access('READ_RELEASE')
  @Query(() => Comparison, {
    nullable: true,
    description:
      'Up to four indicators side by side; codes a release does not have are left out. Without any, those that most areas report.',
  })
  compare(
    @Args('indicators', { type: () => [ID], defaultValue: [] }) indicators: string[],
    @Lang() lang: Language,
    @Optional('release') release?: string,
  ): Promise<Comparison | null> {
    return this.publication.compare(indicators, lang, release);
  }

  @Access('READ_RELEASE')
  @Query(() => CountryPage, { nullable: true })
  country(
    @Args('iso3', { type: () => ID }) iso3: string,
    @Lang() lang: Language,
    @Optional('release') release?: string,
    @Year() year?: number,
  ): Promise<CountryPage | null> {
    return this.publication.country(iso3, lang, release, year);
  }

  @Access('READ_RELEASE')
  @Query(() => [PublicHelpLine], {
    nullable: true,
    description: 'Where help is found, by country, as the newest release says it.',
  })
  helpLines(@Lang() lang: Language): Promise<PublicHelpLine[] | null> {
    return this.publication.helpLines(lang);
  }

  @Access('READ_RELEASE')
  @Query(() => [SourceUse], {
    nullable: true,
    description: 'Every source that a release names, with its licence; by publisher.',
  })
  sources(@Optional('release') release?: string): Promise<SourceUse[] | null> {
    return this.publication.sources(release);
  }

  @Access('READ_RELEASE')
  @Query(() => PublishedQuality, {
    nullable: true,
    description:
      'How complete, timely, coherent and often revised the figures of a release are. area narrows it to one country.',
  })
  dataQuality(
    @Lang() lang: Language,
    @Optional('release') release?: string,
    @Optional('area') area?: string,
  ): Promise<PublishedQuality | null> {
    return this.publication.quality(lang, release, area);
  }

  @Access('READ_RELEASE')
  @Query(() => Changes, {
    nullable: true,
    description:
      'What changed from one release to another; by default from the last but one to the last. since is a day (2026-11-25): from the release that stood at its end (UTC); fromYear: from the newest release whose figures are as of that year. area narrows it to one country or CA4.',
  })
  changes(
    @Lang() lang: Language,
    @Optional('from') from?: string,
    @Optional('to') to?: string,
    @Optional('area') area?: string,
    @Args('since', { type: () => String, nullable: true }) since?: string,
    @Args('fromYear', {
      type: () => Int,
      nullable: true,
      description: 'Since the newest release whose figures are as of this year.',
    })
    fromYear?: number,
  ): Promise<Changes | null> {
    return this.publication.changes({ from, since, to, fromYear, area, lang });
  }

  @Access('READ_RELEASE')
  @Query(() => [ChangeLogEntry], {
    nullable: true,
    description: `What each of the last ${String(MAX_LOGGED)} releases changed, newest first: of an action with its indicators, of a country, or of everything. New values are counted and not told.`,
  })
  changeLog(
    @Lang() lang: Language,
    @Optional('action') action?: string,
    @Optional('area') area?: string,
    @Optional('release') release?: string,
  ): Promise<ChangeLogEntry[] | null> {
    return this.publication.changeLog({ action, area, release, lang });
  }

  @Access('READ_RELEASE')
  @Query(() => [SearchHit], {
    nullable: true,
    description:
      'Actions, indicators, countries and pages of the site whose name or text holds every word of q, in any of the six languages.',
  })
  search(
    @Args('q') q: string,
    @Lang() lang: Language,
    @Optional('release') release?: string,
  ): Promise<SearchHit[] | null> {
    return this.publication.search(q, lang, release);
  }
}
