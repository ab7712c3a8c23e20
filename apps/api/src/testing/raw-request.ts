import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './harness.ts';

export interface RawAnswer {
  status: number | undefined;
  body: string;
  /** Was the answer complete, according to HTTP? */
  complete: boolean;
}

/** Sends a request with the path exactly as written, because clients would remove dots from it. The app must be listening. */
export function rawRequest(
  { app }: TestApp,
  path: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('error', () => undefined); // the answer was broken off
      response.on('close', () => {
        resolve({ status: response.statusCode, body, complete: response.complete });
      });
    })
      .on('error', reject)
      .end();
  });
}
