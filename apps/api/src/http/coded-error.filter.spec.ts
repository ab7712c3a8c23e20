import { afterEach, expect, it, jest } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { CodedErrorFilter } from './coded-error.filter.ts';
import { log } from './log.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

it('answers JSON where not even the page of an error can be made, and leaves no promise rejected', async () => {
  const logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
  const reply = {
    status: () => reply,
    header: () => reply,
    type: jest.fn(() => reply),
    send: jest.fn(() => reply),
  };
  const headers = {
    accept: 'text/html',
    get 'accept-language'(): string {
      throw new TypeError('no page');
    },
  };
  const host = {
    getType: () => 'http',
    switchToHttp: () => ({
      getRequest: () => ({ method: 'GET', url: '/', headers }),
      getResponse: () => reply,
    }),
  };
  await new CodedErrorFilter().catch(new Error('first'), host as unknown as ArgumentsHost);
  expect(reply.type.mock.calls).toEqual([['application/json; charset=utf-8']]);
  expect(reply.send.mock.calls).toEqual([[expect.stringContaining('"code":"INTERNAL"')]]);
  expect(logged).toHaveBeenCalledTimes(2);
});
