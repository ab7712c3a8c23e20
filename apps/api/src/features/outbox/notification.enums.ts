import { registerEnumType } from '@nestjs/graphql';

export const NotificationKind = {
  REMINDER: 'REMINDER',
  NUDGE: 'NUDGE',
  RETURNED: 'RETURNED',
  SUBMITTED: 'SUBMITTED',
  DIGEST: 'DIGEST',
  FOLLOWED: 'FOLLOWED',
  INVITATION: 'INVITATION',
  PASSWORD_LINK: 'PASSWORD_LINK',
  EMAIL_LINK: 'EMAIL_LINK',
  CONFIRMATION: 'CONFIRMATION',
  ASKED: 'ASKED',
  ANSWERED: 'ANSWERED',
  SUBSCRIPTION: 'SUBSCRIPTION',
  RELEASE_NEWS: 'RELEASE_NEWS',
  ERROR_REPORT: 'ERROR_REPORT',
} as const;
export type NotificationKind = keyof typeof NotificationKind;
registerEnumType(NotificationKind, { name: 'NotificationKind' });

export const NotificationState = {
  WAITING: 'WAITING',
  SENDING: 'SENDING',
  SENT: 'SENT',
  RETRY: 'RETRY',
  FAILED: 'FAILED',
  HELD: 'HELD',
} as const;
export type NotificationState = keyof typeof NotificationState;
registerEnumType(NotificationState, {
  name: 'NotificationState',
  description:
    'RETRY: failed and will be tried again; FAILED: given up; HELD: no mail server was set up, so it was not sent.',
});
