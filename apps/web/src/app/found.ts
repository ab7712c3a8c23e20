import { notFound } from '@tanstack/react-router';

/** What the API has no object for is a page that does not exist. */
export function found<T>(object: T | null | undefined): T {
  if (object === null || object === undefined) throw notFound();
  return object;
}
