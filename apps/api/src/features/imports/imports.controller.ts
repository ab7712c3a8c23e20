import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { exportCsvCell } from '@qadam/domain';
import { isLanguage, type Language, problemSlots, type TextKey, translator } from '@qadam/i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { RequestActor } from '../users/request-actor.ts';
import type { ImportJob } from './import-job.store.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import type { ImportSummary } from './imports.type.ts';
import { ImportsService } from './imports.service.ts';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

interface Answer {
  job: string | null;
  state: ImportJob['state'];
  summary: ImportSummary;
  problems: ImportProblem[];
}

const NOTHING: ImportSummary = { rows: 0, new: 0, changed: 0, same: 0, rejected: 0, errors: 0 };

/** Files over HTTP, as a form or a script of a statistical office sends them. What becomes of one is asked by GraphQL. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly actors: RequestActor,
    private readonly imports: ImportsService,
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
    const problems = [...job.fileProblems, ...(await this.imports.problems(job.job, 1e6))];
    return errorList(readLanguage(query) ?? job.lang ?? 'en', problems);
  }

  private async answer(job: ImportJob, more: readonly ImportProblem[] = []): Promise<Answer> {
    const { job: id, state, summary, fileProblems } = job;
    const problems = [...more, ...fileProblems, ...(await this.imports.problems(id))];
    return { job: id, state, summary: summary ?? NOTHING, problems };
  }
}

/** The list of problems that a person takes along: where each is, its code, and the sentence the page shows. */
async function errorList(language: Language, problems: readonly ImportProblem[]): Promise<string> {
  const word = await translator(language, 'files');
  const say = await translator(language, 'problems');
  const sentence = (problem: ImportProblem): string => {
    const slots = problemSlots(language, problem);
    const sentenceText = say(problem.code as TextKey<'problems'>, slots);
    // a code without a sentence comes back as it is
    return sentenceText === problem.code ? say('UNKNOWN', slots) : sentenceText;
  };
  const head = (['row', 'column', 'severity', 'code', 'sentence'] as const).map((name) =>
    word(`errors.${name}`),
  );
  const lines = problems.map((problem) => [
    problem.row,
    problem.column,
    word(`errors.${problem.severity}`),
    problem.code,
    sentence(problem),
  ]);
  const text = [head, ...lines].map((line) =>
    line.map((value) => exportCsvCell({ value }).cell).join(','),
  );
  // the mark lets Excel see that it is UTF-8
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

const one = (query: Asked, name: string): string => {
  const given = query[name];
  return typeof given === 'string' ? given : '';
};

function readFrame(query: Asked) {
  const cycle = one(query, 'cycle');
  if (!/^\d{4}$/.test(cycle))
    throw new ApiError('BAD_USER_INPUT', 'cycle is a year of four digits.');
  return { area: one(query, 'country'), cycle: Number(cycle), lang: readLanguage(query) };
}

function readLanguage(query: Asked): Language | null {
  const lang = one(query, 'lang');
  return isLanguage(lang) ? lang : null;
}

/** Absent means yes: nothing is stored by accident. */
const isDryRun = (query: Asked): boolean => one(query, 'dryRun') !== 'false';

async function readUpload(request: FastifyRequest) {
  if (!request.isMultipart()) throw new ApiError('BAD_USER_INPUT', 'Send multipart/form-data.');
  const part = await request.file();
  if (part?.fieldname !== 'file') throw new ApiError('BAD_USER_INPUT', 'Send the part "file".');
  const bytes = await part.toBuffer();
  return { fileName: cleanName(part.filename), bytes, cut: part.file.truncated };
}

/** For people only: nothing is ever stored under it. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}
