import {
  fallbackChain,
  formatDate,
  type Language,
  loadCatalog,
  translator,
  type Translate,
} from '@qadam/i18n';
import type { Role } from '@qadam/domain';
import { pickText } from '../../graphql/local-text.type.ts';
import { FORGOTTEN_MINUTES, LINK_MAILS, type LinkMail, linkPath } from '../users/one-time-link.ts';
import { mailHtml } from './mail-html.ts';
import type { Facts, Reader, SignatureMail } from './notice.ts';

type T = Translate<'mail'>;
type Of<K extends Facts['kind']> = Extract<Facts, { kind: K }>;

export interface Letter {
  subject: string;
  lines: string[];
  /** The page to go to, below /:lang. */
  path: string;
  /** Why the reader gets the mail, if it is not because of their role. */
  why?: string;
  /** How to unsubscribe: the words, and the page below /:lang. */
  stop?: { words: string; path: string };
}

/** Stands for the token of a link in the stored text of a mail; it is replaced when the mail is sent. */
export const TOKEN_SLOT = '…';

export interface Mail {
  language: Language;
  subject: string;
  text: string;
  html: string;
  /** The page that the mail leads to in its reader's inbox, below /:lang; null: it is not in the inbox. */
  path: string | null;
}

/** The one language of a whole mail: the first in the reader's fallback chain that has texts for mails. */
export async function mailLanguage(language: Language): Promise<Language> {
  for (const one of fallbackChain(language)) {
    if (Object.keys(await loadCatalog(one, 'mail')).length > 0) return one;
  }
  return 'en';
}

function reminder(t: T, lang: Language, facts: Of<'REMINDER' | 'NUDGE'>): Letter {
  const { cycle, daysLeft, owed, returned } = facts;
  const area = pickText(facts.areaNames, lang).text;
  const date = formatDate(lang, facts.dueOn);
  const about = { area, cycle, date, count: owed };
  return {
    subject: daysLeft < 0 ? t('reminder.subjectLate', about) : t('reminder.subject', about),
    lines: [
      ...(facts.kind === 'NUDGE' ? [t('reminder.nudge')] : []),
      t('reminder.owed', about),
      ...(returned > 0 ? [t('reminder.returned', { count: returned })] : []),
      daysLeft === 0
        ? t('reminder.today', { date })
        : t(daysLeft > 0 ? 'reminder.left' : 'reminder.over', { date, count: Math.abs(daysLeft) }),
      t('reminder.reason'),
    ],
    path: `report/${facts.area}/${String(cycle)}`,
  };
}

/** A mail about returned values or questions that wait for the reporters of an area. */
function toReporters(t: T, lang: Language, facts: Of<'RETURNED' | 'ASKED'>): Letter {
  const about = { area: pickText(facts.areaNames, lang).text, count: facts.values };
  const texts = facts.kind === 'ASKED' ? 'asked' : 'returned';
  return {
    subject: t(`${texts}.subject`, about),
    lines: [t(`${texts}.text`, about), t(`${texts}.next`)],
    path: facts.cycle === null ? 'report' : `report/${facts.area}/${String(facts.cycle)}`,
  };
}

function assigned(t: T, lang: Language, facts: Of<'ASSIGNED'>): Letter {
  const { cycle, values: count } = facts;
  const about = { area: pickText(facts.areaNames, lang).text, cycle, count };
  return {
    subject: t('assigned.subject', about),
    lines: [t('assigned.text', about)],
    path: `report/${facts.area}/${String(cycle)}?only=mine`,
  };
}

function signature(t: T, lang: Language, facts: Of<SignatureMail>): Letter {
  const { kind, cycle, values: count } = facts;
  const about = { area: pickText(facts.areaNames, lang).text, cycle, count };
  return {
    subject: t(`signature.${kind}.subject`, about),
    lines: [t(`signature.${kind}.text`, about)],
    path: `report/${facts.area}/${String(cycle)}`,
  };
}

function signatureRule(t: T, lang: Language, facts: Of<'SIGNATURE_RULE'>): Letter {
  const area = pickText(facts.areaNames, lang).text;
  const texts = facts.required ? 'signature.on' : 'signature.off';
  return {
    subject: t(`${texts}.subject`, { area }),
    lines: [t(`${texts}.text`, { area })],
    path: 'report',
  };
}

function deadline(t: T, lang: Language, facts: Of<'DEADLINE'>): Letter {
  const { cycle, dueOn, closesOn, closed } = facts;
  const area = pickText(facts.areaNames, lang).text;
  const date = formatDate(lang, dueOn);
  const about = { area, cycle, date, last: formatDate(lang, closesOn) };
  return {
    subject: t(closed ? 'deadline.closedSubject' : 'deadline.subject', about),
    lines: [t(closed ? 'deadline.closed' : 'deadline.text', about)],
    path: `report/${facts.area}/${String(cycle)}`,
  };
}

function answered(t: T, lang: Language, facts: Of<'ANSWERED'>): Letter {
  const about = { area: pickText(facts.areaNames, lang).text, count: facts.values };
  return {
    subject: t('answered.subject', about),
    lines: [t('answered.text', about)],
    path: 'review',
  };
}

function submitted(t: T, lang: Language, facts: Of<'SUBMITTED'>): Letter {
  const { cycle, number, values: count } = facts;
  const area = pickText(facts.areaNames, lang).text;
  return {
    subject: t('submitted.subject', { area, cycle, count }),
    lines: [t('submitted.text', { area, number, count })],
    path: 'review',
  };
}

function digest(t: T, lang: Language, facts: Of<'DIGEST'>): Letter {
  const { toReview, returned: sentBack } = facts;
  const late = facts.late.reduce((sum, { owed }) => sum + owed, 0);
  return {
    subject: t('digest.subject', { late, toReview, returned: sentBack }),
    lines: [
      ...(late > 0 ? [t('digest.late', { count: late })] : []),
      ...facts.late.map(({ areaNames, cycle, owed }) =>
        t('digest.lateArea', { area: pickText(areaNames, lang).text, cycle, late: owed }),
      ),
      ...(toReview > 0 ? [t('digest.toReview', { count: toReview })] : []),
      ...(sentBack > 0 ? [t('digest.returned', { count: sentBack })] : []),
    ],
    path: 'review',
  };
}

function followed(t: T, lang: Language, facts: Of<'FOLLOWED'>): Letter {
  const { from, to, lines, unsubscribe } = facts;
  const since = { release: from.number, date: formatDate(lang, from.publishedAt), to };
  return {
    subject: t('followed.subject', { to }),
    lines: [
      t('followed.text', since),
      ...lines.map((line) => `${pickText(line.names, lang).text}: ${newsText(t, line)}`),
    ],
    path: 'following',
    why: t('followed.why'),
    stop: { words: t('followed.stop'), path: unsubscribe },
  };
}

function link(t: T, lang: Language, facts: Of<LinkMail>, role: Role): Letter {
  const { kind, until } = facts;
  const isForgotten = kind === 'PASSWORD_FORGOTTEN';
  const once = isForgotten
    ? t('link.soon', { minutes: String(FORGOTTEN_MINUTES) })
    : t('link.once', { date: formatDate(lang, until) });
  return {
    subject: t(`link.${kind}.subject`),
    lines: [t(`link.${kind}.text`, { role: t(`role.${role}`) }), once],
    path: linkPath(LINK_MAILS[kind], TOKEN_SLOT),
    why: t(isForgotten ? 'link.whyForgotten' : 'link.why'),
  };
}

function confirmation(t: T): Letter {
  return {
    subject: t('confirmation.subject'),
    lines: [t('confirmation.text'), t('confirmation.next')],
    path: 'admin/confirmations',
  };
}

function releaseRefused(t: T): Letter {
  return {
    subject: t('releaseRefused.subject'),
    lines: [t('releaseRefused.text')],
    path: 'publish',
  };
}

/** What changed in a followed subject, in words. The web app says the same in the words of a page. */
export function newsText(t: T, line: Of<'FOLLOWED'>['lines'][number]): string {
  const { newValues, ...counted } = line;
  return [
    ...(counted.actions > 0 ? [t('followed.actions', { count: counted.actions })] : []),
    ...(newValues > 0 ? [t('followed.newValues', { count: newValues })] : []),
    ...(['revised', 'statuses', 'targets', 'others'] as const).flatMap((name) =>
      counted[name] > 0 ? [t(`followed.${name}`, { count: counted[name] })] : [],
    ),
  ].join(', ');
}

function letter(t: T, lang: Language, facts: Facts, role: Role): Letter {
  switch (facts.kind) {
    case 'ASKED':
    case 'RETURNED':
      return toReporters(t, lang, facts);
    case 'ASSIGNED':
      return assigned(t, lang, facts);
    case 'DEADLINE':
      return deadline(t, lang, facts);
    case 'SIGNATURE_ASKED':
    case 'SIGNED':
    case 'GIVEN_BACK':
      return signature(t, lang, facts);
    case 'SIGNATURE_RULE':
      return signatureRule(t, lang, facts);
    case 'ANSWERED':
      return answered(t, lang, facts);
    case 'SUBMITTED':
      return submitted(t, lang, facts);
    case 'DIGEST':
      return digest(t, lang, facts);
    case 'FOLLOWED':
      return followed(t, lang, facts);
    case 'INVITATION':
    case 'PASSWORD_LINK':
    case 'PASSWORD_FORGOTTEN':
    case 'EMAIL_LINK':
      return link(t, lang, facts, role);
    case 'CONFIRMATION':
      return confirmation(t);
    case 'RELEASE_REFUSED':
      return releaseRefused(t);
    default:
      return reminder(t, lang, facts);
  }
}

/** The mail as text and as simple HTML, with a link to the page to go to. */
export async function composeMail(reader: Reader, facts: Facts, origin: string): Promise<Mail> {
  const language = await mailLanguage(reader.language);
  const t = await translator(language, 'mail');
  const what = letter(t, language, facts, reader.role);
  const mail = mailOf(t, language, what, {
    greeting: t('greeting', { name: reader.name }),
    footer: t('footer', { role: t(`role.${reader.role}`) }),
    site: `${origin}/${reader.language}`,
  });
  // a link into an account must only be seen by the owner of the mailbox, so it is not in the inbox of whoever is signed in
  return 'link' in facts ? mail : { ...mail, path: what.path };
}

/** `site`: the address of the site in the reader's language. */
export function mailOf(
  t: T,
  language: Language,
  { subject, lines, path, why, stop }: Letter,
  { greeting, footer, site }: { greeting: string; footer: string; site: string },
): Mail {
  const parts = {
    greeting,
    lines,
    open: t('open'),
    link: `${site}/${path}`,
    footer: why ?? footer,
    ...(stop ? { stop: { words: stop.words, link: `${site}/${stop.path}` } } : {}),
  };
  const text = [
    parts.greeting,
    lines.join('\n'),
    `${parts.open} ${parts.link}`,
    [`--\n${parts.footer}`, ...(parts.stop ? [`${parts.stop.words} ${parts.stop.link}`] : [])].join(
      '\n',
    ),
  ].join('\n\n');
  return { language, subject, text: `${text}\n`, html: mailHtml(language, parts), path: null };
}
