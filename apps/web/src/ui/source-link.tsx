import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceFragment } from './facts.generated.ts';

/** A link to another site, or only its text where no address is known. */
export function OutLink(props: { href: string | null; title?: string; children: ReactNode }) {
  const { href, title, children } = props;
  if (href === null) return <span title={title}>{children}</span>;
  return (
    <a href={href} title={title} rel="noreferrer">
      {children}
    </a>
  );
}

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
