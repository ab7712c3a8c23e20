import type { ReactNode } from 'react';
import type { EvidenceFragment } from './evidence.generated.ts';

/** The name of a file or link, or other words for it, which lead to it. */
export function EvidenceName(props: {
  of: Pick<EvidenceFragment, 'id' | 'title'> & Partial<Pick<EvidenceFragment, 'url'>>;
  children?: ReactNode;
}) {
  const { id, title, url } = props.of;
  const name = props.children ?? title;
  return url == null ? (
    <a href={`/evidence/${id}`} download>
      {name}
    </a>
  ) : (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {name}
    </a>
  );
}
