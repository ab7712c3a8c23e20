import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Language } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
import { Payload } from '../../graphql/problem.type.ts';

@ObjectType({
  description:
    'Where people find help, for one country and language. Public with the next release.',
})
export class HelpLine {
  @Field(() => ID) area!: string;
  @Field(() => Language) lang!: Language;
  @Field(() => String) text!: string;
  @Described(Int, 'The version; 0 if nothing was written yet.') version!: number;
  @Nullable(String) updatedAt!: string | null;
}

@ObjectType()
export class HelpLinePayload extends Payload {
  @Nullable(HelpLine) helpLine!: HelpLine | null;
}
