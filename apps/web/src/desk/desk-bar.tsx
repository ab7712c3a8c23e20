import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { can, canSomewhere, limitOf } from '@qadam/domain';
import { deskLinks } from '../app/desk-header.tsx';
import { HeaderMenu } from '../app/header-menu.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Me } from './auth.ts';
import { Button } from './button.tsx';
import styles from './desk-bar.module.css';
import { Dialog } from './dialog.tsx';
import { countDrafts } from './draft-store.ts';
import { useSession } from './session.ts';
import { UnreadInboxDocument } from './unread-inbox.generated.ts';

const desks = [
  ['/$lang/report', 'public:nav.report', 'READ_WORK'],
  ['/$lang/review', 'public:nav.review', 'READ_WORK'],
  ['/$lang/targets', 'public:nav.targets', 'READ_TARGETS'],
  ['/$lang/publish', 'public:nav.publish', 'PREVIEW_RELEASE'],
  ['/$lang/framework', 'public:nav.framework', 'READ_FRAMEWORK'],
  ['/$lang/publish/withdrawals', 'desk:releaseNav.withdrawals', 'READ_WITHDRAWALS'],
  ['/$lang/admin', 'desk:admin.nav.health', 'READ_ADMINISTRATION'],
  ['/$lang/admin/users', 'desk:admin.nav.users', 'READ_ADMINISTRATION'],
  ['/$lang/admin/organisations', 'desk:admin.nav.organisations', 'READ_ADMINISTRATION'],
  ['/$lang/admin/help-lines', 'desk:admin.nav.helpLines', 'READ_ADMINISTRATION'],
  ['/$lang/admin/translations', 'desk:admin.nav.translations', 'READ_ADMINISTRATION'],
  ['/$lang/admin/audit', 'desk:admin.nav.audit', 'READ_AUDIT'],
  ['/$lang/admin/confirmations', 'desk:admin.nav.confirmations', 'READ_CONFIRMATIONS'],
  ['/$lang/admin/outbox', 'desk:outbox.title', 'READ_OUTBOX'],
  ['/$lang/machines', 'desk:machines.title', 'READ_TOKENS'],
  ['/$lang/review/quality', 'public:nav.quality', 'READ_QUALITY'],
  ['/$lang/following', 'public:nav.following', 'READ_FOLLOWING'],
] as const;

/** How many links fit into one line beside the person in every language; if there are more, the rest is in a menu. */
const IN_LINE = 5;

/** The part of the header that only desks have: links to the desks, the signed-in person, and signing out. */
export function DeskBar({ me }: { me: Me }) {
  const { t } = useTranslation(['desk', 'public']);
  const menu = useRef<HTMLDetailsElement>(null);
  const more = useRef<HTMLDetailsElement>(null);
  const links = desksOf(me);
  const inLine = links.length > IN_LINE + 1 ? IN_LINE : links.length;
  const current = useCurrent(links);
  const isBehind = current !== undefined && links.indexOf(current) >= inLine;
  const place = document.getElementById(deskLinks);
  if (place === null) return null;
  const name = t('desk:bar.desks');
  return createPortal(
    <>
      <nav aria-label={name} className={`${styles.wide ?? ''} ${styles.line ?? ''}`}>
        <Links of={links.slice(0, inLine)} current={current} />
        {links.length > inLine && (
          <HeaderMenu menu={more} className={styles.more}>
            <summary data-current={isBehind || undefined}>{t('desk:form.more')}</summary>
            <Links of={links.slice(inLine)} current={current} />
          </HeaderMenu>
        )}
      </nav>
      <div className={styles.wide}>
        <Who me={me} />
      </div>
      <nav aria-label={name} className={styles.narrow}>
        <HeaderMenu menu={menu}>
          <summary>{t('public:nav.menu')}</summary>
          <div className={styles.folded}>
            <Links of={links} current={current} />
            <Who me={me} />
          </div>
        </HeaderMenu>
      </nav>
    </>,
    place,
  );
}

/** The desks that a person may open, in the order of the day's work. */
const desksOf = (me: Me) =>
  desks.filter(([to, , operation]) => {
    // officers and auditors find the withdrawals beside the next release
    if (to === '/$lang/publish/withdrawals' && can(me, 'PREVIEW_RELEASE') === 'ALLOWED')
      return false;
    const isOwn = ['/$lang/report', '/$lang/targets', '/$lang/machines'].includes(to);
    const access = isOwn
      ? canSomewhere(me, operation)
      : can(me, operation, { area: limitOf(me)?.[0] });
    return access === 'ALLOWED';
  });

type Desk = (typeof desks)[number];

/** The desk to which this page belongs: the one with the longest address with which the page's address begins. */
function useCurrent(links: readonly Desk[]): Desk | undefined {
  const { lang } = useFormat();
  const { pathname } = useLocation();
  return links
    .filter(([to]) => `${pathname}/`.startsWith(`${to.replace('$lang', lang)}/`))
    .toSorted(([a], [b]) => b.length - a.length)[0];
}

function Links({ of: shown, current }: { of: readonly Desk[]; current: Desk | undefined }) {
  const { lang } = useFormat();
  const { t } = useTranslation(['desk', 'public']);
  return (
    <ul className={styles.links}>
      {shown.map((desk) => (
        <li key={desk[0]}>
          <Link
            to={desk[0]}
            params={{ lang }}
            preload={false}
            activeOptions={{ includeSearch: false, exact: true }}
            className={desk === current ? styles.current : undefined}
            aria-current={desk === current ? 'page' : undefined}
          >
            {t(desk[1])}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The signed-in person: the inbox, the name as a link to the account, and signing out. */
function Who({ me }: { me: Me }) {
  const { lang } = useFormat();
  const { t } = useTranslation('desk');
  const session = useSession();
  const unread = useUnread();
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    const drafts = await countDrafts(me.id);
    if (drafts > 0) setUnsent(drafts);
    else await session.signOut();
  };
  return (
    <div className={styles.who}>
      <Link to="/$lang/inbox" params={{ lang }} preload={false}>
        {unread === 0 ? t('inbox.title') : t('inbox.unread', { count: unread })}
      </Link>
      <Link
        to="/$lang/account"
        params={{ lang }}
        preload={false}
        title={`${t(`role.${me.role}`)} · ${t('admin.nav.account')}`}
      >
        {me.name}
      </Link>
      <button type="button" onClick={() => void leave()}>
        {t('bar.signOut')}
      </button>
      {unsent > 0 && (
        <Dialog title={t('signOut.unsentTitle')} onClose={() => setUnsent(0)}>
          <p>{t('signOut.unsent', { count: unsent })}</p>
          <Group>
            <Button look="primary" onClick={() => setUnsent(0)}>
              {t('signOut.stay')}
            </Button>
            <Button onClick={() => void session.signOut()}>{t('signOut.anyway')}</Button>
          </Group>
        </Dialog>
      )}
    </div>
  );
}

/** How many messages of the inbox are unread, asked anew on every page; 0 while it is not known. */
function useUnread(): number {
  const page = useLocation({ select: ({ pathname }) => pathname });
  const { data, refetch } = useQuery(UnreadInboxDocument);
  const asked = useRef(page);
  useEffect(() => {
    if (asked.current === page) return;
    asked.current = page;
    refetch().catch(() => undefined);
  }, [page, refetch]);
  return data?.unreadInbox ?? 0;
}
