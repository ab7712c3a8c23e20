import type { Problem } from '../problem-text.ts';
import type { EvidenceFragment } from './evidence.generated.ts';

/** What the picker offers; what a file is, the api reads from its bytes. */
export const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.xlsx,.csv,.xml';

interface Answer {
  evidence: Pick<EvidenceFragment, 'id' | 'title'> | null;
  problems: readonly Problem[];
}

interface Failure {
  errors?: { extensions?: { code?: string; requestId?: string } }[];
}

const failedUpload = ({ errors }: Failure): Answer => {
  const { code = 'INTERNAL', requestId = '–' } = errors?.[0]?.extensions ?? {};
  const params = [{ name: 'reference', value: requestId }];
  return { evidence: null, problems: [{ code: `API_${code}`, params }] };
};

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
    const answer = (await response.json()) as Answer | Failure;
    return 'problems' in answer ? answer : failedUpload(answer);
  } catch {
    return { evidence: null, problems: [{ code: 'UNREACHABLE', params: [] }] };
  }
}
