import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import { LinkBox } from './link-box.tsx';

export interface Invitation {
  name: string;
  token: string;
  until: string;
}

/** The link to set a password. */
export function InvitationLink({ name, token, until }: Invitation) {
  const { date } = useFormat();
  const { t } = useTranslation('desk');
  return (
    <LinkBox
      title={t('users.linkTitle')}
      text={t('users.linkText', { date: date(until.slice(0, 10)), name })}
      label={t('users.linkFor', { name })}
      path="account/invitation"
      token={token}
    />
  );
}
