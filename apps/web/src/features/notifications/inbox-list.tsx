import { useQuery } from '@apollo/client/react';
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered } from '../../desk/answered.tsx';
import { Desk } from '../../desk/desk-head.tsx';
import { Pager } from '../../desk/pager.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import { InboxDocument, MarkInboxReadDocument, type InboxItemFragment } from './inbox.generated.ts';

const PAGE = 50;

/** What happened that concerns this person, the newest first; following a link marks it as read. */
export function InboxList() {
  const { t } = useTranslation('desk');
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const after = pages.at(-1) ?? null;
  const { data, instead, notice } = answered(
    useQuery(InboxDocument, {
      variables: { first: PAGE, after },
      fetchPolicy: 'cache-and-network',
    }),
  );
  const { problems, busy, change } = useChange('Inbox', 'UnreadInbox');
  if (!data) return instead;
  const { items, next } = data.inbox;
  const mark = (read: string[] | null) => change(MarkInboxReadDocument, { items: read });
  return (
    <Desk
      title={t('inbox.title')}
      action={
        items.some(({ readAt }) => readAt === null) && (
          <Button variant="default" disabled={busy} onClick={() => void mark(null)}>
            {t('inbox.readAll')}
          </Button>
        )
      }
    >
      <p className="note">{t('inbox.text')}</p>
      {notice}
      <ProblemList problems={problems} />
      {items.length === 0 && <p>{t('inbox.none')}</p>}
      <ul className={record.list}>
        {items.map((item) => (
          <Item key={item.id} item={item} onOpen={() => mark([item.id])} />
        ))}
      </ul>
      <Pager
        newer={pages.length === 1 ? null : () => setPages(pages.slice(0, -1))}
        older={next === null ? null : () => setPages([...pages, next])}
      />
    </Desk>
  );
}

/** One entry. Its link is a full load, so it is marked as read first; then the link is followed, even if that failed. */
function Item(props: { item: InboxItemFragment; onOpen: () => Promise<unknown> }) {
  const { kind, subject, language, path, createdAt, readAt } = props.item;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const when = useWhen();
  const href = `/${lang}/${path}`;
  const isNew = readAt === null;
  return (
    <li>
      <Stack gap={2}>
        <Text component="p" fw={isNew ? 650 : 400}>
          {isNew && (
            <Text span c="var(--accent)">
              {t('inbox.new')}{' '}
            </Text>
          )}
          <a
            href={href}
            lang={language}
            onClick={(event) => {
              if (!isNew || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              void props.onOpen().finally(() => window.location.assign(href));
            }}
          >
            {subject}
          </a>
        </Text>
        <p className="soft">
          {t(`outbox.kind.${kind}`)} · <time dateTime={createdAt}>{when(createdAt)}</time>
        </p>
      </Stack>
    </li>
  );
}
