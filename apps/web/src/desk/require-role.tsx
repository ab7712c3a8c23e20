import { Navigate, getRouteApi, useRouter } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, can, canSomewhere, limitOf, type Operation, type Role } from '@qadam/domain';
import { NotFound } from '../app/not-found.tsx';
import { Message } from '../ui/message.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { FailedToLoad } from './failed-to-load.tsx';
import { useSession } from './session.ts';

const root = getRouteApi('__root__');

function rolesFor(operation: Operation, area: string | null): Role[] {
  return ROLES.filter((role) => can({ role, area }, operation, { area }) === 'ALLOWED');
}

/** Shows a desk only to people who may use it. `area`: the area of a desk that belongs to one; OWN for the person's own area. */
export function RequireRole(props: {
  operation: Operation;
  area?: string | undefined;
  children: ReactNode;
}) {
  const { me, failed } = useSession();
  const { lang } = root.useRouteContext();
  const { t } = useTranslation(['desk', 'public']);
  const router = useRouter();
  // the page that the person wanted, kept because the location changes while the sign-in page loads
  const [next] = useState(() => router.state.location.href);
  if (me === undefined) return <PageSkeleton />;
  if (failed) return <FailedToLoad retry={() => window.location.reload()} />;
  if (me === null)
    return <Navigate to="/$lang/sign-in" params={{ lang }} search={{ next }} replace />;
  const own = props.area === 'OWN';
  const access = own
    ? canSomewhere(me, props.operation)
    : can(me, props.operation, { area: props.area ?? limitOf(me)?.[0] });
  if (access === 'ALLOWED') return props.children;
  if (access === 'NOT_FOUND' && props.area !== undefined) return <NotFound />;
  const roles = rolesFor(props.operation, props.area ?? null).map((role) => t(`desk:role.${role}`));
  return (
    <Message
      title={t('desk:access.refused')}
      text={t('desk:access.refusedText', {
        role: t(`desk:role.${me.role}`),
        roles: roles.join(', '),
      })}
    />
  );
}
