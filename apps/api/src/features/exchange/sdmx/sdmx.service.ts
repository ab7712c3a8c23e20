import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { translator, type Language } from '@qadam/i18n';
import { SETTINGS, type Settings } from '../../../config/settings.ts';
import { PublicOrm } from '../../../database/public-database.module.ts';
import { permit } from '../../../graphql/access.ts';
import { readReleases, releaseAt, type ReadRelease } from '../../publication/release.reader.ts';
import { ExchangeService } from '../exchange.service.ts';
import { citationOf, type Pages } from '../export-format.ts';
import type { ReleaseContents } from '../release-contents.ts';
import type { RowFilter } from '../row-filter.ts';
import { availableAmong, availableIndicators, type Available } from './availability.ts';
import { readCategories } from './categories.ts';
import { codeLists, type CodeLists } from './code-lists.ts';
import { INDICATORS, LEVELS, type Observation } from './cube.ts';
import { isChosen, notChosen, selectionOf, type DataQuery } from './data-query.ts';
import { readDomain, readUsed, type Domain } from './domain.reader.ts';
import {
  changedAfter,
  goneSince,
  indicatorChoices,
  rowFilter,
  toObservation,
} from './indicator-cube.ts';
import { levelChoices, levelObservations } from './level-cube.ts';
import type { MessageContext } from './message-context.ts';
import { readMetadataSets, type MetadataQuery, type MetadataSet } from './metadata-sets.ts';
import { limited, skipped } from './per-series.ts';
import { SdmxError } from './sdmx-error.ts';
import { isSelected } from './selection.ts';
import type { ReleaseContext, StructureContext } from './structures.ts';
import { targetChoices, targetObservations } from './target-cube.ts';
import { ManyTexts } from './texts.ts';

/** A release with everything that a message about it refers to. */
export interface OpenRelease {
  release: ReadRelease;
  /** All releases, newest first. */
  releases: readonly ReadRelease[];
  /** Sequence of a release → when it was published. */
  published: ReadonlyMap<number, string>;
  lang: Language;
  contents: ReleaseContents;
  domain: Domain;
  texts: ManyTexts;
  lists: CodeLists;
}

export interface Answer {
  /** The observations are read while the caller iterates; it can iterate once only. */
  pages: Pages<Observation>;
  gone: readonly Observation[];
  size: number;
}

/** An answer with more observations is not grouped by another dimension than time. */
const MAX_SORTED = 50_000;

/** Released cells as SDMX cubes. Reads the publication schema only. */
@Injectable()
export class SdmxService {
  constructor(
    private readonly orm: PublicOrm,
    private readonly exchange: ExchangeService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The release that was current at a time; the newest if no time is given. */
  async open(lang: Language, asOf?: Date): Promise<OpenRelease> {
    permit(null, 'READ_RELEASE', {});
    const em = this.em();
    const releases = await readReleases(em, lang);
    const release = asOf === undefined ? releases[0] : releaseAt(releases, asOf);
    if (!release) throw new SdmxError('NO_RESULTS', 'Nothing was released by then.');
    const contents = await this.exchange.contents(release, { anyOf: [] });
    const domain = await readDomain(em, release.sequence);
    const [texts, pages, levels] = await Promise.all([
      ManyTexts.of('sdmx'),
      ManyTexts.of('public'),
      ManyTexts.of('levels'),
    ]);
    const lists = codeLists(domain, contents, texts, pages, levels);
    const published = new Map(releases.map((one) => [one.sequence, one.publishedAt]));
    return { release, releases, published, lang, contents, domain, texts, lists };
  }

  releaseContext({ lists, texts, lang, release }: OpenRelease): ReleaseContext {
    return { lists, texts, lang, release, origin: this.settings.publicOrigin };
  }

  async structureContext(open: OpenRelease): Promise<StructureContext> {
    const { release, contents } = open;
    return {
      ...this.releaseContext(open),
      categories: await readCategories(this.em(), release.sequence, contents),
      pages: await ManyTexts.of('public'),
    };
  }

  async messageContext(
    open: OpenRelease,
    { cube, shown }: DataQuery,
    size: number,
  ): Promise<MessageContext> {
    const { release, lang } = open;
    const url = `${this.settings.publicOrigin}/${lang}?release=${release.number}`;
    const citation = citationOf({ release, t: await translator(lang, 'files') }, url);
    return { ...this.releaseContext(open), cube, shown, size, citation };
  }

  async available(open: OpenRelease, query: DataQuery): Promise<Omit<Available, 'component'>> {
    if (query.cube !== INDICATORS)
      return availableAmong(query.cube, await this.observations(open, query));
    return this.used(open, query);
  }

  metadataSets({ release }: OpenRelease, query: MetadataQuery): Promise<MetadataSet[]> {
    return readMetadataSets(this.em(), release.sequence, query);
  }

  /** For each dimension the codes that could be chosen instead, while the choices at the other dimensions stay. */
  async selectable(open: OpenRelease, query: DataQuery): Promise<Omit<Available, 'component'>> {
    const chosen = query.cube.dimensions.filter(({ id }) => isChosen(query, id));
    const besides = new Map(chosen.map(({ id }) => [id, notChosen(query, id)]));
    if (query.cube === INDICATORS) return this.used(open, query, besides);
    const exact = await this.available(open, query);
    const values = new Map(exact.values);
    for (const [id, other] of besides)
      values.set(id, (await this.available(open, other)).values.get(id) ?? []);
    return { ...exact, values };
  }

  /** One statement for all questions: it reads every row that passes one of their filters. */
  private async used(
    open: OpenRelease,
    query: DataQuery,
    besides: ReadonlyMap<string, DataQuery> = new Map(),
  ): Promise<Omit<Available, 'component'>> {
    const others = new Map([...besides].map(([id, other]) => [id, filterOf(open, other)]));
    const { sequence } = open.release;
    const used = await readUsed(this.em(), sequence, filterOf(open, query), others);
    return availableIndicators(used, open.contents);
  }

  async answer(open: OpenRelease, query: DataQuery): Promise<Answer> {
    const answer =
      query.cube === INDICATORS
        ? await this.indicators(open, query)
        : inMemory(await this.observations(open, query));
    const { first, last, offset, limit = Infinity, layout } = query;
    const isSorted = layout !== 'AllDimensions' && layout !== 'TIME_PERIOD';
    if (isSorted && answer.size > MAX_SORTED)
      throw new SdmxError(
        'TOO_LARGE',
        `More than ${String(MAX_SORTED)} observations are not grouped by ${layout}; ask for fewer, or for AllDimensions.`,
      );
    const perSeries =
      first === undefined && last === undefined ? answer.pages : limited(answer.pages, query);
    const isComplete = offset === 0 && limit === Infinity;
    return {
      ...answer,
      size: Math.min(Math.max(0, answer.size - offset), limit),
      pages: isComplete ? perSeries : skipped(perSeries, offset, limit),
    };
  }

  private async indicators(open: OpenRelease, query: DataQuery): Promise<Answer> {
    const filter = filterOf(open, query);
    const since = sinceOf(open, query);
    const wanted = since === undefined ? filter : changedAfter(filter, since);
    const { pages, contents } = await this.exchange.open(open.release, open.lang, wanted);
    const naming = { contents, texts: await ManyTexts.of('files'), published: open.published };
    return {
      size: contents.rows,
      gone:
        since === undefined
          ? []
          : await goneSince(this.em(), open.release.sequence, since, filter, contents),
      pages: mapped(pages, (row) => toObservation(row, naming)),
    };
  }

  /** Observations of the small cubes, targets and levels. */
  private async observations(open: OpenRelease, query: DataQuery): Promise<Observation[]> {
    const { release, contents, published } = open;
    const isLevels = query.cube === LEVELS;
    const all = isLevels
      ? levelObservations(contents, release, published)
      : await targetObservations(this.em(), release.sequence, contents, published);
    const choices = isLevels ? levelChoices(contents, release) : targetChoices(all, contents);
    const selection = selectionOf(query, choices);
    return all.filter(
      (observation) =>
        isSelected(selection, query.cube, observation) &&
        (query.updatedAfter === undefined || new Date(observation.updated) > query.updatedAfter),
    );
  }

  /** A fork of its own, because an answer is still read after its request has ended. */
  private em(): EntityManager {
    return this.orm.em.fork();
  }
}

const filterOf = ({ domain, contents }: OpenRelease, query: DataQuery): RowFilter =>
  rowFilter(selectionOf(query, indicatorChoices(domain, contents)), domain, contents);

/** The release that the client has; the answer holds everything that came after it. 0 if it has none. */
function sinceOf({ releases }: OpenRelease, { updatedAfter }: DataQuery): number | undefined {
  if (updatedAfter === undefined) return undefined;
  return releaseAt(releases, updatedAfter)?.sequence ?? 0;
}

function inMemory(observations: readonly Observation[]): Answer {
  return { size: observations.length, gone: [], pages: [observations] };
}

async function* mapped<T, U>(
  pages: AsyncIterable<readonly T[]>,
  one: (item: T) => U,
): AsyncGenerator<readonly U[]> {
  for await (const page of pages) yield page.map(one);
}
