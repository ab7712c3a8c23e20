import { setTimeout as wait } from 'node:timers/promises';
import type { TestApp } from './harness.ts';

interface Sent {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads what it asked for, and fails where it is not
  body: any;
}

interface Options {
  country?: string;
  cycle?: string;
  dryRun?: boolean;
  lang?: string;
  fileName?: string;
  headers?: Record<string, string>;
}

/** Requests for imports, as a browser or a script sends them. */
export function importRequests(api: TestApp) {
  async function headersOf(who: string | null): Promise<Record<string, string>> {
    return { 'x-qadam': '1', ...(who === null ? {} : { cookie: await api.cookie(who) }) };
  }

  async function send(
    who: string | null,
    file: string | Uint8Array,
    options: Options = {},
  ): Promise<Sent> {
    const {
      country = 'KGZ',
      cycle = '2025',
      dryRun = true,
      lang,
      fileName = 'return.csv',
    } = options;
    const query = new URLSearchParams({ country, cycle, dryRun: String(dryRun) });
    if (lang !== undefined) query.set('lang', lang);
    const boundary = 'x-boundary-of-the-test';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      Buffer.from(file),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const response = await api.http({
      method: 'POST',
      url: `/imports?${query.toString()}`,
      headers: {
        ...(await headersOf(who)),
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...options.headers,
      },
      payload,
    });
    return { status: response.statusCode, body: response.json<unknown>() };
  }

  async function get(who: string | null, path: string): Promise<Sent> {
    const response = await api.http({
      method: 'GET',
      url: `/imports/${path}`,
      headers: await headersOf(who),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: isJson ? response.json<unknown>() : response.body };
  }

  async function post(who: string | null, path: string, body: object = {}): Promise<Sent> {
    const response = await api.http({
      method: 'POST',
      url: `/imports/${path}`,
      headers: await headersOf(who),
      payload: body,
    });
    return { status: response.statusCode, body: response.json<unknown>() };
  }

  /** The job when its file is read. */
  async function checked(who: string, job: string): Promise<Sent['body']> {
    for (;;) {
      const answer = await get(who, job);
      if ((answer.body as { state: string }).state !== 'READING') return answer.body;
      await wait(50);
    }
  }

  async function again(who: string, job: string, said: object = {}): Promise<Sent['body']> {
    const { status } = await post(who, `${job}/check`, said);
    if (status !== 202) throw new Error(`The check was answered with ${String(status)}.`);
    return checked(who, job);
  }

  return { send, get, post, checked, again };
}
