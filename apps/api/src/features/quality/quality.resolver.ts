import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { QualityService } from './quality.service.ts';
import { DataQuality } from './quality.type.ts';

@Resolver()
export class QualityResolver {
  constructor(private readonly quality: QualityService) {}

  @Access('READ_QUALITY')
  @Query(() => DataQuality)
  dataQuality(
    @CurrentActor() actor: Actor,
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('cycle', { type: () => Int, nullable: true }) cycle: number | null = null,
  ): Promise<DataQuality> {
    return this.quality.read(actor, cycle, lang);
  }
}
