import { Controller, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../../graphql/api-error.ts';
import { ImportAnswers, type ImportAnswer } from './import-answers.ts';
import { importFrame, isDryRun } from './import-query.ts';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** Receives an SDMX message as the body of a request, for programs that cannot send a form. It is then handled like any file. */
@Controller('sdmx/data')
export class SdmxUploadController {
  constructor(private readonly answers: ImportAnswers) {}

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
    const { body } = request;
    if (!Buffer.isBuffer(body))
      throw new ApiError('BAD_USER_INPUT', 'Send a message with a media type of SDMX.');
    const file = { fileName: 'message.sdmx', bytes: body };
    const how = { dryRun: isDryRun(query), prefer: request.headers.prefer };
    return this.answers.answer(actor, { ...frame, ...file }, how, reply);
  }
}
