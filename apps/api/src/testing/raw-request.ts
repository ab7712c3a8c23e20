import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './harness.ts';

export interface RawAnswer {
  status: number | undefined;
  body: string;
  /** Whether the answer came to its end, as HTTP says. */
  complete: boolean;
}

/** Over a socket, with the path as it is written: no client takes dots out of it first. The app listens. */
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
      response.on('error', () => undefined); // broken off
      response.on('close', () => {
        resolve({ status: response.statusCode, body, complete: response.complete });
      });
    })
      .on('error', reject)
      .end();
  });
}
