import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IndicatorRole } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Release } from './release.type.ts';

@ObjectType()
export class ListedAction {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) title!: LocalText;
}

@ObjectType()
export class ListedUse {
  @Field(() => ID) action!: string;
  @Field(() => IndicatorRole) role!: IndicatorRole;
}

@ObjectType()
export class ListedIndicator {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => [ListedUse]) uses!: ListedUse[];
  @Field(() => Int, { description: 'Areas with a value, shown or hidden.' }) known!: number;
}

@ObjectType({ description: 'Every indicator of a release, with or without values.' })
export class IndicatorList {
  @Field(() => Release) release!: Release;
  @Field(() => [ListedAction]) actions!: ListedAction[];
  @Field(() => [ListedIndicator]) indicators!: ListedIndicator[];
}
