import type { NewsCounts, Role } from '@qadam/domain';
import type { Language } from '../../graphql/enums.ts';
import type { Texts } from '../../graphql/local-text.type.ts';
import type { LinkMail } from '../users/one-time-link.ts';
import type { NotificationKind } from './notification.enums.ts';

export interface Reader {
  id: string;
  name: string;
  role: Role;
  language: Language;
}

/** What a reader is made of, of account `u`. */
export const READER = ['u.id', 'u.name', 'u.role', 'u.language'] as const;

interface OfArea {
  area: string;
  areaNames: Texts;
}

/** What is owed by an area for a year. */
export interface Due extends OfArea {
  cycle: number;
  dueOn: string;
  daysLeft: number;
  owed: number;
  returned: number;
}

/**
 * What a mail may be made of: counts, days and names of areas. No value, no name or code of an
 * indicator and nothing that anybody wrote has a place here, so none can reach a mailbox
 * (methods.md 1.11, what may not be said of a hidden cell).
 */
export type Facts =
  | ({ kind: 'REMINDER' | 'NUDGE' } & Due)
  | ({ kind: 'RETURNED' | 'ASKED'; values: number; cycle: number | null } & OfArea)
  | ({ kind: 'ASSIGNED'; values: number; cycle: number } & OfArea)
  | ({ kind: 'DEADLINE'; cycle: number; dueOn: string; closesOn: string; closed: boolean } & OfArea)
  | ({ kind: SignatureMail; values: number; cycle: number } & OfArea)
  | ({ kind: 'SIGNATURE_RULE'; required: boolean } & OfArea)
  | ({ kind: 'ANSWERED'; values: number } & OfArea)
  | ({ kind: 'SUBMITTED'; values: number; cycle: number; number: string } & OfArea)
  | {
      kind: 'DIGEST';
      late: readonly (OfArea & { cycle: number; owed: number })[];
      toReview: number;
      returned: number;
    }
  | FollowedFacts
  | LinkFacts
  | { kind: 'CONFIRMATION' };

/** What becomes of a return that is signed by a second person. */
export type SignatureMail = 'SIGNATURE_ASKED' | 'SIGNED' | 'GIVEN_BACK';

/** A way into an account. The link is named by its id; its token is put in when the mail leaves. */
export interface LinkFacts {
  kind: LinkMail;
  link: string;
  /** The day on which it closes. */
  until: string;
}

/** Names of what is public, and counts: a value that is withdrawn for safety later must not stand in mailboxes. */
export interface FollowedFacts {
  kind: 'FOLLOWED';
  /** The release that is compared with, and the day it was published. */
  from: { number: string; publishedAt: string };
  to: string;
  lines: readonly (Omit<NewsCounts, 'newValues'> & { names: Texts; newValues: number | null })[];
  /** Where the mails can be ended without signing in; below the language. */
  unsubscribe: string;
}

/** A reader without an account: a subscriber, or the mailbox of the programme office. */
export interface ExternalRecipient {
  language: Language;
  to: { subscriber: string } | { address: string };
}

/** What a mail to an outsider may be made of. Only a report of an error holds words that a person wrote: its own text. */
export type ExternalFacts =
  | {
      kind: 'SUBSCRIPTION';
      /** What the news are to be about; null: everything. */
      about: Texts | null;
      /** Where it is confirmed; below the language. */
      confirm: string;
    }
  | NewsFacts
  | {
      kind: 'ERROR_REPORT';
      /** The page with the number; below the language. */
      about: string;
      text: string;
      /** Where an answer is wanted. */
      email: string | null;
    };

export interface NewsFacts extends Omit<FollowedFacts, 'kind' | 'from'> {
  kind: 'RELEASE_NEWS';
  /** null: the release is the first. */
  from: FollowedFacts['from'] | null;
  /** Where the changes stand; below the language. */
  page: string;
}

export interface ExternalNotice {
  key: string;
  reader: ExternalRecipient;
  facts: ExternalFacts;
}

export interface Notice {
  /** Of the event and the reader: no mail is written twice. */
  key: string;
  reader: Reader;
  facts: Facts;
}

/** The same facts for each of several readers. */
export function noticesTo(
  readers: readonly Reader[],
  event: string,
  facts: Facts & { kind: NotificationKind },
): Notice[] {
  return readers.map((reader) => ({ key: `${event}:${reader.id}`, reader, facts }));
}
