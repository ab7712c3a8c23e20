import { BREAKDOWN_DIMENSIONS, can, type Part } from '@qadam/domain';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { refused } from '../../graphql/problem.ts';
import { recordEvent } from '../audit/chain.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { FORMAT_NAMES } from './formats/format.ts';
import { SeriesMapping } from './series-mapping.entity.ts';
import { findJob } from './import-job.store.ts';
import { commonParts } from './import-row.store.ts';
import type {
  ConfirmSeriesInput,
  MapSeriesInput,
  MapSeriesPayload,
  SeriesMap,
  SeriesTotal,
} from './series-mapping.type.ts';

/** The table of which indicator each series of an office is; kept by officers. */
@Injectable()
export class SeriesMappingService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
  ) {}

  async seriesMappings(actor: Actor, area: string): Promise<SeriesMap[]> {
    permit(actor, 'READ_SERIES_MAPPING', { area });
    await this.areas.get(this.em, area);
    return this.read(area);
  }

  async mapSeries(actor: Actor, input: MapSeriesInput): Promise<MapSeriesPayload> {
    const { area, format, indicator = null, totals, note } = input;
    permit(actor, 'MAP_SERIES', { area });
    await this.areas.get(this.em, area);
    const { problems } = await this.change.run(actor, 'MAP_SERIES', input, async (em) => {
      const series = requiredText(input.series, 'series', 'TEXT_REQUIRED');
      if (!FORMAT_NAMES.some((name) => name === format)) throw refused('UNKNOWN_FORMAT', 'format');
      const before = await db(em)
        .deleteFrom('work.series_mapping')
        .where((eb) => eb.and({ area, format, series }))
        .returning(['indicator', 'totals'])
        .executeTakeFirst();
      let after: Pick<SeriesMapping, 'indicator' | 'totals'> | null = null;
      if (indicator !== null) {
        if ((await em.count(Indicator, { code: indicator })) === 0)
          throw refused('UNKNOWN_INDICATOR', 'indicator', { text: indicator });
        const common = await this.commonOf(em, area, series, input.import ?? null);
        after = { indicator, totals: { ...common, ...totalsOf(totals ?? []) } };
        const said = {
          note: freeText(note, 'note'),
          mappedBy: actor.id,
          confirmedBy: can(actor, 'CONFIRM_SERIES', { area }) === 'ALLOWED' ? actor.id : null,
        };
        await em.insert(SeriesMapping, { area, format, series, ...after, ...said });
      }
      await recordEvent(em, actor, 'MAP_SERIES', `${format} ${series}`, {
        area,
        before: before ?? null,
        after,
      });
      return series;
    });
    return { mappings: await this.read(area), problems };
  }

  async confirmSeries(actor: Actor, input: ConfirmSeriesInput): Promise<MapSeriesPayload> {
    const { area, format, series } = input;
    permit(actor, 'CONFIRM_SERIES', { area });
    await this.areas.get(this.em, area);
    const { problems } = await this.change.run(actor, 'CONFIRM_SERIES', input, async (em) => {
      const confirmed = await em.nativeUpdate(
        SeriesMapping,
        { area, format, series },
        { confirmedBy: actor.id },
      );
      if (confirmed === 0) throw refused('UNKNOWN_SERIES', 'series');
      await recordEvent(em, actor, 'CONFIRM_SERIES', `${format} ${series}`, { area });
      return series;
    });
    return { mappings: await this.read(area), problems };
  }

  /** The codes, by dimension, that all rows of a series share in a file. */
  private async commonOf(
    em: EntityManager,
    area: string,
    series: string,
    job: string | null,
  ): Promise<Partial<Part>> {
    const found = job === null ? null : await findJob(em, job);
    if (found === null) return {};
    if (found.area !== area) throw new ApiError('NOT_FOUND');
    return commonParts(em, found.job, series);
  }

  private async read(area: string): Promise<SeriesMap[]> {
    const mappings = await db(this.em.fork())
      .selectFrom('work.series_mapping')
      .select(['area', 'format', 'series', 'indicator', 'note', 'totals'])
      .select((eb) => eb('confirmed_by', 'is not', null).$castTo<boolean>().as('confirmed'))
      .where('area', '=', area)
      .orderBy('format')
      .orderBy('series')
      .execute();
    return mappings.map(({ totals, ...mapping }) => ({
      ...mapping,
      totals: Object.entries(totals)
        .map(([dimension, code]) => ({ dimension, code }))
        .sort((a, b) => a.dimension.localeCompare(b.dimension)),
    }));
  }
}

function totalsOf(totals: readonly SeriesTotal[]): Record<string, string> {
  const dimensions: readonly string[] = BREAKDOWN_DIMENSIONS;
  const unknown = totals.find(({ dimension }) => !dimensions.includes(dimension));
  if (unknown) throw refused('UNKNOWN_CODE', 'totals', { text: unknown.dimension });
  return Object.fromEntries(totals.map(({ dimension, code }) => [dimension, code.trim()]));
}
