import type { WorkRevisionFragment } from './work-revision.generated.ts';

type Sourced = Pick<WorkRevisionFragment, 'sourceText' | 'namedSource' | 'body'>;

/** Where a value comes from: a named public source, or the document that the reporting body names and the body itself. */
export function sourceOf({ sourceText, namedSource, body }: Sourced): string | null {
  const texts = namedSource === null ? [sourceText, body?.text] : [namedSource];
  const parts = texts.filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(' · ');
}
