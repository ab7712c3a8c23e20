import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Source } from './source.type.ts';

@ObjectType()
export class SourceUse {
  @Field(() => Source) source!: Source;
  @Field(() => [ID], { description: 'Codes of the indicators that show a figure of it.' })
  indicators!: string[];
}
