import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { asNobody } from '../database/standing.ts';
import { ApiError } from '../graphql/api-error.ts';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Media types of SDMX data messages in XML and CSV (SDMX REST). */
const SDMX_DATA = /^application\/vnd\.sdmx\.[a-z.]*data\+(?:xml|csv)\b/;

/** How large the bodies of a route may be, and who must be known before a byte of one is read. */
interface LargeBodies {
  bytes: number;
  senderOf: (request: FastifyRequest) => Promise<unknown>;
}

/** Where a form may bring a file. */
const OF_FILES: readonly string[] = ['/evidence', '/imports'];

/** Does the request bring a file to a route that reads one? */
export const bringsFile = ({ headers, routeOptions }: FastifyRequest): boolean =>
  OF_FILES.includes(routeOptions.url ?? '') &&
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');

export interface UploadedFile {
  name: string;
  bytes: Buffer;
  /** True if it is larger than MAX_UPLOAD_BYTES: `bytes` is not all of it. */
  cut: boolean;
}

/** The file that a form brings in its field `file`. The route must be one of OF_FILES. */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!bringsFile(request)) throw new ApiError('BAD_USER_INPUT', 'Send multipart/form-data.');
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file')
      throw new ApiError('BAD_USER_INPUT', 'Send one file as `file`.');
    const bytes = await part.toBuffer();
    return { name: part.filename, bytes, cut: part.file.truncated };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError('BAD_USER_INPUT', 'The upload is not complete.');
  }
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
