import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';

@InputType('SeriesTotalInput')
@ObjectType({
  description:
    'A code that a dimension has in all rows of a series, so that it is not a breakdown.',
})
export class SeriesTotal {
  @Field(() => String) dimension!: string;
  @Field(() => String) code!: string;
}

@ObjectType({
  description:
    'The indicator that a series in an office’s own files stands for. Officers maintain it.',
})
export class SeriesMap {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
  @Field(() => ID) indicator!: string;
  @Field(() => [SeriesTotal]) totals!: SeriesTotal[];
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Boolean, { description: 'True if an officer has confirmed the mapping.' })
  confirmed!: boolean;
}

@InputType()
export class MapSeriesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
  @Field(() => ID, { nullable: true, description: 'The indicator; null removes the mapping.' })
  indicator?: string | null;
  @Field(() => [SeriesTotal], { nullable: true }) totals?: SeriesTotal[] | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'A file. Codes that all of its rows of the series have in common are not a breakdown.',
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
