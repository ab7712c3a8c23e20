import { afterEach, expect, it, jest } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { errorCode, errorReference, errorWait } from '../desk/refusal.ts';
import { ReleasesDocument } from '../features/publication/releases.generated.ts';
import { overNetwork, publicReads, type Answers, type Execute } from './public-reads.ts';

const lang = 'en';
const answer = (number: string) => ({ data: { releases: [{ number }] } });
const key = 'Releases {"lang":"en"}';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

it('takes what came with the page, and asks for it only when told to ask again', async () => {
  const execute = jest.fn<Execute>(() => Promise.resolve(answer('2026.2')));
  const answers: Answers = { [key]: answer('2026.1') };
  const ask = publicReads(execute, answers);
  expect(await ask(ReleasesDocument, { lang })).toEqual({ releases: [{ number: '2026.1' }] });
  expect(execute).not.toHaveBeenCalled();
  expect(await ask(ReleasesDocument, { lang }, true)).toEqual({ releases: [{ number: '2026.2' }] });
  expect(answers[key]).toEqual(answer('2026.2'));
});

it('asks once for what is asked for twice at the same time', async () => {
  const execute = jest.fn<Execute>(() => Promise.resolve(answer('2026.1')));
  const ask = publicReads(execute);
  await Promise.all([ask(ReleasesDocument, { lang }), ask(ReleasesDocument, { lang })]);
  await ask(ReleasesDocument, { lang: 'ru' });
  expect(execute).toHaveBeenCalledTimes(2);
});

it('keeps no refusal, and says what the API said of it', async () => {
  const extensions = { code: 'RATE_LIMITED', requestId: 'req-1', retryAfter: 7 };
  const refusals = [new GraphQLError('Too many.', { extensions }).toJSON()];
  const execute = jest
    .fn<Execute>(() => Promise.resolve(answer('2026.1')))
    .mockResolvedValueOnce({ errors: refusals, data: null });
  const ask = publicReads(execute);
  const error: unknown = await ask(ReleasesDocument, { lang }).catch((reason: unknown) => reason);
  expect([errorCode(error), errorReference(error), errorWait(error)]).toEqual([
    'RATE_LIMITED',
    'req-1',
    7,
  ]);
  expect(await ask(ReleasesDocument, { lang })).toEqual({ releases: [{ number: '2026.1' }] });
});

it('sends the text of the query without a cookie', async () => {
  const fetched = jest.fn<(url: string, init: RequestInit & { body: string }) => Promise<object>>();
  fetched.mockResolvedValue({ json: () => Promise.resolve(answer('2026.1')) });
  globalThis.fetch = fetched as unknown as typeof fetch;
  await publicReads(overNetwork)(ReleasesDocument, { lang });
  const [url, init] = fetched.mock.calls[0] ?? [];
  expect([url, init?.method, init?.credentials]).toEqual(['/graphql', 'POST', 'omit']);
  expect(JSON.parse(init?.body ?? '')).toEqual({
    query: ReleasesDocument.toString(),
    operationName: 'Releases',
    variables: { lang },
  });
});
