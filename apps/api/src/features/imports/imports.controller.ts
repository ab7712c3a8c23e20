import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { errorList } from './error-list.ts';
import { ImportRowsReader, type RowsPage } from './import-rows.reader.ts';
import type { Summary } from './import-job.entity.ts';
import type { ImportJob } from './import-job.store.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { ImportsService } from './imports.service.ts';
import {
  isDryRun,
  type Query as Asked,
  readCodes,
  readColumnChoice,
  readFrame,
  readLanguage,
  readMend,
  readUpload,
} from './read-upload.ts';
import { type UnknownCode, UnknownCodesReader } from './unknown-codes.reader.ts';
import { RequestActor } from '../users/request-actor.ts';

interface Answer {
  job: string | null;
  state: ImportJob['state'];
  summary: Summary;
  problems: ImportProblem[];
}

const NOTHING: Summary = { rows: 0, new: 0, changed: 0, same: 0, rejected: 0, errors: 0 };

/** Files over HTTP: what a form or a script of a statistical office sends. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly actors: RequestActor,
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsReader,
    private readonly codes: UnknownCodesReader,
  ) {}

  /** `Prefer: respond-async` answers at once with the job; without, when every row was checked. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: Asked,
  ): Promise<Answer | { job: string }> {
    const actor = await this.actors.changing(request, 'UPLOAD');
    const frame = readFrame(query);
    const { cut, ...file } = await readUpload(request);
    if (cut) {
      void reply.status(413);
      const problems = [importProblem('ERROR', 'FILE_TOO_LARGE', {}, { max: 10 })];
      return { job: null, state: 'REFUSED', summary: NOTHING, problems };
    }
    const { job, checked } = await this.imports.start(actor, { ...frame, ...file });
    if (request.headers.prefer === 'respond-async') {
      void reply.status(202);
      return { job };
    }
    await checked;
    const done = isDryRun(query) ? null : await this.imports.commit(actor, job);
    return this.answer(done?.job ?? (await this.imports.job(actor, job)), done?.problems);
  }

  @Get(':job')
  @Header('cache-control', 'no-store')
  async job(
    @Req() request: FastifyRequest,
    @Param('job') id: string,
  ): Promise<ImportJob & Pick<Answer, 'problems'>> {
    const job = await this.imports.job(await this.actors.of(request), id);
    return { ...job, problems: await this.problemsOf(job) };
  }

  @Get(':job/rows')
  @Header('cache-control', 'no-store')
  async page(
    @Req() request: FastifyRequest,
    @Param('job') id: string,
    @Query() query: Asked,
  ): Promise<RowsPage> {
    const job = await this.imports.job(await this.actors.of(request), id);
    return this.rows.page(job.job, query, readLanguage(query) ?? job.lang ?? 'en');
  }

  @Get(':job/unknown')
  @Header('cache-control', 'no-store')
  async unknown(
    @Req() request: FastifyRequest,
    @Param('job') id: string,
    @Query() query: Asked,
  ): Promise<{ unknown: UnknownCode[] }> {
    const job = await this.imports.job(await this.actors.of(request), id);
    return { unknown: await this.codes.of(job, readLanguage(query) ?? job.lang ?? 'en') };
  }

  @Get(':job/errors.csv')
  async errors(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('job') id: string,
    @Query() query: Asked,
  ): Promise<string> {
    const job = await this.imports.job(await this.actors.of(request), id);
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="errors-${job.area}-${job.cycle}.csv"`,
      'cache-control': 'no-store',
    });
    const problems = [...job.fileProblems, ...(await this.rows.problems(job.job, 1e6))];
    return errorList(readLanguage(query) ?? job.lang ?? 'en', problems);
  }

  @Post(':job/check')
  @HttpCode(202)
  @Header('cache-control', 'no-store')
  async again(
    @Req() request: FastifyRequest,
    @Param('job') id: string,
    @Body() body: unknown,
  ): Promise<{ job: string }> {
    const actor = await this.actors.changing(request);
    const { job } = await this.imports.again(actor, id, {
      columns: readColumnChoice(body),
      codes: readCodes(body),
    });
    return { job };
  }

  @Post(':job/rows/:number')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async mend(
    @Req() request: FastifyRequest,
    @Param('job') id: string,
    @Param('number') number: string,
    @Body() body: unknown,
  ): Promise<Answer> {
    const actor = await this.actors.changing(request);
    if (!/^\d{1,6}$/.test(number)) throw new ApiError('NOT_FOUND');
    return this.answer(await this.imports.mend(actor, id, Number(number), readMend(body)));
  }

  @Post(':job/commit')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async commit(@Req() request: FastifyRequest, @Param('job') id: string): Promise<Answer> {
    const actor = await this.actors.changing(request);
    const { job, problems } = await this.imports.commit(actor, id);
    return this.answer(job, problems);
  }

  private async answer(job: ImportJob, more: readonly ImportProblem[] = []): Promise<Answer> {
    const { state, summary } = job;
    const problems = [...more, ...(await this.problemsOf(job))];
    return { job: job.job, state, summary: summary ?? NOTHING, problems };
  }

  private async problemsOf(job: ImportJob): Promise<ImportProblem[]> {
    return [...job.fileProblems, ...(await this.rows.problems(job.job, 1000))];
  }
}
