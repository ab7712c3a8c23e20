import { notFound } from '@tanstack/react-router';
import type { AppContext } from './context.ts';
import type { Question } from './public-reads.ts';

/** A public read in a route loader: from the kept answers if it was asked before, else from the network. */
export async function query<T, V>(
  { ask, pause }: Pick<AppContext, 'ask' | 'pause'>,
  question: Question<T, V>,
  variables: V,
): Promise<T> {
  await pause?.();
  return ask(question, variables);
}

/** If the API has no such object, the page does not exist. */
export function found<T>(object: T | null | undefined): T {
  if (object === null || object === undefined) throw notFound();
  return object;
}
