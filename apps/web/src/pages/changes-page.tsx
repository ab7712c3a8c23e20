import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangeList } from '../features/changes/change-list.tsx';
import { ChangeSummary } from '../features/changes/change-summary.tsx';
import { changeClasses as classes } from '../features/changes/changes.types.ts';
import { CompareForm } from '../features/changes/compare-form.tsx';
import { LongList } from '../ui/long-list.tsx';
import { Message } from '../ui/message.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';

const route = getRouteApi('/$lang/changes');
export function ChangesPage() {
  const { changes, releases } = route.useLoaderData();
  const { c } = route.useSearch();
  const { t } = useTranslation();
  if (!changes) return <Message title={t('state.empty')} text={t('state.emptyText')} />;
  const { from, to } = changes;
  return (
    <>
      <PageHeader
        title={t('changes.title')}
        lead={
          from
            ? t('changes.lead', {
                from: from.number,
                fromYear: from.asOfYear,
                to: to.number,
                toYear: to.asOfYear,
              })
            : t('changes.first', { to: to.number })
        }
      />
      <CompareForm
        key={`${from?.number ?? ''} ${to.number} ${c ?? ''}`}
        data={changes}
        releases={releases}
        area={c}
      />
      <ChangeSummary items={changes.items} />
      {changes.items.length === 0 && <Section title={t('changes.none')}>{null}</Section>}
      {classes.map((name) => {
        const items = changes.items.filter((item) => item.class === name);
        return (
          items.length > 0 && (
            <Section
              key={name}
              id={name}
              title={`${t(`change.${name}`)} (${items.length})`}
              note={t(`changeNote.${name}`)}
            >
              <LongList items={items} first={8}>
                {(part) => <ChangeList items={part} areas={changes.areas} />}
              </LongList>
            </Section>
          )
        );
      })}
      {changes.confirmed > 0 && (
        <Section title={t('changes.confirmedTitle')}>
          <p>{t('changes.confirmed', { count: changes.confirmed })}</p>
        </Section>
      )}
    </>
  );
}
