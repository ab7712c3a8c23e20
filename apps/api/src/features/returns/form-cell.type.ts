import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../graphql/decimal.scalar.ts';
import { Additive, Direction, IndicatorKind, WorkingState } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
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
  @Described(String, 'sex, age, urbanisation or breakdown.') dimension!: string;
  @Field(() => [TableCode]) codes!: TableCode[];
}

@ObjectType({
  description: 'The parts of a value, by one or two axes. The first axis gives the rows.',
})
export class FormTable {
  @Field(() => [FormAxis]) axes!: FormAxis[];
  @Described(Additive, 'How the parts add up to the total.') additive!: Additive;
  @Field(() => [FormCell], { description: 'All parts and margins, without the total.' })
  cells!: FormCell[];
}

@ObjectType()
export class PartsInState {
  @Field(() => WorkingState) state!: WorkingState;
  @Field(() => Int) parts!: number;
}

@ObjectType({
  description: 'A table with more parts than a form can show. It is filled in by file.',
})
export class LargeTable {
  @Described(Int, 'How many parts and margins it has, without the total.')
  parts!: number;
  @Described([PartsInState], 'How many of them have a value, by state.')
  filled!: PartsInState[];
  @Field(() => [FormCell], {
    description:
      'Those that wait for the reporter: asked about, or returned (500 of these at most).',
  })
  cells!: FormCell[];
}

@ObjectType({
  description:
    'One assigned indicator of the return. id and revision are null until the first save.',
})
export class FormCell {
  @Field(() => ID) indicator!: string;
  @Field(() => Part) part!: Part;
  @Described(LocalText, 'The name of the indicator and the part, or of the element of a law.')
  name!: LocalText;
  @Described([LocalText], 'The name in all languages, to recognise it in pasted text.')
  names!: LocalText[];
  @Field(() => LocalText) definition!: LocalText;
  @Field(() => IndicatorKind) kind!: IndicatorKind;
  @Field(() => String) unit!: string;
  @Field(() => LocalText) unitText!: LocalText;
  @Field(() => Direction) direction!: Direction;
  @Field(() => DecimalScalar) multiplier!: string;
  @Field(() => Int) decimals!: number;
  @Nullable(DecimalScalar) min!: string | null;
  @Nullable(DecimalScalar) max!: string | null;
  @Nullable(DecimalScalar) step!: string | null;
  @Field(() => Boolean) whole!: boolean;
  @Described(Boolean, 'True if numerator and denominator are entered and the value is computed.')
  ratio!: boolean;
  @Nullable([LocalText]) stages!: LocalText[] | null;
  @Field(() => [ID]) actions!: string[];
  @Nullable(
    LawElement,
    'The element of the law. A law has one cell for each element and none for the law as a whole.',
  )
  element!: LawElement | null;
  @Nullable(KnownFact) lastFact!: KnownFact | null;
  @Described(LocalText, 'The name of the indicator, if the cell is a part of it.')
  indicatorName!: LocalText;
  @Described([YearValue], 'The published values of earlier years, oldest first.')
  history!: YearValue[];
  @Nullable(String, 'The source of last year’s value.')
  lastSource!: string | null;
  @Nullable(String, 'The note on last year’s value.')
  lastNote!: string | null;
  @Nullable(Int) baselineYear!: number | null;
  @Nullable(ID) id!: string | null;
  @Field(() => WorkingState) state!: WorkingState;
  @Field(() => Int) version!: number;
  @Field(() => Boolean) sample!: boolean;
  @Described(
    Boolean,
    'True while nobody has reviewed it: then saving it without a value makes the cell empty again.',
  )
  clearable!: boolean;
  @Field(() => Boolean) editable!: boolean;
  @Nullable(
    String,
    'Why the cell takes no value: LOCKED_SUBMITTED, LOCKED_APPROVED, LOCKED_PUBLISHED or CYCLE_CLOSED.',
  )
  lock!: string | null;
  @Nullable(Reopening, 'This person’s newest request to reopen the cell.')
  reopening!: Reopening | null;
  @Nullable(WorkRevision) current!: WorkRevision | null;
  @Nullable(LocalText, 'The body that reports it. It is the source of a value that names no other.')
  body!: LocalText | null;
  @Described(
    [String],
    'The names of this body in all languages, so that its own name is not taken for a document.',
  )
  bodyNames!: string[];
  @Described(Int, 'The number of attached files and links.') evidence!: number;
  @Nullable(
    DecimalScalar,
    'The published value: of this year if it is being corrected, otherwise of the newest earlier year.',
  )
  published!: string | null;
  @Described(
    [RuleHit],
    'What the validation rules say when the value is submitted; an error prevents that.',
  )
  hits!: RuleHit[];
  @Nullable(String, 'Why the value was returned, until it is submitted again.')
  returnReason!: string | null;
  @Field(() => Int) messages!: number;
  @Nullable(Message, 'The question of a reviewer that waits for the reporter’s answer.')
  openQuestion!: Message | null;
  @Described(
    Boolean,
    'True if the indicator is assigned; if not, it is in the form because it was published before.',
  )
  assigned!: boolean;
  @Nullable(Person, 'The person who fills it in; null if nobody in particular.')
  assignee!: Person | null;
  @Described(Boolean, 'True if it is assigned to the person who asks.')
  mine!: boolean;
  @Nullable(
    ID,
    'The prepared return in which the value waits for a second signature; null once the value is changed.',
  )
  prepared!: string | null;
  @Nullable(FormTable, 'The table of parts, if the value is also collected by parts.')
  table!: FormTable | null;
  @Nullable(LargeTable, 'Instead of `table`, if that has too many parts to be shown.')
  largeTable!: LargeTable | null;
}
