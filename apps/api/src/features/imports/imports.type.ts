import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CODED_FIELDS, ROW_FIELDS } from '@qadam/domain';
import { enumOf, Severity } from '../../graphql/enums.ts';
import { LocalText } from '../../graphql/local-text.type.ts';
import { Payload, ProblemParam } from '../../graphql/problem.type.ts';
import { ChangeInput } from '../desk-changes/change.input.ts';
import { Part } from '../observations/cell.type.ts';
import type { Field as FileField } from './formats/field.ts';

export const ImportState = enumOf(
  {
    name: 'ImportState',
    description:
      'INTERRUPTED: the server stopped while it read the file. `checkImport` reads it again.',
  },
  'READING',
  'INTERRUPTED',
  'CHECKED',
  'REFUSED',
  'COMMITTED',
);
export const ImportVerdict = enumOf('ImportVerdict', 'NEW', 'CHANGED', 'SAME', 'REJECTED');
export const ImportField = enumOf(
  { name: 'ImportField', description: 'A meaning that a column can have.' },
  ...ROW_FIELDS,
);
export const CodedImportField = enumOf(
  { name: 'CodedImportField', description: 'A column in which a text stands for a code.' },
  ...CODED_FIELDS,
);

@ObjectType()
export class ImportSummary {
  @Field(() => Int) rows!: number;
  @Field(() => Int) new!: number;
  @Field(() => Int) changed!: number;
  @Field(() => Int) same!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => Int, {
    description: 'The number of rejected rows that prevent the whole file from being stored.',
  })
  errors!: number;
}

@ObjectType({ description: 'A problem at one place of a file, or of the file as a whole.' })
export class ImportProblem {
  @Field(() => Int, { nullable: true }) row!: number | null;
  @Field(() => String, { nullable: true }) column!: string | null;
  @Field(() => String) code!: string;
  @Field(() => Severity) severity!: 'WARN' | 'ERROR';
  @Field(() => [ProblemParam]) params!: ProblemParam[];
  @Field(() => String, {
    nullable: true,
    description: 'For a row: the cell that the problem is about.',
  })
  field?: FileField | null;
}

@ObjectType({ description: 'A column of the file, as it was understood.' })
export class ImportColumn {
  @Field(() => Int) at!: number;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'The first text below the name.' }) sample!: string;
  @Field(() => String, { nullable: true, description: 'The meaning that the column was given.' })
  field!: FileField | null;
  @Field(() => String, {
    nullable: true,
    description:
      'For a column without a known meaning: what its texts seem to be. The person is asked before the column is read.',
  })
  holds!: FileField | null;
}

@ObjectType({ description: 'The first rows of a table, as they are in the file.' })
export class ImportPreview {
  @Field(() => [[String]]) rows!: string[][];
  @Field(() => Int, { description: 'The last header row, from 1.' })
  head!: number;
  @Field(() => [Int], { description: 'The columns that were taken for values, counted from 1.' })
  values!: number[];
}

@InputType('ColumnMeaningInput')
@ObjectType()
export class ColumnMeaning {
  @Field(() => ImportField) field!: keyof typeof ImportField;
  @Field(() => Int, {
    nullable: true,
    description: 'The number of the column, from 1; null if there is no such column.',
  })
  at!: number | null;
}

@InputType('TextMeaningInput')
@ObjectType()
export class TextMeaning {
  @Field(() => CodedImportField) field!: keyof typeof CodedImportField;
  @Field(() => String) text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The code that the text stands for; null to leave rows with it out.',
  })
  code!: string | null;
}

@InputType('RowTextInput')
@ObjectType()
export class RowText {
  @Field(() => ImportField) field!: keyof typeof ImportField;
  @Field(() => String) text!: string;
}

@ObjectType()
export class MeaningOption {
  @Field(() => ID) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'A text of red rows that was not understood.' })
export class UnknownImportText {
  @Field(() => CodedImportField) field!: keyof typeof CodedImportField;
  @Field(() => String) text!: string;
  @Field(() => String) code!: string;
  @Field(() => Int) rows!: number;
  @Field(() => Int, { description: 'The first of these rows.' }) line!: number;
  @Field(() => [MeaningOption], {
    description: 'The possible meanings; if there are none, its rows can only be left out.',
  })
  options!: MeaningOption[];
}

@ObjectType()
export class ImportRow {
  @Field(() => Int) number!: number;
  @Field(() => Int) line!: number;
  @Field(() => ImportVerdict) verdict!: keyof typeof ImportVerdict;
  @Field(() => Severity) severity!: Severity;
  @Field(() => ID, { nullable: true }) indicator!: string | null;
  @Field(() => Int, { nullable: true }) year!: number | null;
  @Field(() => Part, { nullable: true }) part!: Part | null;
  @Field(() => LocalText, { nullable: true, description: 'The name of its indicator and part.' })
  name!: LocalText | null;
  @Field(() => String, { nullable: true }) before!: string | null;
  @Field(() => String, { nullable: true }) typed!: string | null;
  @Field(() => [ImportProblem]) problems!: ImportProblem[];
  @Field(() => [RowText], { description: 'The texts of its cells, unless the row is green.' })
  cells!: RowText[];
}

@ObjectType()
export class ImportRows {
  @Field(() => [ImportRow]) rows!: ImportRow[];
  @Field(() => Boolean, { description: 'True if more rows follow.' }) more!: boolean;
}

/** The rows, unknown texts and problems are fields with resolvers of their own. */
@ObjectType('ImportJob', { description: 'A file that was sent by POST /imports.' })
export class ImportJobType {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The year of the cycle; null for all years that the file is about.',
  })
  cycle!: number | null;
  @Field(() => String) fileName!: string;
  @Field(() => String, { nullable: true }) format!: string | null;
  @Field(() => ImportState) state!: keyof typeof ImportState;
  @Field(() => Int, { description: 'Rows checked so far.' }) checked!: number;
  @Field(() => String, {
    nullable: true,
    description: 'When it was last checked or corrected, exactly; null while it is read.',
  })
  checkedAt!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The number of rows in the file, once they are counted.',
  })
  seen!: number | null;
  @Field(() => ImportSummary, { nullable: true }) summary!: ImportSummary | null;
  @Field(() => [ImportProblem], { description: 'The problems of the file as a whole.' })
  fileProblems!: ImportProblem[];
  @Field(() => [ImportColumn]) columns!: ImportColumn[];
  @Field(() => ImportPreview, { nullable: true })
  preview!: ImportPreview | null;
  @Field(() => [ColumnMeaning], {
    nullable: true,
    description: 'The meanings that a person gave to the columns.',
  })
  columnChoice!: ColumnMeaning[] | null;
  @Field(() => [TextMeaning], {
    description: 'The meanings that a person gave to texts of the file.',
  })
  codes!: TextMeaning[];
}

@InputType()
export class CheckImportInput {
  @Field(() => ID) job!: string;
  @Field(() => [ColumnMeaning], { nullable: true, description: 'The meaning of the columns.' })
  columns?: ColumnMeaning[] | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The last header row, as the preview counts rows.',
  })
  head?: number | null;
  @Field(() => [Int], {
    nullable: true,
    description: 'The columns with values, if there are several.',
  })
  values?: number[] | null;
  @Field(() => [TextMeaning], {
    nullable: true,
    description: 'The meaning of texts in the file; null forgets earlier answers.',
  })
  codes?: TextMeaning[] | null;
}

@ObjectType({ description: 'A year that the file is about.' })
export class ImportYear {
  @Field(() => Int) year!: number;
  @Field(() => Int, { description: 'The number of values that are stored.' }) values!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'The cycle that these values are submitted with: the one of the year or, if there is none, one that takes corrections.',
  })
  cycle!: number | null;
  @Field(() => Int, {
    description: 'The number of values whose cells an officer has to open first.',
  })
  closed!: number;
}

@ObjectType({ description: 'Values of a file that can be handed in with a cycle.' })
export class ImportDrafts {
  @Field(() => Int) cycle!: number;
  @Field(() => Int) values!: number;
}

@ObjectType({ description: 'Why rows were left out.' })
export class ImportLeftOut {
  @Field(() => Int) rows!: number;
  @Field(() => ImportProblem, { description: 'The problem of the first of these rows.' })
  problem!: ImportProblem;
}

@InputType()
export class OpenImportYearsInput extends ChangeInput {
  @Field(() => ID) job!: string;
  @Field(() => String, { description: 'Until when the cells are open, at most 31 days from now.' })
  until!: string;
}

@InputType()
export class MendImportRowInput {
  @Field(() => ID) job!: string;
  @Field(() => Int) row!: number;
  @Field(() => [RowText], { defaultValue: [], description: 'The corrected cells of the row.' })
  cells!: RowText[];
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True to leave the row out. False takes it in again, even if the meaning of its texts leaves it out.',
  })
  leaveOut?: boolean | null;
}

@ObjectType()
export class ImportPayload {
  @Field(() => ImportJobType) job!: ImportJobType;
  @Field(() => [ImportProblem], { description: 'Why it was not stored.' })
  problems!: ImportProblem[];
}

@ObjectType()
export class OpenImportYearsPayload extends Payload {
  @Field(() => ImportJobType) job!: ImportJobType;
}
