/** Loads a query again. A failure is shown where the query is shown; one that nobody waits for any more, nowhere. */
export const reloading = (refetch: () => Promise<unknown>) => async (): Promise<void> => {
  await refetch().catch(() => undefined);
};
