import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType({ description: 'Where help is found, in one country and language. Not public yet.' })
export class HelpLine {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
  @Field(() => Int, { description: '0 where nothing was written yet.' }) version!: number;
  @Field(() => String, { nullable: true }) updatedAt!: string | null;
}

@ObjectType()
export class HelpLinePayload extends Payload {
  @Field(() => HelpLine, { nullable: true }) helpLine!: HelpLine | null;
}
