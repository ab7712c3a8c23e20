import type { EvidenceFragment } from './evidence.generated.ts';

/** The name of a file or link, which leads to it. */
export function EvidenceName({ of }: { of: Pick<EvidenceFragment, 'id' | 'url' | 'title'> }) {
  return of.url === null ? (
    <a href={`/evidence/${of.id}`} download>
      {of.title}
    </a>
  ) : (
    <a href={of.url} target="_blank" rel="noopener noreferrer">
      {of.title}
    </a>
  );
}
