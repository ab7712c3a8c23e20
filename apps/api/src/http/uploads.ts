import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;

/** Files come as multipart/form-data, one at a time; whoever takes one reads it, nobody else does. */
export async function registerUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(multipart, {
    limits: { files: 1, fileSize: MAX_UPLOAD_BYTES, fields: 5, fieldSize: 10_000, parts: 6 },
    // a file too large is told as such by whoever asked for it, and not as a broken request
    throwFileSizeLimit: false,
  });
}
