import { RequestFailed, errorAnswerOf } from '../../desk/auth.ts';
import type { Problem } from '../../desk/problem-text.ts';
import type { ImportJobFragment } from './import-job.generated.ts';

interface Started {
  job: string | null;
  problems?: readonly Problem[];
}

/**
 * Uploads a file; without a cycle it is for all years in it. The answer comes with the job as soon as the file is
 * received; the page keeps the job in its address.
 */
export async function sendFile(
  file: File,
  frame: { country: string; cycle: number | null; lang: string },
): Promise<Started> {
  const body = new FormData();
  body.append('file', file);
  const { country, cycle, lang } = frame;
  const query = new URLSearchParams({
    country,
    ...(cycle === null ? {} : { cycle: String(cycle) }),
    lang,
    dryRun: 'true',
  });
  try {
    const response = await fetch(`/imports?${query.toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-qadam': '1', prefer: 'respond-async' },
      body,
    });
    // a file that is too large comes back as a problem, like others of a file
    if (!response.ok && response.status !== 413)
      throw new RequestFailed(errorAnswerOf(await response.text()));
    return (await response.json()) as Started;
  } catch (error) {
    if (!(error instanceof RequestFailed))
      return { job: null, problems: [{ code: 'UNREACHABLE', params: [] }] };
    const { code, requestId } = error.answer;
    const params = [{ name: 'reference', value: requestId ?? '–' }];
    return { job: null, problems: [{ code: `API_${code}`, params }] };
  }
}

/** Can the file be stored? It is checked, has no errors and changes something. */
export const isReady = ({ state, summary, fileProblems }: ImportJobFragment): boolean =>
  state === 'CHECKED' &&
  summary?.errors === 0 &&
  summary.new + summary.changed > 0 &&
  fileProblems.every(({ severity }) => severity !== 'ERROR');
