import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType('SeriesTotalInput')
@ObjectType({
  description: 'A code that a dimension always has in a series, and that is no breakdown of it.',
})
export class SeriesTotal {
  @Field(() => String) dimension!: string;
  @Field(() => String) code!: string;
}

@ObjectType({
  description: "Which indicator a series of an office's own files is. Kept by an officer.",
})
export class SeriesMap {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => [SeriesTotal]) totals!: SeriesTotal[];
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean, { description: 'An officer saw that it is right.' })
  confirmed!: boolean;
}

@InputType()
export class MapSeriesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
  @Field(() => ID, { nullable: true, description: 'Null takes the mapping away.' })
  indicator?: string | null;
  @Field(() => [SeriesTotal], { nullable: true }) totals?: SeriesTotal[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A file: what all its rows of the series have in common is no breakdown of it.',
  })
  import?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ConfirmSeriesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
}

@ObjectType()
export class MapSeriesPayload extends Payload {
  @Field(() => [SeriesMap]) mappings!: SeriesMap[];
}
