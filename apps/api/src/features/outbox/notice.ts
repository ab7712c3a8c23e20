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

/** The columns of a Reader, from account `u`. */
export const READER = ['u.id', 'u.name', 'u.role', 'u.language'] as const;

interface OfArea {
  area: string;
  areaNames: Texts;
}

/** What an area owes for a year. */
export interface Due extends OfArea {
  cycle: number;
  dueOn: string;
  daysLeft: number;
  owed: number;
  returned: number;
}

/**
 * What a mail may contain: counts, days and names of areas. There is no field for a value, for the name or code of an
 * indicator or for anything a person wrote, so none of these can reach a mailbox
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
  | { kind: 'CONFIRMATION' | 'RELEASE_REFUSED' };

/** Mails about a return that needs a second signature. */
export type SignatureMail = 'SIGNATURE_ASKED' | 'SIGNED' | 'GIVEN_BACK';

/** A link into an account, given by its id; its token is put in when the mail is sent. */
export interface LinkFacts {
  kind: LinkMail;
  link: string;
  /** The day on which the link expires. */
  until: string;
}

/** Only public names and counts, because a value that is later withdrawn for safety must not remain in mailboxes. */
export interface FollowedFacts {
  kind: 'FOLLOWED';
  /** The release that the new one is compared with, and the day it was published. */
  from: { number: string; publishedAt: string };
  to: string;
  lines: readonly (NewsCounts & { names: Texts })[];
  /** The page to unsubscribe without signing in; below the language. */
  unsubscribe: string;
}

/** A reader without an account: a subscriber, or the mailbox of the programme office. */
export interface ExternalRecipient {
  language: Language;
  to: { subscriber: string } | { address: string };
}

/** What a mail to a reader without an account may contain. Only an error report has words that a person wrote. */
export type ExternalFacts =
  | {
      kind: 'SUBSCRIPTION';
      /** The subject of the subscription; null: everything. */
      about: Texts | null;
      /** The page to confirm the subscription; below the language. */
      confirm: string;
    }
  | NewsFacts
  | {
      kind: 'ERROR_REPORT';
      /** The page with the number; below the language. */
      about: string;
      text: string;
      /** The address for an answer; null: none is wanted. */
      email: string | null;
    };

export interface NewsFacts extends Omit<FollowedFacts, 'kind' | 'from'> {
  kind: 'RELEASE_NEWS';
  /** null: the release is the first. */
  from: FollowedFacts['from'] | null;
  /** The page that shows the changes; below the language. */
  page: string;
}

export interface ExternalNotice {
  key: string;
  reader: ExternalRecipient;
  facts: ExternalFacts;
}

export interface Notice {
  /** Identifies the event and the reader, so that no mail is written twice. */
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
