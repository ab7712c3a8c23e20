import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request and its reply; the handler returns the body. */
export interface Call {
  request: FastifyRequest;
  reply: FastifyReply;
}

export const Call = createParamDecorator((_data: unknown, context: ExecutionContext): Call => {
  const http = context.switchToHttp();
  return { request: http.getRequest(), reply: http.getResponse() };
});
