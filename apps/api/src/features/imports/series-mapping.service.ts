import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { refused } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { FORMAT_NAMES } from './formats/format.ts';
import { SeriesMapping } from './series-mapping.entity.ts';
import type {
  MapSeriesInput,
  MapSeriesPayload,
  SeriesMap,
  SeriesTotal,
} from './series-mapping.type.ts';

/** The officer's table of what the offices' series are. */
@Injectable()
export class SeriesMappingService {
  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly change: DeskChange,
    private readonly audit: AuditService,
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
        .returning('indicator')
        .executeTakeFirst();
      if (indicator !== null) {
        if ((await em.count(Indicator, { code: indicator })) === 0)
          throw refused('UNKNOWN_INDICATOR', 'indicator', { text: indicator });
        const mapping = { area, format, series, indicator, totals: totalsOf(totals ?? []) };
        const said = { note: freeText(note, 'note'), mappedBy: actor.id };
        await em.insert(SeriesMapping, { ...mapping, ...said });
      }
      await this.audit.record(em, actor, 'MAP_SERIES', `${format} ${series}`, {
        area,
        before: before ?? null,
        after: indicator === null ? null : { indicator },
      });
      return series;
    });
    return { mappings: await this.read(area), problems };
  }

  private async read(area: string): Promise<SeriesMap[]> {
    const mappings = await db(this.em.fork())
      .selectFrom('work.series_mapping')
      .select(['area', 'format', 'series', 'indicator', 'note', 'totals'])
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
