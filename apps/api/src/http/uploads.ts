import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { MAX_FRAMEWORK_BYTES } from '../graphql/limits.ts';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Media types of SDMX data messages in XML and CSV (SDMX REST). */
const SDMX_DATA = /^application\/vnd\.sdmx\.[a-z.]*data\+(?:xml|csv)\b/;

/**
 * Files come as multipart/form-data, one at a time, and are read only by the route that accepts them. Any other body has at most MAX_BODY_BYTES
 * (create-app.ts), except the framework and, from those whom `expectSender` lets in, SDMX messages.
 */
export async function registerUploads(
  app: NestFastifyApplication,
  expectSender: (request: FastifyRequest) => Promise<unknown>,
): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fileSize: MAX_UPLOAD_BYTES, fields: 5, fieldSize: 10_000, parts: 6 },
    // the route itself reports that a file is too large, instead of the request being refused as broken
    throwFileSizeLimit: false,
  });
  const web = app.getHttpAdapter().getInstance();
  web.addContentTypeParser(SDMX_DATA, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  web.addHook('onRoute', (route) => {
    if (route.url === '/framework') route.bodyLimit = MAX_FRAMEWORK_BYTES;
    if (route.url !== '/sdmx/data') return;
    route.bodyLimit = MAX_UPLOAD_BYTES;
    // before a byte of the body is read
    route.preParsing = async (request, _reply, payload) => {
      await expectSender(request);
      return payload;
    };
  });
}
