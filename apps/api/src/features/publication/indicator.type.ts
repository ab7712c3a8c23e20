import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Direction, IndicatorKind, IndicatorRole, Scope, ValueType } from '../../graphql/enums.ts';
import { IndicatorFields } from '../../graphql/plain-fields.type.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { LawElement } from '../../graphql/law-element.type.ts';

@ObjectType()
export class SheetEntry {
  @Field(() => String) key!: string;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class Indicator extends IndicatorFields {
  @Field(() => ID) code!: string;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Scope) scope!: Scope;
  @Field(() => Direction) direction!: Direction;
  @Field(() => ValueType) valueType!: ValueType;
  @Field(() => String) regionalMethod!: string;
  @Field(() => Int) decimals!: number;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => DecimalScalar) multiplier!: string;
  @Field(() => DecimalScalar, { nullable: true }) min!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) max!: string | null;
  @Field(() => Boolean) sensitive!: boolean;
  @Field(() => [String]) breakdowns!: string[];
  @Field(() => LocalText) name!: LocalText;
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => [LocalText], { nullable: true }) stages!: LocalText[] | null;
  @Field(() => [LawElement], { description: 'Of a law; else empty.' }) elements!: LawElement[];
  @Field(() => [SheetEntry]) sheet!: SheetEntry[];
}

@ObjectType()
export class IndicatorAction {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
}

@ObjectType({ description: 'The newest published value of an area.' })
export class LatestValue {
  @Field(() => ID) area!: string;
  @Field(() => Int) year!: number;
  @Field(() => DecimalScalar) value!: string;
}

@ObjectType({ description: 'Another indicator of one of the same actions.' })
export class RelatedIndicator {
  @Field(() => ID) action!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => LocalText) name!: LocalText;
  @Field(() => IndicatorRole) role!: IndicatorRole;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => Int) decimals!: number;
  @Field(() => String) unit!: string;
  @Field(() => [LatestValue], { description: 'Empty: nobody has reported it yet.' })
  latest!: LatestValue[];
}

@ObjectType({ description: 'A code of a breakdown in words: a region, a level of education.' })
export class PartName {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}
