import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ROW_FIELDS } from '@qadam/domain';
import { type Actor, permit } from '../../graphql/access.ts';
import type { Language, Severity } from '../../graphql/enums.ts';
import { ApiError } from '../../graphql/api-error.ts';
import { log } from '../../http/log.ts';
import { FairQueue } from '../../http/fair-queue.ts';
import { traced } from '../../http/traced.ts';
import { AreaReader } from '../countries/area.reader.ts';
import { CycleReader } from '../cycles/cycle.reader.ts';
import { ChangesUnderWay } from '../desk-changes/changes-under-way.ts';
import { IndicatorReader } from '../indicators/indicator.reader.ts';
import { nameOf } from '../observations/part-name.ts';
import { CommitImportService } from './commit-import.service.ts';
import { ImportContextReader } from './import-context.reader.ts';
import {
  type FileAnswers,
  type ImportJob,
  type Upload,
  addProblems,
  answersOf,
  bytesOf,
  createJob,
  findJob,
  finishJob,
  lockJob,
  restartJob,
  setJob,
  setMend,
  takeSaid,
} from './import-job.store.ts';
import { recall, type Said, shapeOf } from './file-shape.store.ts';
import {
  insertRows,
  problemsOf,
  readRows,
  replaceRow,
  sourceOf,
  twinOf,
} from './import-row.store.ts';
import type { ImportRows, MeaningOption, UnknownImportText } from './imports.type.ts';
import { indicatorOptions, unknownCodes } from './unknown-codes.reader.ts';
import {
  type FileColumn,
  type ImportProblem,
  importProblem,
  UnreadableFile,
} from './import-problem.ts';
import { problemAt } from './read-entry.ts';
import { canAddUp, type KnownCell, knownCells } from './known-cells.reader.ts';
import { readInWorker } from './read-in-worker.ts';
import type { CheckContext } from './check-context.ts';
import { type CheckedRow, rejected, RowChecker } from './check-rows.ts';
import { cellsOf } from './file-cells.reader.ts';
import { brokenInFile } from './file-rules.ts';
import { addsUp, type FileCell, isSumOf, wrongSumsOf } from './file-sums.ts';
import { type RowFix, withRowFix } from './answers.ts';
import { MAX_ROWS, type SourceRow } from './formats/format.ts';
import type { WorkerMessage } from './read-file.worker.ts';
import { WaitingFiles } from './waiting-files.ts';
import type { YearCell } from './year-cell.ts';

/** Takes a file into a return: it is read and checked in a thread, shown to the person, and committed whole or not at all. */
@Injectable()
export class ImportsService {
  private readonly waiting = new WaitingFiles();
  /** One file is read at a time: two would need twice the memory. */
  private readonly turns = new FairQueue(1);

  constructor(
    private readonly em: EntityManager,
    private readonly areas: AreaReader,
    private readonly cycles: CycleReader,
    private readonly indicators: IndicatorReader,
    private readonly contexts: ImportContextReader,
    private readonly commits: CommitImportService,
    private readonly underWay: ChangesUnderWay,
  ) {}

  /** `checked` settles when all rows have been checked; meanwhile the job can be queried. */
  async start(actor: Actor, upload: Upload): Promise<{ job: string; checked: Promise<void> }> {
    permit(actor, 'CHECK_IMPORT', { area: upload.area });
    const { area, cycle } = upload;
    if (cycle === null) await this.areas.get(this.em, area);
    else if ((await this.cycles.get(this.em, area, cycle)) === null)
      throw new ApiError('NOT_FOUND');
    return this.waiting.add(
      actor.id,
      () => createJob(this.em, actor, upload),
      (job) => this.check(job),
    );
  }

  /**
   * Reads the same bytes again: after a person explained columns or series, or after the server stopped. Only the country says what its file
   * means; an officer reads it as it was explained.
   */
  async again(
    actor: Actor,
    id: string,
    answers: FileAnswers,
  ): Promise<{ job: string; checked: Promise<void> }> {
    await this.permitted(actor, isAnswer(answers) ? 'MEND_IMPORT' : 'CHECK_IMPORT', id);
    return this.reread(actor.id, id, answers);
  }

  /** Like `again`, without a check of rights: the file waits among those of `person`. */
  async reread(
    person: string,
    id: string,
    answers: FileAnswers,
  ): Promise<{ job: string; checked: Promise<void> }> {
    const restart = async () => {
      const em = this.em.fork();
      const restarted = await em.transactional((tx) => restartJob(tx, id, answers));
      if (!restarted && isAnswer(answers)) throw new ApiError('CONFLICT');
      if (restarted) this.underWay.forget(id);
      return restarted ? id : null;
    };
    const { checked } = await this.waiting.add(person, restart, (job) => this.check(job));
    return { job: id, checked };
  }

  async job(actor: Actor, id: string): Promise<ImportJob> {
    return this.permitted(actor, 'READ_WORK', id);
  }

  /** The problems of the rows, as many as one answer holds; the downloaded list has all. */
  problems(id: string, limit = MAX_PROBLEMS): Promise<ImportProblem[]> {
    return problemsOf(this.em, id, limit);
  }

  async rows(
    id: string,
    lang: Language,
    severity: Severity | null,
    offset: number,
  ): Promise<ImportRows> {
    const from = offset >= 0 && offset <= MAX_ROWS ? offset : 0;
    const found = await readRows(this.em, id, severity, from, PAGE + 1);
    const codes = new Set(found.flatMap(({ cell }) => cell?.indicator ?? []));
    const indicators = await this.indicators.byCodes(this.em, [...codes]);
    const rows = found.slice(0, PAGE).map(({ cell, cells, ...row }) => {
      const indicator = indicators.find(({ code }) => code === cell?.indicator);
      return {
        ...row,
        indicator: cell?.indicator ?? null,
        part: cell?.part ?? null,
        name: cell && indicator ? nameOf(indicator, cell.part, lang) : null,
        cells: ROW_FIELDS.flatMap((field) => {
          const text = cells[field];
          return text === undefined ? [] : [{ field, text }];
        }),
      };
    });
    return { rows, more: found.length > PAGE };
  }

  async unknown(actor: Actor, id: string, lang: Language): Promise<UnknownImportText[]> {
    return unknownCodes(this.em, this.contexts, await this.job(actor, id), lang);
  }

  /** Corrects one row, leaves it out or takes it in again, without another file. */
  async fixRow(actor: Actor, id: string, number: number, answers: RowFix): Promise<ImportJob> {
    const job = await this.permitted(actor, 'MEND_IMPORT', id);
    await this.em.fork().transactional(async (em) => {
      await lockJob(em, id);
      const source = await sourceOf(em, id, number);
      const now = await findJob(em, id);
      if (source === null || now?.state !== 'CHECKED') throw new ApiError('CONFLICT');
      const { codes, mends } = await answersOf(em, id);
      const before = mends[String(number)];
      const rowFix: RowFix = {
        // a row that was taken in again stays in while its cells are corrected
        ...(before?.leftOut === false ? { leftOut: false } : {}),
        ...answers,
        cells: { ...before?.cells, ...answers.cells },
      };
      await setMend(em, id, number, rowFix);
      const context = await this.contexts.read(em, job, job.sender);
      const said = { codes, mends: { [number]: rowFix } };
      const checker = new RowChecker(context, job.format ?? '', said);
      const given = { ...source, number };
      const [row] = await checker.check([given], (cells) => knownCells(em, job, cells));
      // a row whose cells were all emptied is left out
      const read = row ?? rejected(withRowFix(given, rowFix), null, []);
      const twin = read.cell ? await twinOf(em, id, number, read.cell, read.year) : null;
      await replaceRow(em, id, withTwin(read, withRowFix(given, rowFix), twin));
      const told = await this.sumsAgain(em, now, context, read);
      const others = told.filter(({ code }) => code !== 'RULE_BROKEN');
      await finishJob(em, id, 'CHECKED', [...others, ...(await brokenInFile(em, now))]);
    });
    this.underWay.forget(id);
    return this.job(actor, id);
  }

  /** The problems of the file, with the sums checked again for the indicator whose row was corrected. */
  private async sumsAgain(
    em: EntityManager,
    job: ImportJob,
    context: CheckContext,
    { cell, year }: CheckedRow,
  ): Promise<ImportProblem[]> {
    const { job: id, fileProblems } = job;
    const indicator = context.indicators.find(({ code }) => code === cell?.indicator);
    if (indicator === undefined || year === null || !addsUp(indicator)) return fileProblems;
    const others = fileProblems.filter((one) => !isSumOf(one, indicator.code));
    return [...others, ...wrongSumsOf(indicator, await cellsOf(em, id, indicator.code, year))];
  }

  indicatorOptions(area: string, cycle: number | null, lang: Language): Promise<MeaningOption[]> {
    return indicatorOptions(this.em, this.contexts, { area, cycle }, lang);
  }

  /**
   * Stores all rows or none, and only once: for a job that is committed already, it just returns the job. `checkedAt`: the check that the person
   * saw; nothing is stored after a later one.
   */
  async commit(
    actor: Actor,
    id: string,
    checkedAt: string | null = null,
  ): Promise<{ job: ImportJob; problems: ImportProblem[] }> {
    const { area } = await this.permitted(actor, 'COMMIT_IMPORT', id);
    const { problems } = await this.underWay.follow({ of: id, area }, (tell) =>
      traced({ kind: 'import', name: 'commit a file' }, () =>
        this.commits.commit(actor, { id, checkedAt }, tell),
      ),
    );
    const told = problems.map(({ code, params }) => ({ ...importProblem('ERROR', code), params }));
    return { job: await this.job(actor, id), problems: told };
  }

  /** Stores a file as soon as it is checked. Never rejects: as nobody waits for an answer, the job says what kept the file out. */
  async commitAfter(actor: Actor, id: string, checked: Promise<void>): Promise<void> {
    try {
      await checked;
      const { problems } = await this.commit(actor, id).catch((error: unknown) => {
        log.error({ err: error }, 'a file could not be stored');
        return { problems: [importProblem('ERROR', 'IMPORT_FAILED')] };
      });
      // red rows speak for themselves, and can be corrected
      await addProblems(
        this.em.fork(),
        id,
        problems.filter(({ code }) => code !== 'HAS_ERRORS'),
      );
    } catch (error) {
      log.error({ err: error }, 'the problems of a file could not be kept');
    }
  }

  private async permitted(
    actor: Actor,
    operation: 'READ_WORK' | 'CHECK_IMPORT' | 'MEND_IMPORT' | 'COMMIT_IMPORT',
    id: string,
  ): Promise<ImportJob> {
    const job = await findJob(this.em, id);
    permit(actor, operation, { area: job?.area });
    if (job === null) throw new ApiError('NOT_FOUND');
    return job;
  }

  /** Never rejects: any error becomes a problem of the job. */
  private async check(id: string): Promise<void> {
    const em = this.em.fork();
    let problems: ImportProblem[] = [];
    let state: 'CHECKED' | 'REFUSED' = 'CHECKED';
    // while a file waits behind another one, its job must not look interrupted
    const alive = setInterval(() => {
      setJob(this.em.fork(), id).catch(() => undefined);
    }, HEARTBEAT_MS);
    try {
      problems = await traced({ kind: 'import', name: 'check a file' }, () => this.read(em, id));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) log.error({ err: error }, 'an import failed');
      state = 'REFUSED';
      problems =
        error instanceof UnreadableFile
          ? error.problems
          : [importProblem('ERROR', 'IMPORT_FAILED')];
    }
    clearInterval(alive);
    await finishJob(em, id, state, problems).catch((error: unknown) => {
      log.error({ err: error }, 'an import could not be finished');
    });
  }

  private async read(em: EntityManager, id: string): Promise<ImportProblem[]> {
    const job = await findJob(em, id);
    if (job === null) throw new ApiError('NOT_FOUND');
    return this.turns.take(() => this.readByWhatWasSaid(em, job), job.sender, job.area);
  }

  /** Reads the file; if the organisation has answered questions about files of this shape before, reads it again with those answers. */
  private async readByWhatWasSaid(em: EntityManager, job: ImportJob): Promise<ImportProblem[]> {
    try {
      return await this.readNow(em, job);
    } catch (error) {
      if (!(error instanceof KnownShape)) throw error;
      await takeSaid(em, job.job, error.said);
      const again = { ...job, ...error.said, columns: error.columns };
      const problems = await this.readNow(em, again);
      return [importProblem('WARN', 'ANSWERS_REMEMBERED'), ...problems];
    }
  }

  /** Stops the first reading if the shape of the file is known. Later readings use the answers of the job itself, which a person may have changed. */
  private async recallShape(
    em: EntityManager,
    { columns: before, sender, area }: ImportJob,
    columns: readonly FileColumn[],
  ): Promise<void> {
    if (before.length > 0 || columns.length === 0) return;
    const said = await recall(em, { sender, area }, shapeOf(columns));
    if (said !== null) throw new KnownShape(said, columns);
  }

  private async readNow(em: EntityManager, job: ImportJob): Promise<ImportProblem[]> {
    const { job: id } = job;
    const context = await this.contexts.read(em, job, job.sender);
    const bytes = await bytesOf(em, id);
    const answers = await answersOf(em, id);
    const problems = [...context.problems];
    const { fileName, columnChoice: columns } = job;
    const take = async (message: WorkerMessage): Promise<KnownCell[] | FileCell[] | undefined> => {
      switch (message.type) {
        case 'lookUp':
          return knownCells(em, job, JSON.parse(message.cells) as YearCell[]);
        case 'cellsOf':
          return (await canAddUp(em, job, message))
            ? cellsOf(em, id, message.indicator, message.year)
            : [];
        case 'refused':
          await this.recallShape(em, job, message.columns);
          await setJob(em, id, { columns: message.columns, preview: message.preview });
          return undefined;
        case 'format':
          await this.recallShape(em, job, message.file.columns);
          problems.push(...message.problems);
          await setJob(em, id, message.file);
          return undefined;
        case 'rows':
          await insertRows(em, id, message.rows);
          await setJob(em, id, { checked: message.looked });
          return undefined;
        case 'done':
          problems.push(...message.problems);
          return undefined;
      }
    };
    await readInWorker({ bytes, fileName, columns, answers, context }, take);
    return [...problems, ...(await brokenInFile(em, job))];
  }
}

/** Does a person say something about the file, or is it only read again? */
const isAnswer = ({ columns, codes }: FileAnswers): boolean =>
  columns !== null || codes !== undefined;

class KnownShape extends Error {
  readonly said: Said;
  readonly columns: FileColumn[];

  constructor(said: Said, columns: readonly FileColumn[]) {
    super('Files of this shape are known.');
    this.said = said;
    this.columns = [...columns];
  }
}

const HEARTBEAT_MS = 30_000;
const MAX_PROBLEMS = 1000;
const PAGE = 100;

/** Rejects the row if another row has the same cell, which can happen after a correction. */
function withTwin(row: CheckedRow, source: SourceRow, line: number | null): CheckedRow {
  const { cell, year } = row;
  if (line === null || row.verdict === 'REJECTED' || cell === null || year === null) return row;
  const twin = problemAt(source, 'indicator', 'ERROR', 'DUPLICATE_ROW', { line });
  return rejected(source, { ...cell, year }, [...row.problems, twin]);
}
