import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReturnForm } from './return-form.type.ts';
import { type SubmitReturnAnswer, SubmitReturnPayload } from './submit-return.type.ts';

@Resolver(() => SubmitReturnPayload)
export class SubmitReturnResolver {
  @ResolveField(() => ReturnForm, { nullable: true })
  form(@Parent() answer: SubmitReturnAnswer): Promise<ReturnForm | null> {
    return answer.form();
  }
}
