import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useFormat } from '../../ui/use-format.ts';
import { NewsDocument, type NewsQuery, RecordVisitDocument } from './following.generated.ts';
import styles from './tools.module.css';

/**
 * The news since the last visit. This visit is recorded first, as only then the server knows which was the last.
 * Undefined until the answer is there.
 */
export function useNews(wanted: boolean) {
  const { lang } = useFormat();
  const [recordVisit, { called, loading }] = useMutation(RecordVisitDocument);
  useEffect(() => {
    // if it could not be recorded, the next page will do it
    recordVisit().catch(() => undefined);
  }, [recordVisit]);
  const ready = wanted && called && !loading;
  const { data } = useQuery(NewsDocument, ready ? { variables: { lang } } : skipToken);
  return data?.news;
}

/** Shows what was released since the last visit. */
export function SinceLastVisit({ shown }: { shown: boolean }) {
  const { lang } = useFormat();
  const { t } = useTranslation();
  const news = useNews(shown);
  if (!news) return null;
  return (
    <div className={styles.strip} role="status">
      <NewsLine news={news} />
      <p>
        {/* full loads: the first is a page of another kind, the second may be this very page */}
        <a href={`/${lang}/following`}>{t('follow.what')}</a>
        {' · '}
        <a href={`/${lang}/changes?from=${news.from}`}>{t('follow.sinceVisit')}</a>
      </p>
    </div>
  );
}

type News = NonNullable<NewsQuery['news']>;

export function NewsLine({ news }: { news: News }) {
  const { t } = useTranslation('public');
  const format = useFormat();
  const text = newsText(t, news.counts);
  const nothing = t(news.narrowed ? 'follow.nothing' : 'follow.nothingAtAll');
  return (
    <p>
      {t('follow.since', { date: format.date(news.since), news: text === '' ? nothing : text })}
      {!news.narrowed && text !== '' && ` ${t('follow.hint')}`}
    </p>
  );
}

/** “1 action moved or better known, 3 new values”; empty where nothing changed. */
function newsText(t: TFunction, { newValues, ...counts }: News['counts']): string {
  return [
    ...(counts.actions > 0 ? [t('news.actions', { count: counts.actions })] : []),
    ...(newValues === null ? [t('news.manyValues')] : []),
    ...(newValues ? [t('news.newValues', { count: newValues })] : []),
    ...(['revised', 'statuses', 'targets', 'others'] as const).flatMap((name) =>
      counts[name] > 0 ? [t(`news.${name}`, { count: counts[name] })] : [],
    ),
  ].join(', ');
}
