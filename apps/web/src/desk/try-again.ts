/** What a failed page or part is asked again with: the `refetch` of its query, as a rule. */
export type Retry = () => unknown;

/** A second failure is shown where the first one is. */
export async function tryAgain(retry: Retry): Promise<void> {
  await Promise.resolve(retry()).catch(() => undefined);
}
