import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CODED_FIELDS, MAX_FIX_LENGTH, ROW_FIELDS } from '@qadam/domain';
import { Access, type Actor, CurrentActor } from '../../graphql/access.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { type Language, Severity } from '../../graphql/enums.ts';
import { Lang } from '../../graphql/fields.ts';
import { type Codes, MAX_CODE_LENGTH, type RowFix } from './answers.ts';
import { HEAD_WITHIN } from './formats/columns.ts';
import type { ColumnChoice } from './formats/format.ts';
import type { ImportJob } from './import-job.store.ts';
import {
  CheckImportInput,
  type ColumnMeaning,
  ImportDrafts,
  ImportJobType,
  ImportLeftOut,
  ImportPayload,
  ImportProblem,
  ImportRows,
  ImportYear,
  MeaningOption,
  MendImportRowInput,
  OpenImportYearsInput,
  OpenImportYearsPayload,
  type TextMeaning,
  UnknownImportText,
} from './imports.type.ts';
import { ImportYearsService } from './import-years.service.ts';
import { ImportsService } from './imports.service.ts';

/** A file that was sent: reading its results, correcting it, and committing it. */
@Resolver(() => ImportJobType)
export class ImportsResolver {
  constructor(
    private readonly imports: ImportsService,
    private readonly fileYears: ImportYearsService,
  ) {}

  @Access('READ_WORK')
  @Query(() => ImportJobType)
  async importJob(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ImportJobType> {
    return shown(await this.imports.job(actor, id));
  }

  @ResolveField(() => [ImportProblem], {
    description: 'The problems of the file, then those of its rows.',
  })
  async problems(@Parent() { id, fileProblems }: ImportJobType): Promise<ImportProblem[]> {
    return [...fileProblems, ...(await this.imports.problems(id))];
  }

  @ResolveField(() => ImportRows, { description: 'The rows, a hundred on each page.' })
  rows(
    @Parent() { id }: ImportJobType,
    @Lang() lang: Language,
    @Args('severity', { type: () => Severity, nullable: true }) severity: Severity | null = null,
    @Args('offset', { type: () => Int, defaultValue: 0 }) offset: number,
  ): Promise<ImportRows> {
    return this.imports.rows(id, lang, severity, offset);
  }

  @ResolveField(() => [UnknownImportText], {
    description: 'The texts of red rows that were not understood.',
  })
  unknown(
    @CurrentActor() actor: Actor,
    @Parent() { id }: ImportJobType,
    @Lang() lang: Language,
  ): Promise<UnknownImportText[]> {
    return this.imports.unknown(actor, id, lang);
  }

  @Access('CHECK_IMPORT')
  @Mutation(() => ImportPayload, {
    description:
      'Reads the file again, with the given meanings of its columns or texts, which only the country gives.',
  })
  async checkImport(
    @CurrentActor() actor: Actor,
    @Args('input') { job, codes, ...table }: CheckImportInput,
  ): Promise<ImportPayload> {
    const said = { columns: tableOf(table), codes: codes && codesOf(codes) };
    await this.imports.again(actor, job, said);
    return { job: shown(await this.imports.job(actor, job)), problems: [] };
  }

  @Access('MEND_IMPORT')
  @Mutation(() => ImportPayload, {
    description: 'Corrects one row or leaves it out. This is kept when the file is checked again.',
  })
  async mendImportRow(
    @CurrentActor() actor: Actor,
    @Args('input') { job, row, ...said }: MendImportRowInput,
  ): Promise<ImportPayload> {
    return { job: shown(await this.imports.fixRow(actor, job, row, rowFixOf(said))), problems: [] };
  }

  @ResolveField(() => [MeaningOption], {
    description: 'The indicators that the country reports in the years of the file.',
  })
  indicators(
    @Parent() { area, cycle }: ImportJobType,
    @Lang() lang: Language,
  ): Promise<MeaningOption[]> {
    return this.imports.indicatorOptions(area, cycle, lang);
  }

  @ResolveField(() => [ImportLeftOut], {
    description: 'The rows that are left out, by reason, the most rows first.',
  })
  leftOut(@Parent() { id }: ImportJobType): Promise<ImportLeftOut[]> {
    return this.fileYears.leftOut(id);
  }

  @ResolveField(() => [ImportDrafts], {
    description:
      'Its values that are not handed in yet. Empty as long as something of the file is left to be stored.',
  })
  drafts(@Parent() { id }: ImportJobType): Promise<ImportDrafts[]> {
    return this.fileYears.drafts(id);
  }

  @ResolveField(() => [ImportYear], { description: 'The years that the file is about, in order.' })
  years(@Parent() { id }: ImportJobType): Promise<ImportYear[]> {
    return this.fileYears.years(id);
  }

  @Access('GRANT_REOPEN')
  @Mutation(() => OpenImportYearsPayload, {
    description:
      'Opens all closed cells that a file is about, for its sender, and checks the file again.',
  })
  async openImportYears(
    @CurrentActor() actor: Actor,
    @Args('input') input: OpenImportYearsInput,
  ): Promise<OpenImportYearsPayload> {
    const { job, problems } = await this.fileYears.open(actor, input);
    return { job: shown(job), problems };
  }

  @Access('COMMIT_IMPORT')
  @Mutation(() => ImportPayload, {
    description: 'Stores the rows of the file: all or nothing, and only once.',
  })
  async commitImport(
    @CurrentActor() actor: Actor,
    @Args('job', { type: () => ID }) id: string,
    @Args('checkedAt', {
      type: () => String,
      nullable: true,
      description:
        'The check that you saw: after a later one nothing is stored (`IMPORT_CHANGED`).',
    })
    checkedAt: string | null = null,
  ): Promise<ImportPayload> {
    const { job, problems } = await this.imports.commit(actor, id, checkedAt);
    return { job: shown(job), problems };
  }
}

function shown({ job: id, progress, columnChoice, codes, ...job }: ImportJob): ImportJobType {
  return {
    ...job,
    ...progress,
    id,
    columnChoice:
      columnChoice &&
      ROW_FIELDS.flatMap((field) => {
        const at = columnChoice[field];
        return at === undefined ? [] : [{ field, at }];
      }),
    codes: CODED_FIELDS.flatMap((field) =>
      Object.entries(codes[field] ?? {}).map(([text, code]) => ({ field, text, code })),
    ),
  };
}

const MAX_COLUMNS = 1000;

/** Null if the input says nothing about columns, head or values. */
function tableOf({
  columns,
  head,
  values,
}: Pick<CheckImportInput, 'columns' | 'head' | 'values'>): ColumnChoice | null {
  if (columns == null && head == null && values == null) return null;
  const isGood =
    (head == null || (head >= 1 && head <= HEAD_WITHIN)) &&
    (values ?? []).every((at) => at >= 1 && at <= MAX_COLUMNS) &&
    new Set(values).size === (values?.length ?? 0);
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Send rows and columns as numbers from 1.');
  return {
    ...choiceOf(columns ?? []),
    ...(head == null ? {} : { head }),
    ...(values == null || values.length === 0 ? {} : { values }),
  };
}

/** Refuses a choice in which one column has two meanings. */
function choiceOf(said: readonly ColumnMeaning[]): ColumnChoice {
  const chosen = said.flatMap(({ at }) => at ?? []);
  const isGood =
    chosen.every((at) => at >= 1 && at <= MAX_COLUMNS) && new Set(chosen).size === chosen.length;
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Send columns as numbers from 1, each once.');
  return Object.fromEntries(said.map(({ field, at }) => [field, at ?? null]));
}

/** How many texts of one field can be explained in one request. */
const MAX_CODES = 200;

function codesOf(said: readonly TextMeaning[]): Codes {
  const byField = Map.groupBy(said, ({ field }) => field);
  const isGood =
    said.every(({ text, code }) => Math.max(text.length, code?.length ?? 0) <= MAX_CODE_LENGTH) &&
    [...byField.values()].every((texts) => texts.length <= MAX_CODES);
  if (!isGood) throw new ApiError('BAD_USER_INPUT', 'Too many texts, or too long ones.');
  const entries = [...byField].map(([field, texts]) => {
    const meanings = texts.map(({ text, code }) => [text, code ?? null] as const);
    return [field, Object.fromEntries(meanings)] as const;
  });
  return Object.fromEntries(entries);
}

function rowFixOf({ cells, leaveOut }: Pick<MendImportRowInput, 'cells' | 'leaveOut'>): RowFix {
  if (cells.some(({ text }) => text.length > MAX_FIX_LENGTH))
    throw new ApiError('BAD_USER_INPUT', 'A text is too long.');
  const texts = Object.fromEntries(cells.map(({ field, text }) => [field, text]));
  return { cells: texts, ...(leaveOut == null ? {} : { leftOut: leaveOut }) };
}
