import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import {
  ConfirmSeriesInput,
  MapSeriesInput,
  MapSeriesPayload,
  SeriesMap,
} from './series-mapping.type.ts';
import { SeriesMappingService } from './series-mapping.service.ts';

@Resolver()
export class SeriesMappingResolver {
  constructor(private readonly mappings: SeriesMappingService) {}

  @Access('READ_SERIES_MAPPING')
  @Query(() => [SeriesMap])
  seriesMappings(@CurrentActor() actor: Actor, @Args('area', { type: () => ID }) area: string) {
    return this.mappings.seriesMappings(actor, area);
  }

  @Access('MAP_SERIES')
  @Mutation(() => MapSeriesPayload)
  mapSeries(@CurrentActor() actor: Actor, @Args('input') input: MapSeriesInput) {
    return this.mappings.mapSeries(actor, input);
  }

  @Access('CONFIRM_SERIES')
  @Mutation(() => MapSeriesPayload, { description: 'Confirms that a reporter’s mapping is right.' })
  confirmSeries(@CurrentActor() actor: Actor, @Args('input') input: ConfirmSeriesInput) {
    return this.mappings.confirmSeries(actor, input);
  }
}
