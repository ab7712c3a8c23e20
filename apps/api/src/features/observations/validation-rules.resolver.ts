import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import type { Language } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import {
  SaveValidationRuleInput,
  TryValidationRuleInput,
} from '../framework/validation-rule.input.ts';
import {
  TriedRule,
  ValidationRule,
  ValidationRulePayload,
} from '../framework/validation-rule.type.ts';
import { ValidationRulesService } from './validation-rules.service.ts';

@Resolver()
export class ValidationRulesResolver {
  constructor(private readonly rules: ValidationRulesService) {}

  @Access('READ_FRAMEWORK')
  @Query(() => [ValidationRule], {
    description: 'All validation rules, including those that are switched off.',
  })
  validationRules(@CurrentActor() actor: Actor): Promise<ValidationRule[]> {
    return this.rules.list(actor);
  }

  @Access('READ_FRAMEWORK')
  @Query(() => TriedRule, {
    description: 'What a rule would say about the stored values. Nothing is changed.',
  })
  tryValidationRule(
    @CurrentActor() actor: Actor,
    @Args('input') input: TryValidationRuleInput,
    @Lang() lang: Language,
  ): Promise<TriedRule> {
    return this.rules.try(actor, input, lang);
  }

  @Access('EDIT_FRAMEWORK')
  @Mutation(() => ValidationRulePayload, {
    description: 'Creates or changes a validation rule, or switches it on or off.',
  })
  saveValidationRule(
    @CurrentActor() actor: Actor,
    @Args('input') input: SaveValidationRuleInput,
  ): Promise<ValidationRulePayload> {
    return this.rules.save(actor, input);
  }
}
