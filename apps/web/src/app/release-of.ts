interface WithRelease {
  release?: { number?: string; latest?: boolean } | null;
}

/** The release that the data of a route were read from. */
export const releaseOf = ({ loaderData }: { loaderData?: unknown }) =>
  (loaderData as WithRelease | undefined)?.release;
