import { createTransport } from 'nodemailer';
import type { Smtp } from '../../config/env.ts';

export interface Message {
  /** The same at every try, so that a mailbox can recognise a mail that arrives twice. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The address by which a mail program can unsubscribe at a click (RFC 8058). */
  unsubscribe?: string;
}

export interface Transport {
  send: (message: Message) => Promise<void>;
  close: () => void;
}

/** Asks mail programs not to send automatic replies (RFC 3834). */
const HEADERS = { 'Auto-Submitted': 'auto-generated' };

/** `via`: anything nodemailer accepts; tests pass their own transport. */
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

/** Timeouts, so that a server that does not answer does not hold up other mails. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function smtpTransport({ url, from }: Smtp): Transport {
  return mailTransport({ url, ...TIMEOUTS }, from);
}
