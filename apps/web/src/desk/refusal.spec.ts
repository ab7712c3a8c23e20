import { CombinedGraphQLErrors, ServerError } from '@apollo/client';
import { expect, it } from '@jest/globals';
import { errorCode, errorReference, errorWait } from './refusal.ts';

const errors = [
  { message: 'Later.', extensions: { code: 'UNAVAILABLE', requestId: 'req-2', retryAfter: 5 } },
];
const told = (error: unknown) => [errorCode(error), errorReference(error), errorWait(error)];

it('reads what the API says of a refusal, in an answer or in the body of a status', () => {
  const answered = new CombinedGraphQLErrors({ errors, data: null });
  const response = { status: 503 } as Response;
  const unread = new ServerError('503', { response, bodyText: JSON.stringify({ errors }) });
  expect(told(answered)).toEqual(['UNAVAILABLE', 'req-2', 5]);
  expect(told(unread)).toEqual(['UNAVAILABLE', 'req-2', 5]);
});

it('knows nothing of what the API never answered', () => {
  const response = { status: 502 } as Response;
  const proxy = new ServerError('502', { response, bodyText: '<h1>Bad gateway</h1>' });
  for (const error of [new Error('Failed to fetch'), proxy, 'text', undefined])
    expect(told(error)).toEqual([undefined, undefined, undefined]);
});
