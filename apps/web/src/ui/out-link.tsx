import type { ReactNode } from 'react';

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
