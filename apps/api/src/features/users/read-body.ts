import { ApiError } from '../../graphql/api-error.ts';

function refuseOthers(body: unknown, names: readonly string[]): Record<string, unknown> {
  const fields =
    typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : {};
  const given = Object.keys(fields);
  if (given.length !== names.length || !given.every((name) => names.includes(name)))
    throw new ApiError('BAD_USER_INPUT', `Send ${names.join(' and ') || 'nothing'} and no more.`);
  return fields;
}

/** Reads the named texts, and refuses anything else. */
export function readTexts<const N extends string>(
  body: unknown,
  names: readonly N[],
): Record<N, string> {
  const fields = refuseOthers(body, names);
  if (!Object.values(fields).every((value) => typeof value === 'string'))
    throw new ApiError('BAD_USER_INPUT', `Send texts: ${names.join(' and ')}.`);
  return fields as Record<N, string>;
}

/** Reads the answer of a passkey that a browser forwards in `response`, and the named texts. The content of `response` is checked by the library. */
export function readPasskeyAnswer<const N extends string = never>(
  body: unknown,
  names: readonly N[] = [],
): Record<N, string> & { response: { id: string } } {
  const { response, ...texts } = refuseOthers(body, [...names, 'response']);
  const isAnswer =
    typeof response === 'object' &&
    response !== null &&
    'id' in response &&
    typeof response.id === 'string';
  if (!isAnswer) throw new ApiError('BAD_USER_INPUT', 'Send what the passkey answered.');
  return { ...readTexts(texts, names), response: response as { id: string } };
}
