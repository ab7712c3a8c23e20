import type { TestApp } from './harness.ts';

export interface Upload {
  name: string;
  bytes: Buffer | string;
  field?: string;
}

const BOUNDARY = 'qadam-boundary';

/** Sends a file as a browser does, with a session (null: without one). */
export async function upload(
  api: TestApp,
  who: string | null,
  url: string,
  { name, bytes, field = 'file' }: Upload,
  headers: Record<string, string> = { 'x-qadam': '1' },
) {
  const payload = Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return api.http({
    method: 'POST',
    url,
    payload,
    headers: {
      ...headers,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...(who === null ? {} : { cookie: await api.cookie(who) }),
    },
  });
}
