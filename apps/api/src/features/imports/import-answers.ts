import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, permit } from '../../graphql/access.ts';
import { ApiTokenStore } from '../api-tokens/api-token.store.ts';
import { RequestActor } from '../users/request-actor.ts';
import type { ImportJob, Upload } from './import-job.store.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';
import { prefersAsync } from './import-query.ts';
import type { ImportSummary } from './imports.type.ts';
import { ImportsService } from './imports.service.ts';

export interface Answer {
  job: string | null;
  state: ImportJob['state'];
  summary: ImportSummary;
  problems: ImportProblem[];
}
export type ImportAnswer = Answer | { job: string };

const NOTHING: ImportSummary = { rows: 0, new: 0, changed: 0, same: 0, rejected: 0, errors: 0 };

/** Answers HTTP requests that send a file, whoever sends it: as a form or as the body of the request. */
@Injectable()
export class ImportAnswers {
  constructor(
    private readonly actors: RequestActor,
    private readonly tokens: ApiTokenStore,
    private readonly imports: ImportsService,
  ) {}

  /** A program with a token, or a person with a session. Only the latter needs the check of the origin: no browser adds a token by itself. */
  async senderOf(request: FastifyRequest): Promise<Actor> {
    return (await this.tokens.of(request)) ?? this.actors.changing(request, 'UPLOAD');
  }

  async readerOf(request: FastifyRequest): Promise<Actor> {
    return (await this.tokens.of(request)) ?? this.actors.of(request);
  }

  /** With `respond-async` the job is answered at once, and what becomes of it is asked for; otherwise the answer comes when all is done. */
  async answer(
    actor: Actor,
    upload: Upload,
    { dryRun, prefer }: { dryRun: boolean; prefer: string | string[] | undefined },
    reply: FastifyReply,
  ): Promise<ImportAnswer> {
    if (!dryRun) permit(actor, 'COMMIT_IMPORT', { area: upload.area });
    const { job, checked } = await this.imports.start(actor, upload);
    if (prefersAsync(prefer)) {
      if (!dryRun) void this.imports.commitAfter(actor, job, checked);
      void reply.status(202);
      return { job };
    }
    await checked;
    const done = dryRun ? null : await this.imports.commit(actor, job);
    return done
      ? this.told(done.job, done.problems)
      : this.told(await this.imports.job(actor, job));
  }

  tooLarge(reply: FastifyReply): Answer {
    void reply.status(413);
    const problems = [importProblem('ERROR', 'FILE_TOO_LARGE', {}, { max: 10 })];
    return { job: null, state: 'REFUSED', summary: NOTHING, problems };
  }

  /** The state of a job, with the problems of the file and of its rows. */
  async told(job: ImportJob, more: readonly ImportProblem[] = []): Promise<Answer> {
    const { job: id, state, summary, fileProblems } = job;
    const problems = [...more, ...fileProblems, ...(await this.imports.problems(id))];
    return { job: id, state, summary: summary ?? NOTHING, problems };
  }
}
