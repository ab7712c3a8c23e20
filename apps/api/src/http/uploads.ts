import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Media types of SDMX data messages in XML and CSV (SDMX REST). */
const SDMX_DATA = /^application\/vnd\.sdmx\.[a-z.]*data\+(?:xml|csv)\b/;

/** Files come as multipart/form-data, one at a time, and are read only by the route that accepts them; SDMX messages come as plain bodies. */
export async function registerUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fileSize: MAX_UPLOAD_BYTES, fields: 5, fieldSize: 10_000, parts: 6 },
    // the route itself reports that a file is too large, instead of the request being refused as broken
    throwFileSizeLimit: false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addContentTypeParser(
      SDMX_DATA,
      { parseAs: 'buffer', bodyLimit: MAX_UPLOAD_BYTES },
      (_request, body, done) => {
        done(null, body);
      },
    );
}
