import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  ApiToken,
  ApiTokenPayload,
  CreateApiTokenInput,
  RevokeApiTokenInput,
} from './api-token.type.ts';
import { ApiTokensService } from './api-tokens.service.ts';

@Resolver()
export class ApiTokensResolver {
  constructor(private readonly tokens: ApiTokensService) {}

  @Access('READ_TOKENS')
  @Query(() => [ApiToken], { description: 'Newest first.' })
  apiTokens(
    @CurrentActor() actor: Actor,
    @Args('area', { type: () => ID }) area: string,
    @Lang() lang: Language,
  ): Promise<ApiToken[]> {
    return this.tokens.tokens(actor, area, lang);
  }

  @Access('MANAGE_TOKENS')
  @Mutation(() => ApiTokenPayload)
  createApiToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateApiTokenInput,
  ): Promise<ApiTokenPayload> {
    return this.tokens.create(actor, input);
  }

  @Access('MANAGE_TOKENS')
  @Mutation(() => ApiTokenPayload, { description: 'Revokes a token. It is refused from now on.' })
  revokeApiToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: RevokeApiTokenInput,
  ): Promise<ApiTokenPayload> {
    return this.tokens.revoke(actor, input);
  }
}
