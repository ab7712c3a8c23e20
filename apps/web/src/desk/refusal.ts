interface Extensions {
  code?: unknown;
  requestId?: unknown;
  retryAfter?: unknown;
}
/** Of an error: what the API says of it in its answer (`errors`, or `answer` where it was read), or the body of an answer that Apollo did not read. */
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

/** The code of a refusal by the API; undefined when it never answered. */
export const errorCode = (error: unknown): string | undefined => text(extensionsOf(error).code);

/** The reference by which the operator finds the request in the log. */
export const errorReference = (error: unknown): string | undefined =>
  text(extensionsOf(error).requestId);

/** Seconds until another attempt makes sense, where the API named them. */
export const errorWait = (error: unknown): number | undefined => {
  const { retryAfter } = extensionsOf(error);
  return typeof retryAfter === 'number' ? retryAfter : undefined;
};
