import { BREAKDOWN_DIMENSIONS } from '@qadam/domain';
import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { db } from '../../database/db.ts';
import { type Actor, permit } from '../../graphql/access.ts';
import { problem } from '../../graphql/problem.ts';
import { AuditService } from '../audit/audit.service.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { DeskChange } from '../desk-changes/desk-change.ts';
import { ProblemError } from '../../graphql/problem-error.ts';
import { freeText, requiredText } from '../../graphql/free-text.ts';
import { Indicator } from '../indicators/indicator.entity.ts';
import { FORMAT_NAMES } from './formats/format.ts';
import { SeriesMapping } from './series-mapping.entity.ts';
import type {
  MapSeriesInput,
  MapSeriesPayload,
  SeriesMap,
  SeriesTotalInput,
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

  async list(actor: Actor, area: string): Promise<SeriesMap[]> {
    permit(actor, 'READ_SERIES_MAPPING', { area });
    await this.areas.get(this.em, area);
    return this.read(area);
  }

  async map(actor: Actor, input: MapSeriesInput): Promise<MapSeriesPayload> {
    permit(actor, 'MAP_SERIES', { area: input.area });
    await this.areas.get(this.em, input.area);
    const { problems } = await this.change.run(actor, 'MAP_SERIES', input, (em) =>
      this.write(em, actor, input),
    );
    return { mappings: await this.read(input.area), problems };
  }

  private async write(em: EntityManager, actor: Actor, input: MapSeriesInput): Promise<string> {
    const { area, format, indicator = null } = input;
    const series = requiredText(input.series, 'series', 'TEXT_REQUIRED');
    if (!FORMAT_NAMES.some((name) => name === format)) {
      throw new ProblemError(problem('UNKNOWN_FORMAT', 'format'));
    }
    const before = await db(em)
      .deleteFrom('work.series_mapping')
      .where('area', '=', area)
      .where('format', '=', format)
      .where('series', '=', series)
      .returning('indicator')
      .executeTakeFirst();
    if (indicator !== null) await this.insert(em, actor, input, { series, indicator });
    await this.audit.record(em, actor, 'MAP_SERIES', `${format} ${series}`, {
      area,
      before: before ?? null,
      after: indicator === null ? null : { indicator },
    });
    return series;
  }

  private async insert(
    em: EntityManager,
    actor: Actor,
    { area, format, totals, note }: MapSeriesInput,
    { series, indicator }: { series: string; indicator: string },
  ): Promise<void> {
    if ((await em.count(Indicator, { code: indicator })) === 0)
      throw new ProblemError(problem('UNKNOWN_INDICATOR', 'indicator', { text: indicator }));
    await em.insert(SeriesMapping, {
      ...{ area, format, series, indicator, totals: totalsOf(totals ?? []) },
      ...{ note: freeText(note, 'note'), mappedBy: actor.id },
    });
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

function totalsOf(totals: readonly SeriesTotalInput[]): Record<string, string> {
  const unknown = totals.find(
    ({ dimension }) => !BREAKDOWN_DIMENSIONS.some((one) => one === dimension),
  );
  if (unknown)
    throw new ProblemError(problem('UNKNOWN_CODE', 'totals', { text: unknown.dimension }));
  return Object.fromEntries(totals.map(({ dimension, code }) => [dimension, code.trim()]));
}
