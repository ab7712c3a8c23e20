/** What a page is about, in the form that the API takes (features/exchange/catalogue/description.service.ts). */
export interface Described {
  kind: 'CATALOGUE' | 'RELEASE' | 'ACTION' | 'INDICATOR';
  release: string;
  code?: string;
}

interface Match {
  staticData: { describes?: Described['kind'] };
  params: object;
  loaderData?: unknown;
}

/** What a page is about, if its data can be downloaded; null before the first release. */
export function describedBy(match: Match | undefined): Described | null {
  const kind = match?.staticData.describes;
  if (match === undefined || kind === undefined) return null;
  const release = releaseOf(match)?.number;
  if (release === undefined) return null;
  return { kind, release, ...('code' in match.params ? { code: String(match.params.code) } : {}) };
}

interface WithRelease {
  release?: { number?: string; latest?: boolean; asOfYear?: number } | null;
}

/** The release that the data of a route were read from. */
export const releaseOf = ({ loaderData }: { loaderData?: unknown }) =>
  (loaderData as WithRelease | undefined)?.release;
