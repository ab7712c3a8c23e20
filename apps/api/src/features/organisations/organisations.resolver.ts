import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  ChangeOrganisationInput,
  CreateOrganisationInput,
  HandOverInput,
} from './organisation.input.ts';
import {
  AreaName,
  HandOverPayload,
  Organisation,
  OrganisationPayload,
} from './organisation.type.ts';
import { OrganisationsService } from './organisations.service.ts';

@Resolver()
export class OrganisationsResolver {
  constructor(private readonly service: OrganisationsService) {}

  @Access('READ_ADMINISTRATION')
  @Query(() => [Organisation])
  organisations(@CurrentActor() actor: Actor): Promise<Organisation[]> {
    return this.service.list(actor);
  }

  @Access('READ_ADMINISTRATION')
  @Query(() => [AreaName], { description: 'The areas that accounts and bodies can belong to.' })
  areaNames(@CurrentActor() actor: Actor, @Lang() lang: Language): Promise<AreaName[]> {
    return this.service.areas(actor, lang);
  }

  @Access('MANAGE_ORGANISATIONS')
  @Mutation(() => OrganisationPayload)
  createOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateOrganisationInput,
  ): Promise<OrganisationPayload> {
    return this.service.create(actor, input);
  }

  @Access('MANAGE_ORGANISATIONS')
  @Mutation(() => OrganisationPayload)
  changeOrganisation(
    @CurrentActor() actor: Actor,
    @Args('input') input: ChangeOrganisationInput,
  ): Promise<OrganisationPayload> {
    return this.service.changeOne(actor, input);
  }

  @Access('MANAGE_ORGANISATIONS')
  @Mutation(() => HandOverPayload)
  handOverAssignments(
    @CurrentActor() actor: Actor,
    @Args('input') input: HandOverInput,
  ): Promise<HandOverPayload> {
    return this.service.handOver(actor, input);
  }
}
