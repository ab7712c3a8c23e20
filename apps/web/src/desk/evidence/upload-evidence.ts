import { RequestFailed, answerIn, problemOf, type ErrorBody } from '../auth.ts';
import type { Problem } from '../problem-text.ts';
import type { EvidenceFragment } from './evidence.generated.ts';

/** What the picker offers; what a file is, the api reads from its bytes. */
export const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.xlsx,.csv,.xml';

interface Answer {
  evidence: Pick<EvidenceFragment, 'id' | 'title'> | null;
  problems: readonly Problem[];
}

/** Sends one file of a country. A lost connection is a problem among the others. */
export async function uploadEvidence(area: string, file: File): Promise<Answer> {
  const body = new FormData();
  body.append('file', file);
  try {
    const response = await fetch(`/evidence?area=${encodeURIComponent(area)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'x-qadam': '1' },
      body,
    });
    const answer = (await response.json()) as Answer | ErrorBody;
    if ('problems' in answer) return answer;
    throw new RequestFailed(answerIn(answer));
  } catch (error) {
    return { evidence: null, problems: [problemOf(error)] };
  }
}
