import { enumOf } from '../../graphql/enums.ts';

export const NotificationKind = enumOf(
  'NotificationKind',
  'REMINDER',
  'NUDGE',
  'RETURNED',
  'SUBMITTED',
  'DIGEST',
  'FOLLOWED',
  'INVITATION',
  'PASSWORD_LINK',
  'PASSWORD_FORGOTTEN',
  'EMAIL_LINK',
  'CONFIRMATION',
  'ASKED',
  'ANSWERED',
  'SUBSCRIPTION',
  'RELEASE_NEWS',
  'ERROR_REPORT',
  'ASSIGNED',
  'DEADLINE',
  'SIGNATURE_ASKED',
  'SIGNED',
  'GIVEN_BACK',
  'SIGNATURE_RULE',
  'RELEASE_REFUSED',
);
export type NotificationKind = keyof typeof NotificationKind;

export const NotificationState = enumOf(
  {
    name: 'NotificationState',
    description:
      'RETRY: sending failed and is tried again. FAILED: given up. HELD: not sent, because no mail server was set up.',
  },
  'WAITING',
  'SENDING',
  'SENT',
  'RETRY',
  'FAILED',
  'HELD',
);
export type NotificationState = keyof typeof NotificationState;

/** Why a mail that was given up can never be sent. */
export const UNSENDABLE = ['ACCOUNT_DISABLED', 'LINK_CLOSED'] as const;
