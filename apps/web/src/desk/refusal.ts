interface Extensions {
  code?: unknown;
  requestId?: unknown;
  retryAfter?: unknown;
}
/** Where an error holds the answer of the API: in `errors`, in `answer` (RequestFailed), or in a body that Apollo could not parse. */
interface Told {
  answer?: Extensions;
  errors?: readonly { extensions?: Extensions }[];
  bodyText?: string;
}

function extensionsOf(error: unknown): Extensions {
  if (!(error instanceof Error)) return {};
  const { answer, errors, bodyText } = error as Told;
  if (answer) return answer;
  if (errors) return errors[0]?.extensions ?? {};
  if (bodyText === undefined) return {};
  try {
    return (JSON.parse(bodyText) as Told).errors?.[0]?.extensions ?? {};
  } catch {
    return {};
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The code with which the API refused; undefined if it did not answer. */
export const errorCode = (error: unknown): string | undefined => text(extensionsOf(error).code);

/** The reference by which the operator finds the request in the log. */
export const errorReference = (error: unknown): string | undefined =>
  text(extensionsOf(error).requestId);

/** Seconds until another attempt makes sense, if the API gave them. */
export const errorWait = (error: unknown): number | undefined => {
  const { retryAfter } = extensionsOf(error);
  return typeof retryAfter === 'number' ? retryAfter : undefined;
};
