import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import { MeetingSource } from '../../ui/meeting-source.tsx';
import type { ActionPageData } from './narrow.ts';
import styles from './quotation.module.css';

const root = getRouteApi('__root__');

/** The proposal in the words of the meeting, above everything of our own: verbatim in English; in other languages after our translation. */
export function Quotation({ action }: { action: ActionPageData['action'] }) {
  const { lang } = root.useRouteContext();
  const { t } = useTranslation();
  const { kind, quote, original } = action;
  if (quote === null) return null;
  const translated = lang !== 'en' && quote.lang !== 'en';
  return (
    <figure className={styles.quotation}>
      {translated ? (
        <>
          <blockquote>
            <p>
              «<LocalText of={quote} />»
            </p>
          </blockquote>
          <p className={styles.original}>
            {t('action.translated')} <q lang="en">{`“${original ?? ''}”`}</q>
          </p>
        </>
      ) : (
        <blockquote>
          <p lang="en">{`“${original ?? quote.text}”`}</p>
        </blockquote>
      )}
      <figcaption className={styles.about}>
        {t(`action.${kind}`)} <MeetingSource />
      </figcaption>
    </figure>
  );
}
