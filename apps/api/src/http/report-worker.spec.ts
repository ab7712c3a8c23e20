import path from 'node:path';
import { expect, it } from '@jest/globals';
import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import { registerReportWorker } from './report-worker.ts';

it('the worker of the report is asked for anew each time, and may ask this site only', async () => {
  const server = fastify();
  const root = path.join(import.meta.dirname, '../../../web/public');
  await server.register(fastifyStatic, { root: path.join(root, 'assets'), prefix: '/assets/' });
  registerReportWorker(server, root);
  const answer = await server.inject('/report-worker.js');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': expect.stringMatching(/javascript/),
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  });
  await server.close();
});
