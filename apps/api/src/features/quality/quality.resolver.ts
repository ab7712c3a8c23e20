import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { QualityService } from './quality.service.ts';
import { DataQuality, QualityYears } from './quality.type.ts';

@Resolver()
export class QualityResolver {
  constructor(private readonly quality: QualityService) {}

  @Access('READ_QUALITY')
  @Query(() => DataQuality)
  dataQuality(
    @CurrentActor() actor: Actor,
    @Lang() lang: Language,
    @Args('cycle', { type: () => Int, nullable: true }) cycle: number | null = null,
  ): Promise<DataQuality> {
    return this.quality.read(actor, cycle, lang);
  }

  @Access('READ_QUALITY')
  @Query(() => QualityYears)
  qualityYears(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Lang() lang: Language,
  ): Promise<QualityYears> {
    return this.quality.years(actor, area, lang);
  }
}
