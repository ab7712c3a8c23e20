import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Described, Nullable } from '../../graphql/fields.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload } from '../../graphql/problem.type.ts';
import { Evidence } from '../evidence/evidence.type.ts';
import { FormCell } from './form-cell.type.ts';
import { FigureBeside, FormRule } from './form-rule.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Person } from '../users/person.type.ts';
import { SignatureRequest } from './signature-request.type.ts';

@ObjectType()
export class Duty {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String) opensOn!: string;
  @Field(() => String) dueOn!: string;
  @Described(Int, "Days until the due day in the country's own time zone; negative when overdue.")
  daysLeft!: number;
  @Field(() => Int) assigned!: number;
  @Field(() => Int) filled!: number;
  @Field(() => Int) submitted!: number;
  @Field(() => Int) returned!: number;
  @Described(Int, 'The number of values with a reviewer’s question that was not answered.')
  asked!: number;
  @Field(() => Int) approved!: number;
  @Described(Int, 'The number of indicators that are assigned to the person who asks.')
  mine!: number;
  @Described(Int, 'The number of these that are not filled in.')
  mineMissing!: number;
}

@ObjectType({
  description:
    'How many values of an area are published for a year, and how many are being corrected.',
})
export class PublishedYear {
  @Field(() => Int) year!: number;
  @Field(() => Int) published!: number;
  @Described(
    Int,
    'The number of values that were opened for correction and are not submitted, or were returned.',
  )
  correcting!: number;
  @Field(() => Int) submitted!: number;
}

@ObjectType()
export class Submission {
  @Field(() => ID) id!: string;
  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String) number!: string;
  @Field(() => String) submittedAt!: string;
  @Described(
    Person,
    'The person who submitted it; if a second person signed, the one who prepared it.',
  )
  submittedBy!: Person;
  @Nullable(Person) signedBy!: Person | null;
  @Nullable(String) note!: string | null;
  @Nullable(Evidence) letter!: Evidence | null;
  @Field(() => Int) cells!: number;
  @Field(() => Boolean) recallable!: boolean;
  @Nullable(String) recalledAt!: string | null;
}

@ObjectType()
export class ReturnForm {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Nullable(
    String,
    'The first day of the cycle; null for a year without a cycle, whose published values can be corrected.',
  )
  opensOn!: string | null;
  @Nullable(String) dueOn!: string | null;
  @Nullable(Int) daysLeft!: number | null;
  @Nullable(
    Int,
    'The cycle with whose return the values are submitted: its own, or for corrections of a year without a cycle an open one or the newest.',
  )
  handedInWith!: number | null;
  @Field(() => Boolean) mayEdit!: boolean;
  @Field(() => [FormCell]) cells!: FormCell[];
  @Described([FormRule], 'The validation rules that compare its figures.')
  rules!: FormRule[];
  @Described(
    [FigureBeside],
    'Figures of the same area and year that the rules compare, and that are not cells of this form.',
  )
  beside!: FigureBeside[];
  @Field(() => [Submission]) submissions!: Submission[];
  @Described(
    Boolean,
    'True if a second person of the country has to sign: submitting then only prepares the return.',
  )
  secondSignature!: boolean;
  @Described(
    [SignatureRequest],
    'The prepared return that is not signed yet, or was given back or changed since.',
  )
  prepared!: SignatureRequest[];
}

@InputType()
export class ConfirmStagesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Nullable(ID, 'The law to confirm; if left out, all laws of the return.')
  indicator?: string | null;
}

@ObjectType()
export class ConfirmStagesPayload extends Payload {
  @Described([FormCell], 'The elements that now have a value for this year.')
  cells!: FormCell[];
}

@InputType()
export class SubmitCellInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class SubmitReturnInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Nullable([SubmitCellInput], 'The cells to submit; give these or `import`.')
  cells?: SubmitCellInput[] | null;
  @Nullable(
    ID,
    'A file that was stored, or that changes nothing: all its values in this return that are not submitted yet.',
  )
  import?: string | null;
  @Nullable(String) note?: string | null;
  @Nullable(ID, 'The letter signed by the head of the body: a file of the area’s evidence.')
  letter?: string | null;
}

@InputType()
export class RecallSubmissionInput extends ChangeInput {
  @Field(() => ID) submission!: string;
}

@InputType()
export class AssignPersonInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Described([ID], 'The indicators of the return to assign.')
  indicators!: string[];
  @Nullable(ID, 'A person of the country; null for nobody in particular.')
  person?: string | null;
}

@ObjectType()
export class AssignPersonPayload extends Payload {
  @Described(
    Int,
    'The number of indicators that were assigned to another person or to nobody before.',
  )
  assigned!: number;
}

@ObjectType()
export class SubmitReturnPayload extends Payload {
  @Nullable(Submission) submission!: Submission | null;
  @Nullable(
    SignatureRequest,
    'If the country asks for a second signature: the prepared return, or the one that was given back.',
  )
  prepared!: SignatureRequest | null;
  @Nullable(ReturnForm) form!: ReturnForm | null;
}

/** A submission in which `recallable` is only computed if the query asks for it. */
export type Receipt = Omit<Submission, 'recallable'> & { readonly recallable: Promise<boolean> };

/** The answer, in which the form is only read if the query asks for it; a desk that only wants the receipt does not. */
export type SubmitReturnAnswer = Omit<SubmitReturnPayload, 'form' | 'submission'> & {
  readonly submission: Receipt | null;
  readonly form: Promise<ReturnForm | null>;
};
