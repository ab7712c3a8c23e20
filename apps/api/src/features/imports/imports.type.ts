import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { CODED_FIELDS, ROW_FIELDS } from '@qadam/domain';
import { enumOf, Severity } from '../../graphql/enums.ts';
import { Described, Nullable } from '../../graphql/fields.ts';
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
  @Described(Int, 'The number of rejected rows that prevent the whole file from being stored.')
  errors!: number;
}

@ObjectType({ description: 'A problem at one place of a file, or of the file as a whole.' })
export class ImportProblem {
  @Nullable(Int) row!: number | null;
  @Nullable(String) column!: string | null;
  @Field(() => String) code!: string;
  @Field(() => Severity) severity!: 'WARN' | 'ERROR';
  @Field(() => [ProblemParam]) params!: ProblemParam[];
  @Nullable(String, 'For a row: the cell that the problem is about.')
  field?: FileField | null;
}

@ObjectType({ description: 'A column of the file, as it was understood.' })
export class ImportColumn {
  @Field(() => Int) at!: number;
  @Field(() => String) name!: string;
  @Described(String, 'The first text below the name.') sample!: string;
  @Nullable(String, 'The meaning that the column was given.')
  field!: FileField | null;
  @Nullable(
    String,
    'For a column without a known meaning: what its texts seem to be. The person is asked before the column is read.',
  )
  holds!: FileField | null;
}

@ObjectType({ description: 'The first rows of a table, as they are in the file.' })
export class ImportPreview {
  @Field(() => [[String]]) rows!: string[][];
  @Described(Int, 'The last header row, from 1.')
  head!: number;
  @Described([Int], 'The columns that were taken for values, counted from 1.')
  values!: number[];
}

@InputType('ColumnMeaningInput')
@ObjectType()
export class ColumnMeaning {
  @Field(() => ImportField) field!: keyof typeof ImportField;
  @Nullable(Int, 'The number of the column, from 1; null if there is no such column.')
  at!: number | null;
}

@InputType('TextMeaningInput')
@ObjectType()
export class TextMeaning {
  @Field(() => CodedImportField) field!: keyof typeof CodedImportField;
  @Field(() => String) text!: string;
  @Nullable(String, 'The code that the text stands for; null to leave rows with it out.')
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
  @Described(Int, 'The first of these rows.') line!: number;
  @Described(
    [MeaningOption],
    'The possible meanings; if there are none, its rows can only be left out.',
  )
  options!: MeaningOption[];
}

@ObjectType()
export class ImportRow {
  @Field(() => Int) number!: number;
  @Field(() => Int) line!: number;
  @Field(() => ImportVerdict) verdict!: keyof typeof ImportVerdict;
  @Field(() => Severity) severity!: Severity;
  @Nullable(ID) indicator!: string | null;
  @Nullable(Int) year!: number | null;
  @Nullable(Part) part!: Part | null;
  @Nullable(LocalText, 'The name of its indicator and part.')
  name!: LocalText | null;
  @Nullable(String) before!: string | null;
  @Nullable(String) typed!: string | null;
  @Field(() => [ImportProblem]) problems!: ImportProblem[];
  @Described([RowText], 'The texts of its cells, unless the row is green.')
  cells!: RowText[];
}

@ObjectType()
export class ImportRows {
  @Field(() => [ImportRow]) rows!: ImportRow[];
  @Described(Boolean, 'True if more rows follow.') more!: boolean;
}

/** The rows, unknown texts and problems are fields with resolvers of their own. */
@ObjectType('ImportJob', { description: 'A file that was sent by POST /imports.' })
export class ImportJobType {
  @Field(() => ID) id!: string;
  @Field(() => ID) area!: string;
  @Nullable(Int, 'The year of the cycle; null for all years that the file is about.')
  cycle!: number | null;
  @Field(() => String) fileName!: string;
  @Nullable(String) format!: string | null;
  @Field(() => ImportState) state!: keyof typeof ImportState;
  @Described(Int, 'Rows checked so far.') checked!: number;
  @Nullable(String, 'When it was last checked or corrected, exactly; null while it is read.')
  checkedAt!: string | null;
  @Nullable(Int, 'The number of rows in the file, once they are counted.')
  seen!: number | null;
  @Nullable(ImportSummary) summary!: ImportSummary | null;
  @Described([ImportProblem], 'The problems of the file as a whole.')
  fileProblems!: ImportProblem[];
  @Field(() => [ImportColumn]) columns!: ImportColumn[];
  @Nullable(ImportPreview)
  preview!: ImportPreview | null;
  @Nullable([ColumnMeaning], 'The meanings that a person gave to the columns.')
  columnChoice!: ColumnMeaning[] | null;
  @Described([TextMeaning], 'The meanings that a person gave to texts of the file.')
  codes!: TextMeaning[];
}

@InputType()
export class CheckImportInput {
  @Field(() => ID) job!: string;
  @Nullable([ColumnMeaning], 'The meaning of the columns.')
  columns?: ColumnMeaning[] | null;
  @Nullable(Int, 'The last header row, as the preview counts rows.')
  head?: number | null;
  @Nullable([Int], 'The columns with values, if there are several.')
  values?: number[] | null;
  @Nullable([TextMeaning], 'The meaning of texts in the file; null forgets earlier answers.')
  codes?: TextMeaning[] | null;
}

@ObjectType({ description: 'A year that the file is about.' })
export class ImportYear {
  @Field(() => Int) year!: number;
  @Described(Int, 'The number of values that are stored.') values!: number;
  @Nullable(
    Int,
    'The cycle that these values are submitted with: the one of the year or, if there is none, one that takes corrections.',
  )
  cycle!: number | null;
  @Described(Int, 'The number of values whose cells an officer has to open first.')
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
  @Described(ImportProblem, 'The problem of the first of these rows.')
  problem!: ImportProblem;
}

@InputType()
export class OpenImportYearsInput extends ChangeInput {
  @Field(() => ID) job!: string;
  @Described(String, 'Until when the cells are open, at most 31 days from now.')
  until!: string;
}

@InputType()
export class MendImportRowInput {
  @Field(() => ID) job!: string;
  @Field(() => Int) row!: number;
  @Field(() => [RowText], { defaultValue: [], description: 'The corrected cells of the row.' })
  cells!: RowText[];
  @Nullable(
    Boolean,
    'True to leave the row out. False takes it in again, even if the meaning of its texts leaves it out.',
  )
  leaveOut?: boolean | null;
}

@ObjectType()
export class ImportPayload {
  @Field(() => ImportJobType) job!: ImportJobType;
  @Described([ImportProblem], 'Why it was not stored.')
  problems!: ImportProblem[];
}

@ObjectType()
export class OpenImportYearsPayload extends Payload {
  @Field(() => ImportJobType) job!: ImportJobType;
}
