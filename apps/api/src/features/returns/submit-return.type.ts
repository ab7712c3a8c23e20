import { Field, ObjectType } from '@nestjs/graphql';
import { Problem } from '../../graphql/problem.type.ts';
import { ReturnForm } from './return-form.type.ts';
import { Submission } from './submission.type.ts';

@ObjectType()
export class SubmitReturnPayload {
  @Field(() => Submission, { nullable: true }) submission!: Submission | null;
  @Field(() => ReturnForm, { nullable: true }) form!: ReturnForm | null;
  @Field(() => [Problem]) problems!: Problem[];
}

/** As it is answered: the form is put together where it is asked for, which a desk that only wants its receipt does not. */
export type SubmitReturnAnswer = Omit<SubmitReturnPayload, 'form'> & {
  form: () => Promise<ReturnForm | null>;
};
