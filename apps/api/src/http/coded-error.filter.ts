import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statusOf } from '../graphql/api-error.ts';
import { clientErrorOf } from '../graphql/client-error.ts';
import { log, requestId } from './log.ts';
import { isReader, sendErrorPage } from './error-page.ts';

interface Answer {
  status: number;
  code: string;
  message: string;
  retryAfter?: number | undefined;
  /** True if no code of ours answers at this address. */
  nowhere?: boolean;
}

/** Answers to mistakes that are found before our code runs: broken JSON, a body that is too large, a path that does not exist. */
const CLIENT_ERRORS: Readonly<Record<number, Omit<Answer, 'status'>>> = {
  400: {
    code: 'BAD_USER_INPUT',
    message: 'The request is not valid: its body is empty, broken or not JSON.',
  },
  404: { code: 'NOT_FOUND', message: 'There is nothing at this address.' },
  405: { code: 'BAD_USER_INPUT', message: 'This address does not answer that method.' },
  413: { code: 'BAD_USER_INPUT', message: 'The request is too large.' },
  415: { code: 'BAD_USER_INPUT', message: 'Send JSON.' },
};

/** Statuses that are shown as a page at any address: too many requests, or no page could be made. */
const ALWAYS_A_PAGE = [429, 500, 503];

const OTHER_CLIENT_ERROR = { code: 'BAD_USER_INPUT', message: 'The request is not valid.' };

function judge(error: unknown): Answer {
  const problem = clientErrorOf(error);
  if (problem) {
    const { code, message, retryAfter } = problem;
    return { status: statusOf(code), code, message, retryAfter };
  }
  const given = error instanceof HttpException ? error.getStatus() : 500;
  // a library forbids addresses with dots in them; to us they are just unknown
  const status = given === 403 ? 404 : given;
  if (status >= 400 && status < 500)
    return { status, ...(CLIENT_ERRORS[status] ?? OTHER_CLIENT_ERROR), nowhere: status === 404 };
  log.error({ err: error }, 'an HTTP request failed');
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' };
}

/**
 * Errors have the same shape at every address: { errors: [{ message, extensions: { code, requestId } }] }. A request for a page is answered by a
 * page.
 */
@Catch()
export class CodedErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    // the GraphQL server formats its own errors
    if (host.getType<string>() === 'graphql') return error;
    const { status, code, message, retryAfter, nowhere = false } = judge(error);
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const id = requestId.getStore() ?? null;
    void reply.status(status).header('cache-control', 'no-store');
    if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
    const extensions = { code, requestId: id, retryAfter };
    const sendJson = () =>
      reply
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ errors: [{ message, extensions }] }));
    if (!isReader(request) || !(nowhere || ALWAYS_A_PAGE.includes(status))) return sendJson();
    // Nest does not await filters, and a rejected promise would end the process
    return sendErrorPage(request, reply, { status, retryAfter, requestId: id }).catch(
      (failure: unknown) => {
        log.error({ err: failure }, 'the page of an error failed');
        return sendJson();
      },
    );
  }
}
