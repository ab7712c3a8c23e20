import type { Problem } from '../../desk/problem-text.ts';

export interface ImportAnswer {
  basis: string;
  committed: boolean;
  differences: { object: string; code: string; change: string; fields: { field: string }[] }[];
  warnings: Problem[];
  problems: Problem[];
}

/** Sends the file as it is: without a basis it only answers what would change. */
export async function sendFramework(
  text: string,
  commit?: { basis: string; reason: string },
): Promise<ImportAnswer> {
  const query = new URLSearchParams(commit ? { dryRun: 'false', ...commit } : { dryRun: 'true' });
  const response = await fetch(`/framework?${query.toString()}`, {
    method: 'POST',
    credentials: 'same-origin',
    // another site cannot send this header
    headers: { 'x-qadam': '1', 'content-type': 'application/json' },
    body: text,
  });
  const body = (await response.json()) as ImportAnswer & {
    errors?: { extensions?: { code?: string; requestId?: string } }[];
  };
  const refused = body.errors?.[0]?.extensions;
  if (!refused) return body;
  const params = [{ name: 'reference', value: refused.requestId ?? '–' }];
  const problems = [{ code: `API_${refused.code ?? 'INTERNAL'}`, params }];
  return { basis: '', committed: false, differences: [], warnings: [], problems };
}
