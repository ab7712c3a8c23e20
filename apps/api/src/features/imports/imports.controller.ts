import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { csvLine } from '@qadam/domain';
import { type Language, problemSlots, type TextKey, translator } from '@qadam/i18n';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uploadedFile } from '../../http/uploads.ts';
import { type ImportAnswer, ImportAnswers } from './import-answers.ts';
import type { ImportProblem } from './import-problem.ts';
import { importFrame, isDryRun, queryLanguage } from './import-query.ts';
import { ImportsService } from './imports.service.ts';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** Receives files over HTTP, from a form or from a script of a statistical office. The interface asks for the results by GraphQL. */
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly answers: ImportAnswers,
    private readonly imports: ImportsService,
  ) {}

  /** With `Prefer: respond-async` the job is answered at once; otherwise the answer comes when every row has been checked. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async upload(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query() query: Asked,
  ): Promise<ImportAnswer> {
    const actor = await this.answers.senderOf(request);
    const frame = importFrame(query);
    const { name, bytes, cut } = await uploadedFile(request);
    if (cut) return this.answers.tooLarge(reply);
    const file = { fileName: cleanName(name), bytes };
    const how = { dryRun: isDryRun(query), prefer: request.headers.prefer };
    return this.answers.answer(actor, { ...frame, ...file }, how, reply);
  }

  /** The result, for a program that did not wait for it. */
  @Get(':job')
  @Header('cache-control', 'no-store')
  async job(@Req() request: FastifyRequest, @Param('job') id: string): Promise<ImportAnswer> {
    return this.answers.told(await this.imports.job(await this.answers.readerOf(request), id));
  }

  @Get(':job/errors.csv')
  async errors(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('job') id: string,
    @Query() query: Asked,
  ): Promise<string> {
    const job = await this.imports.job(await this.answers.readerOf(request), id);
    const { area, cycle, lang } = job;
    const name = ['errors', area, ...(cycle === null ? [] : [cycle])].join('-');
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    });
    const problems = [...job.fileProblems, ...(await this.imports.problems(job.job, 1e6))];
    return errorList(queryLanguage(query) ?? lang ?? 'en', problems);
  }
}

/** The list of problems as a CSV to download: where each one is, its code, and the sentence that the page shows. */
async function errorList(language: Language, problems: readonly ImportProblem[]): Promise<string> {
  const word = await translator(language, 'files');
  const say = await translator(language, 'problems');
  const sentence = (problem: ImportProblem): string => {
    const slots = problemSlots(language, problem);
    const sentenceText = say(problem.code as TextKey<'problems'>, slots);
    // the translator returns the code itself if it has no sentence for it
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
  const text = [head, ...lines].map(csvLine);
  // the byte order mark lets Excel recognise UTF-8
  return `\uFEFF${text.join('\r\n')}\r\n`;
}

/** The file name as shown to people; no file is ever stored under it. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(0, 200) || 'file';
}
