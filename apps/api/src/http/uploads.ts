import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { asNobody } from '../database/standing.ts';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Media types of SDMX data messages in XML and CSV (SDMX REST). */
const SDMX_DATA = /^application\/vnd\.sdmx\.[a-z.]*data\+(?:xml|csv)\b/;

/** How large the bodies of a route may be, and who must be known before a byte of one is read. */
interface LargeBodies {
  bytes: number;
  senderOf: (request: FastifyRequest) => Promise<unknown>;
}

/**
 * Files come as multipart/form-data, one at a time, and are read only by the route that accepts them. Any other body has at most MAX_BODY_BYTES
 * (create-app.ts), except at the routes in `large`.
 */
export async function registerUploads(
  app: NestFastifyApplication,
  large: Readonly<Record<string, LargeBodies>>,
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
    const found = large[route.url];
    if (found === undefined) return;
    route.bodyLimit = found.bytes;
    route.preParsing = async (request, _reply, payload) => {
      await asNobody(() => found.senderOf(request));
      return payload;
    };
  });
}
