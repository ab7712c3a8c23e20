import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
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
  @Field(() => Int, {
    description: "Days until the due day in the country's own time zone; negative when overdue.",
  })
  daysLeft!: number;
  @Field(() => Int) assigned!: number;
  @Field(() => Int) filled!: number;
  @Field(() => Int) submitted!: number;
  @Field(() => Int) returned!: number;
  @Field(() => Int, { description: 'With a question of a reviewer that nobody has answered.' })
  asked!: number;
  @Field(() => Int) approved!: number;
  @Field(() => Int, { description: 'Given to the person who reads it.' }) mine!: number;
  @Field(() => Int, { description: 'Of these, not filled in.' }) mineMissing!: number;
}

@ObjectType({
  description: 'How much of an area is published for a year, and what of it is being corrected.',
})
export class PublishedYear {
  @Field(() => Int) year!: number;
  @Field(() => Int) published!: number;
  @Field(() => Int, { description: 'Opened for correction and not handed in, or returned.' })
  correcting!: number;
  @Field(() => Int) submitted!: number;
}

@ObjectType()
export class Submission {
  @Field(() => ID) id!: string;
  /** The receipt: `KGZ-2025-003`. */
  @Field(() => String) number!: string;
  @Field(() => String) submittedAt!: string;
  @Field(() => Person, { description: 'Who prepared it, where a second person signed.' })
  submittedBy!: Person;
  @Field(() => Person, { nullable: true }) signedBy!: Person | null;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => Evidence, { nullable: true }) letter!: Evidence | null;
  @Field(() => Int) cells!: number;
  @Field(() => Boolean) recallable!: boolean;
  @Field(() => String, { nullable: true }) recalledAt!: string | null;
}

@ObjectType()
export class ReturnForm {
  @Field(() => ID) area!: string;
  @Field(() => LocalText) areaName!: LocalText;
  @Field(() => Int) cycle!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Null for a year without a cycle, whose published values can be corrected.',
  })
  opensOn!: string | null;
  @Field(() => String, { nullable: true }) dueOn!: string | null;
  @Field(() => Int, { nullable: true }) daysLeft!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'The cycle with whose return it is handed in: its own, or for corrections of a year without one an open or the newest.',
  })
  handedInWith!: number | null;
  @Field(() => Boolean) mayEdit!: boolean;
  @Field(() => [FormCell]) cells!: FormCell[];
  @Field(() => [FormRule], { description: 'What is asked of its figures together.' })
  rules!: FormRule[];
  @Field(() => [FigureBeside], {
    description:
      'Figures of the same area and year that the rules compare, and that are no cells of it.',
  })
  beside!: FigureBeside[];
  @Field(() => [Submission]) submissions!: Submission[];
  @Field(() => Boolean, {
    description: 'Handing in prepares it, and a second person of the country signs.',
  })
  secondSignature!: boolean;
  @Field(() => [SignatureRequest], {
    description: 'Prepared and not signed yet, or given back or changed since.',
  })
  prepared!: SignatureRequest[];
}

@InputType()
export class ConfirmStagesInput extends ChangeInput {
  @Field(() => ID) area!: string;
  @Field(() => Int) cycle!: number;
  @Field(() => ID, { nullable: true, description: 'One law; without it all of the return.' })
  indicator?: string | null;
}

@ObjectType()
export class ConfirmStagesPayload extends Payload {
  @Field(() => [FormCell], { description: 'The elements that now have a value of this year.' })
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
  @Field(() => [SubmitCellInput], { nullable: true, description: 'The chosen ones, or `import`.' })
  cells?: SubmitCellInput[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'All that a stored file brought into this return and is not handed in yet.',
  })
  import?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "The head's signed letter: a file of the area's evidence.",
  })
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
  @Field(() => [ID], { description: 'Any number of indicators of the return.' })
  indicators!: string[];
  @Field(() => ID, {
    nullable: true,
    description: "Of the country's own people; null: nobody in particular.",
  })
  person?: string | null;
}

@ObjectType()
export class AssignPersonPayload extends Payload {
  @Field(() => Int, { description: 'Indicators that somebody else had, or nobody, before.' })
  assigned!: number;
}

@ObjectType()
export class SubmitReturnPayload extends Payload {
  @Field(() => Submission, { nullable: true }) submission!: Submission | null;
  @Field(() => SignatureRequest, {
    nullable: true,
    description:
      'Where the country asks for a second signature: what was prepared instead, or given back.',
  })
  prepared!: SignatureRequest | null;
  @Field(() => ReturnForm, { nullable: true }) form!: ReturnForm | null;
}

/** A submission in which `recallable` is only computed if the query asks for it. */
export type Receipt = Omit<Submission, 'recallable'> & { readonly recallable: Promise<boolean> };

/** The answer, in which the form is only read if the query asks for it; a desk that only wants the receipt does not. */
export type SubmitReturnAnswer = Omit<SubmitReturnPayload, 'form' | 'submission'> & {
  readonly submission: Receipt | null;
  readonly form: Promise<ReturnForm | null>;
};
