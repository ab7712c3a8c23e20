import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Additive, Direction, IndicatorKind, WorkingState } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Reopening } from '../observations/reopening.type.ts';
import { LawElement } from '../../graphql/law-element.type.ts';
import { KnownFact, Message, Part, RuleHit, YearValue } from '../observations/cell.type.ts';
import { Person } from '../users/person.type.ts';
import { WorkRevision } from '../observations/work-revision.type.ts';

@ObjectType()
export class TableCode {
  @Field(() => ID) code!: string;
  @Field(() => LocalText) name!: LocalText;
}

@ObjectType()
export class FormAxis {
  @Field(() => String, { description: 'sex, age, urbanisation or breakdown.' }) dimension!: string;
  @Field(() => [TableCode]) codes!: TableCode[];
}

@ObjectType({ description: 'The parts of a value, by one or two axes; the first are the rows.' })
export class FormTable {
  @Field(() => [FormAxis]) axes!: FormAxis[];
  @Field(() => Additive, { description: 'How the parts add up to the whole.' }) additive!: Additive;
  @Field(() => [FormCell], { description: 'Every part and every margin; not the whole.' })
  cells!: FormCell[];
}

@ObjectType({
  description:
    'One assigned indicator of the return. id and revision are null until the first save.',
})
export class FormCell {
  @Field(() => ID) indicator!: string;
  @Field(() => Part) part!: Part;
  @Field(() => LocalText, {
    description: 'Of the indicator and the part, or of the element of a law.',
  })
  name!: LocalText;
  @Field(() => [LocalText], {
    description: 'The name in every language it has, to recognise it in what is pasted.',
  })
  names!: LocalText[];
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => Direction) direction!: Direction;
  @Field(() => DecimalScalar) multiplier!: string;
  @Field(() => Int) decimals!: number;
  @Field(() => DecimalScalar, { nullable: true }) min!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) max!: string | null;
  @Field(() => DecimalScalar, { nullable: true }) step!: string | null;
  @Field(() => Boolean) whole!: boolean;
  @Field(() => Boolean, {
    description: 'Entered as numerator and denominator; the value is computed.',
  })
  ratio!: boolean;
  @Field(() => [LocalText], { nullable: true }) stages!: LocalText[] | null;
  @Field(() => [ID]) actions!: string[];
  @Field(() => LawElement, {
    nullable: true,
    description: 'A law stands in the form as one cell per element and never as a whole.',
  })
  element!: LawElement | null;
  @Field(() => KnownFact, { nullable: true }) lastFact!: KnownFact | null;
  @Field(() => LocalText, { description: 'Of the indicator, where the cell is a part of it.' })
  indicatorName!: LocalText;
  @Field(() => [YearValue], { description: 'Earlier years: published values, oldest first.' })
  history!: YearValue[];
  @Field(() => String, { nullable: true, description: 'Where the value of last year came from.' })
  lastSource!: string | null;
  @Field(() => String, { nullable: true, description: 'What was said of the value of last year.' })
  lastNote!: string | null;
  @Field(() => Int, { nullable: true }) baselineYear!: number | null;
  @Field(() => ID, { nullable: true }) id!: string | null;
  @Field(() => WorkingState) state!: WorkingState;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) sample!: boolean;
  @Field(() => Boolean, {
    description: 'Nobody has reviewed it yet: saved without a value it is empty again.',
  })
  clearable!: boolean;
  @Field(() => Boolean) editable!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the cell takes no value: LOCKED_SUBMITTED, LOCKED_APPROVED, LOCKED_PUBLISHED or CYCLE_CLOSED.',
  })
  lock!: string | null;
  @Field(() => Reopening, {
    nullable: true,
    description: 'The newest request of this person to open the cell again.',
  })
  reopening!: Reopening | null;
  @Field(() => WorkRevision, { nullable: true }) current!: WorkRevision | null;
  @Field(() => LocalText, {
    nullable: true,
    description: 'In whose name it is reported: the source of a value that names no other.',
  })
  body!: LocalText | null;
  @Field(() => [String], {
    description: 'The same body in every language it is named in: none of them names a document.',
  })
  bodyNames!: string[];
  @Field(() => Int, { description: 'How many files and links are attached.' }) evidence!: number;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What stands published: of this year where that is corrected, else of the newest year before.',
  })
  published!: string | null;
  @Field(() => [RuleHit], {
    description: 'What there is to say of it when it is handed in; an error keeps it back.',
  })
  hits!: RuleHit[];
  @Field(() => String, {
    nullable: true,
    description: 'Reason of the last return, while it is not resubmitted.',
  })
  returnReason!: string | null;
  @Field(() => Int) messages!: number;
  @Field(() => Message, {
    nullable: true,
    description: 'Asked by a reviewer, who waits for an answer from the reporter.',
  })
  openQuestion!: Message | null;
  @Field(() => Boolean, {
    description: 'Somebody has to report it; without that it is here because it was published.',
  })
  assigned!: boolean;
  @Field(() => Person, {
    nullable: true,
    description: 'Who of the country fills it in; null: nobody in particular.',
  })
  assignee!: Person | null;
  @Field(() => Boolean, { description: 'Is that the person who reads it?' }) mine!: boolean;
  @Field(() => ID, {
    nullable: true,
    description:
      'The prepared return in which it waits for a second signature; changed it is in none.',
  })
  prepared!: string | null;
  @Field(() => FormTable, {
    nullable: true,
    description: 'Where the value is collected by parts too.',
  })
  table!: FormTable | null;
}
