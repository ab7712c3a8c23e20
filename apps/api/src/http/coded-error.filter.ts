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
  /** No code of ours answers at this address. */
  nowhere?: boolean;
}

/** What a client did wrong before any code of ours ran: broken JSON, a body too large, a path that does not exist. */
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

/** Answered by a page at any address: too many requests, or no page could be made. */
const ALWAYS_A_PAGE = [429, 500, 503];

const OTHER_CLIENT_ERROR = { code: 'BAD_USER_INPUT', message: 'The request is not valid.' };

function judge(error: unknown): Answer {
  const problem = clientErrorOf(error);
  if (problem) {
    const { code, message, retryAfter } = problem;
    return { status: statusOf(code), code, message, retryAfter };
  }
  const given = error instanceof HttpException ? error.getStatus() : 500;
  // a library forbids an address with dots in it; here it is an unknown address
  const status = given === 403 ? 404 : given;
  if (status >= 400 && status < 500)
    return { status, ...(CLIENT_ERRORS[status] ?? OTHER_CLIENT_ERROR), nowhere: status === 404 };
  log.error({ err: error }, 'an HTTP request failed');
  return { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' };
}

/**
 * The same shape from every address: { errors: [{ message, extensions: { code, requestId } }] }; a request for a
 * page is answered by a page.
 */
@Catch()
export class CodedErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): unknown {
    // Inside GraphQL the server formats it.
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
    // Nest does not await a filter: a rejected promise would end the process
    return sendErrorPage(request, reply, { status, retryAfter, requestId: id }).catch(
      (failure: unknown) => {
        log.error({ err: failure }, 'the page of an error failed');
        return sendJson();
      },
    );
  }
}
