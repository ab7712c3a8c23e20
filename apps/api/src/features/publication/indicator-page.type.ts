import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Area } from './area.type.ts';
import { PublicDocument } from './document.type.ts';
import { Event } from './event.type.ts';
import { Indicator, IndicatorAction, PartName, RelatedIndicator } from './indicator.type.ts';
import { Law } from './law.type.ts';
import { Release } from './release.type.ts';
import { Series } from './series.type.ts';
import { Source } from './source.type.ts';

@ObjectType()
export class Benchmark {
  @Field(() => ID) id!: string;
  @Field(() => DecimalScalar) value!: string;
  @Field(() => DecimalScalar, { nullable: true }) per!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) sense!: string;
  @Field(() => LocalText) label!: LocalText;
  @Field(() => LocalText) citation!: LocalText;
  @Field(() => String, { nullable: true }) url!: string | null;
}

@ObjectType()
export class IndicatorPage {
  @Field(() => Release) release!: Release;
  @Field(() => [Area]) areas!: Area[];
  @Field(() => Indicator) indicator!: Indicator;
  @Field(() => [IndicatorAction]) actions!: IndicatorAction[];
  @Field(() => [RelatedIndicator]) related!: RelatedIndicator[];
  @Field(() => [Series], { description: 'Empty for a law.' }) series!: Series[];
  @Field(() => Law, { nullable: true }) law!: Law | null;
  @Field(() => [PartName], { description: 'The regions and groups of the breakdowns.' })
  parts!: PartName[];
  @Field(() => [Benchmark]) benchmarks!: Benchmark[];
  @Field(() => [Event]) events!: Event[];
  @Field(() => [PublicDocument]) documents!: PublicDocument[];
  @Field(() => [Source]) sources!: Source[];
}
