import { log } from '../../http/log.ts';

const EVERY_MS = 30_000;

/** Looks for a due release every half minute, one look at a time. The answer stops it, after the look under way. */
export function startReleaseClock(
  publishDue: () => Promise<void>,
  everyMs = EVERY_MS,
): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const look = () => {
    looking ??= publishDue()
      .catch((error: unknown) =>
        log.error({ err: error }, 'A planned release failed; tried again.'),
      )
      .finally(() => {
        looking = null;
      });
  };
  const timer = setInterval(look, everyMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
