import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { TOTAL } from '@qadam/domain';

@InputType('PartInput')
@ObjectType({
  description: 'Which part a value stands for: SDMX codes, _T where it is not divided.',
})
export class Part {
  @Field(() => String, { defaultValue: TOTAL }) sex!: string;
  @Field(() => String, { defaultValue: TOTAL }) age!: string;
  @Field(() => String, { defaultValue: TOTAL }) urbanisation!: string;
  @Field(() => String, { defaultValue: TOTAL }) region!: string;
  @Field(() => String, { defaultValue: TOTAL }) breakdown!: string;
}
