import { DriverException } from '@mikro-orm/core';

/**
 * An error for the log. The database's message about a failed statement quotes its values, and those of drafts and people must not
 * be in logs: only the kind, the code, the table and where it happened are kept.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { constructor, message, stack = '', ...rest } = error as Error & Record<string, unknown>;
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const fromDatabase = error instanceof DriverException || 'severity' in rest;
  return {
    type: constructor.name,
    ...(fromDatabase
      ? { code: rest['code'], table: rest['table'], constraint: rest['constraint'] }
      : { message }),
    stack: frames.join('\n'),
  };
}
