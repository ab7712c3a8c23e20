import { CHANGE_CLASSES } from '@qadam/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keep } from '../app/search.ts';
import { ChangeList, ChangeSummary, countChanges } from '../features/changes/change-list.tsx';
import { NotListed } from '../ui/not-listed.tsx';
import forms from '../features/changes/change-forms.module.css';
import { CompareForm, leadText, SinceForm, YearForm } from '../features/changes/change-forms.tsx';
import { FeedLink } from '../ui/feed-link.tsx';
import { LongList } from '../ui/long-list.tsx';
import { NothingPublished } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { CitePage } from '../features/publication/cite-page.tsx';
import { SignedInTools } from '../features/following/signed-in-tools.tsx';
import { Section } from '../ui/section.tsx';
import { useFormat } from '../ui/use-format.ts';
import { PageLink } from '../ui/page-link.tsx';

const route = getRouteApi('/$lang/changes');
export function ChangesPage() {
  const { changes, releases } = route.useLoaderData();
  // the router's search still includes parameters that the page does not know
  const { c, from: release, since: day, year } = keep('changes', route.useSearch());
  const { t } = useTranslation();
  const format = useFormat();
  if (!changes) return <NothingPublished />;
  const { from, to } = changes;
  const newest = releases[0]?.number;
  const since = release === undefined ? day : undefined;
  const asOf = since === undefined && release === undefined ? year : undefined;
  return (
    <>
      <PageHeader title={t('changes.title')} lead={leadText(t, format, changes, since)} />
      <SignedInTools news />
      <div className={forms.forms}>
        <CompareForm
          key={`${from?.number ?? ''} ${to.number} ${c ?? ''}`}
          data={changes}
          releases={releases}
          area={c}
        />
        <YearForm
          key={`year ${asOf ?? ''} ${to.number} ${c ?? ''}`}
          releases={releases}
          data={changes}
          year={asOf}
          area={c}
        />
        <SinceForm key={`${since ?? ''} ${c ?? ''}`} since={since} area={c} />
      </div>
      {changes.methodChanged && <Section title={t('changes.methodChanged')}>{null}</Section>}
      <ChangeSummary of={changes} />
      {countChanges(changes) === 0 && from !== null && from.number !== to.number && (
        <Section title={t('changes.none')}>{null}</Section>
      )}
      {CHANGE_CLASSES.map((name) => {
        const items = changes.items.filter((item) => item.class === name);
        const count = countChanges(changes, name);
        return (
          count > 0 && (
            <Section
              key={name}
              id={name}
              title={`${t(`change.${name}`)} (${format.number(String(count))})`}
              note={t(`changeNote.${name}`)}
            >
              <LongList items={items} first={8}>
                {(part) => <ChangeList items={part} areas={changes.areas} />}
              </LongList>
              <NotListed count={count - items.length}>
                {t('changes.inFiles')}{' '}
                <PageLink to="/$lang/releases/$number" params={{ number: to.number }}>
                  {t('releases.one', { number: to.number })}
                </PageLink>
              </NotListed>
            </Section>
          )
        );
      })}
      {changes.confirmed > 0 && (
        <Section title={t('changes.confirmedTitle')}>
          <p>{t('changes.confirmed', { count: changes.confirmed })}</p>
        </Section>
      )}
      {from !== null && (
        <CitePage
          name={t('changes.title')}
          path={`/changes?from=${from.number}&to=${to.number}${c === undefined ? '' : `&c=${c}`}`}
          release={to}
        />
      )}
      <Section title={t('changes.keepTitle')} note={t('changes.keepText')}>
        <ul>
          {newest !== undefined && (
            <li>
              <PageLink
                to="/$lang/changes"
                search={{ from: newest, ...(c === undefined ? {} : { c }) }}
              >
                {t('changes.keepLink', { number: newest })}
              </PageLink>
            </li>
          )}
          <li>
            <FeedLink name="releases" label={t('feed.releases')} />
          </li>
        </ul>
      </Section>
    </>
  );
}
