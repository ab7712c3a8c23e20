import { createTransport } from 'nodemailer';
import type { Smtp } from '../../config/env.ts';

export interface Message {
  /** The same at every try, so that a mailbox that gets it twice can tell. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where the mail program may end mails of this kind at a click (RFC 8058). */
  unsubscribe?: string;
}

export interface Transport {
  send: (message: Message) => Promise<void>;
  close: () => void;
}

/** No out-of-office answers, no thanks to a robot (RFC 3834). */
const HEADERS = { 'Auto-Submitted': 'auto-generated' };

/** `via`: anything nodemailer takes; a test hands in a transport of its own. */
export function mailTransport(via: Parameters<typeof createTransport>[0], from: string): Transport {
  const mailer = createTransport(via, {
    from,
    headers: HEADERS,
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  return {
    send: async ({ unsubscribe, ...message }) => {
      await mailer.sendMail({
        ...message,
        ...(unsubscribe === undefined
          ? {}
          : {
              headers: {
                ...HEADERS,
                'List-Unsubscribe': `<${unsubscribe}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              },
            }),
      });
    },
    close: () => mailer.close(),
  };
}

/** A server that does not answer must not hold the others up. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function smtpTransport({ url, from }: Smtp): Transport {
  return mailTransport({ url, ...TIMEOUTS }, from);
}
