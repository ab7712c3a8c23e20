import { readInvitation } from '../desk/auth.ts';
import { InvitationForm } from '../features/users/invitation-form.tsx';
import { MailLink } from './mail-link.tsx';

export const InvitationPage = () => (
  <MailLink of="invitation" read={readInvitation}>
    {(link) => <InvitationForm {...link} />}
  </MailLink>
);
