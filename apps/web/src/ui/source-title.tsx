import { useTranslation } from 'react-i18next';
import type { SourceFragment } from './facts.generated.ts';
import { OutLink } from './out-link.tsx';

/** The title of a source with its link and year, and whether it is a report in the media. */
export function SourceTitle({ of }: { of: SourceFragment }) {
  const { t } = useTranslation('public');
  return (
    <>
      <OutLink href={of.url}>
        <cite>{of.title}</cite>
      </OutLink>
      {of.year !== null && `, ${of.year}`}
      {of.kind === 'MEDIA' && ` (${t('sources.media')})`}
    </>
  );
}
