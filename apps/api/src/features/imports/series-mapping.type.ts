import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
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
  @Nullable(String) note!: string | null;
  @Described(Boolean, 'True if an officer has confirmed the mapping.')
  confirmed!: boolean;
}

@InputType()
export class MapSeriesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => String) format!: string;
  @Field(() => String) series!: string;
  @Nullable(ID, 'The indicator; null removes the mapping.')
  indicator?: string | null;
  @Nullable([SeriesTotal]) totals?: SeriesTotal[] | null;
  @Nullable(
    ID,
    'A file. Codes that all of its rows of the series have in common are not a breakdown.',
  )
  import?: string | null;
  @Nullable(String) note?: string | null;
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
