import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Access } from '../../graphql/access.ts';
import { Language } from '../../graphql/enums.ts';
import { OpenData } from '../publication/open-data.type.ts';
import { OpenDataService } from './open-data.service.ts';

@Resolver()
export class OpenDataResolver {
  constructor(private readonly data: OpenDataService) {}

  @Access('READ_RELEASE')
  @Query(() => OpenData, { nullable: true })
  openData(
    @Args('lang', { type: () => Language }) lang: Language,
    @Args('release', { type: () => ID, nullable: true }) release?: string,
  ): Promise<OpenData | null> {
    return this.data.openData(lang, release);
  }
}
