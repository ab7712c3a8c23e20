import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DropPanel } from '../drop-panel.tsx';
import { CopyField } from './copy-field.tsx';
import styles from './share.module.css';

/** Plain links: no messenger's server is asked for anything before the reader follows one. */
const messengers = (title: string, url: string) => {
  const [text, address] = [encodeURIComponent(title), encodeURIComponent(url)];
  return [
    { name: 'Telegram', href: `https://t.me/share/url?url=${address}&text=${text}` },
    { name: 'WhatsApp', href: `https://wa.me/?text=${text}%20${address}` },
  ];
};

/** The code to embed a chart: a frame only, without script or cookie. */
function frameCode(address: string, title: string): string {
  const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}

export interface ShareProps {
  /** The title that a messenger shows. */
  title: string;
  /** The address of exactly this view in exactly this release. */
  url: string;
  citation: string;
  /** The address of a frame for other sites, if there is one. */
  embed?: string;
  /** Files and pictures to download, if there are any. */
  children?: ReactNode;
}

/** A button with all the ways to pass a chart or a page on. Except copying and the pictures, they work without JavaScript. */
export function Share({ title, url, citation, embed, children }: ShareProps) {
  const { t } = useTranslation();
  return (
    <DropPanel
      what="share"
      title={
        <>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d="M8 10V1.5M4.75 4.5 8 1.25l3.25 3.25M3.5 7.5h-1v7h11v-7h-1"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
            />
          </svg>
          {t('share.title')}
        </>
      }
    >
      <CopyField label={t('chart.linkLabel')} text={url} />
      <ul className={styles.messengers} aria-label={t('share.send')}>
        {messengers(title, url).map(({ name, href }) => (
          <li key={name}>
            <a href={href} target="_blank" rel="noopener noreferrer" className="quiet-button">
              {name}
            </a>
          </li>
        ))}
      </ul>
      {children}
      <CopyField label={t('releases.cite')} text={citation} />
      {embed !== undefined && (
        <>
          <CopyField label={t('chart.embedLabel')} text={frameCode(embed, title)} />
          <p>
            <a href={embed} target="_blank" rel="noreferrer">
              {t('chart.embedPreview')}
            </a>
          </p>
        </>
      )}
    </DropPanel>
  );
}
