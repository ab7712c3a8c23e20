import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import admin from '../desk/admin.module.css';
import { answered } from '../desk/answered.tsx';
import { ChangeList, ChangesLink } from '../features/changes/change-list.tsx';
import { NotListed } from '../ui/not-listed.tsx';
import { FollowList, MonthlyChoice, ViewList } from '../features/following/kept-lists.tsx';
import { FollowingDocument } from '../features/following/following.generated.ts';
import { NewsLine, useNews } from '../features/following/since-last-visit.tsx';
import { LongList } from '../ui/long-list.tsx';
import { Section } from '../ui/section.tsx';
import { guarded } from './guarded.tsx';

const route = getRouteApi('/$lang/desk/following');

export const FollowingPage = guarded('READ_FOLLOWING', FollowingDesk);

/** What a person follows and has kept, what changed in it since the last visit, and whether news of it may come by mail. */
function FollowingDesk() {
  const { lang } = route.useParams();
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(useQuery(FollowingDocument, { variables: { lang } }));
  const news = useNews(true);
  if (!data) return instead;
  const { following } = data;
  return (
    <div className={admin.page}>
      <h1>{t('following.title')}</h1>
      {notice}
      <p>{t('following.text')}</p>
      {news && (
        <Section title={t('following.newsTitle')}>
          <NewsLine news={news} />
          {news.items.length > 0 && (
            <LongList items={news.items} first={8}>
              {(items) => <ChangeList items={items} areas={news.areas} classed />}
            </LongList>
          )}
          <NotListed count={news.unlisted}>
            <ChangesLink from={news.from} to={news.to} />
          </NotListed>
        </Section>
      )}
      <Section title={t('following.listTitle')}>
        <FollowList following={following} />
      </Section>
      <Section title={t('following.viewsTitle')} note={t('following.viewsText')}>
        <ViewList views={following.views} />
      </Section>
      <Section title={t('following.mailTitle')}>
        <MonthlyChoice monthly={following.monthly} />
      </Section>
    </div>
  );
}
