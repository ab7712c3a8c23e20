import { formatDate, type Language, translator, type Translate } from '@qadam/i18n';
import { pickText } from '../../graphql/local-text.type.ts';
import { type Letter, type Mail, mailLanguage, mailOf, newsText } from './compose-mail.ts';
import type { NewsFacts, ExternalFacts, ExternalRecipient } from './notice.ts';

type T = Translate<'mail'>;
type Of<K extends ExternalFacts['kind']> = Extract<ExternalFacts, { kind: K }>;

function subscription(t: T, lang: Language, facts: Of<'SUBSCRIPTION'>): Letter {
  const about =
    facts.about === null ? t('subscription.everything') : pickText(facts.about, lang).text;
  return {
    subject: t('subscription.subject'),
    lines: [t('subscription.text', { about }), t('subscription.otherwise')],
    path: facts.confirm,
    why: t('subscription.why'),
  };
}

function news(t: T, lang: Language, facts: NewsFacts): Letter {
  const { from, to, lines, page, unsubscribe } = facts;
  return {
    subject: t('news.subject', { to }),
    lines: [
      from === null
        ? t('news.first', { to })
        : t('followed.text', {
            release: from.number,
            date: formatDate(lang, from.publishedAt),
            to,
          }),
      ...lines.map((line) => {
        const name = pickText(line.names, lang).text;
        return `${name === '' ? t('subscription.everything') : name}: ${newsText(t, line)}`;
      }),
    ],
    path: page,
    why: t('news.why'),
    stop: { words: t('news.stop'), path: unsubscribe },
  };
}

/** The report of a reader. Every line of it is marked, so that nobody can take it for our own words. */
function errorReport(t: T, { about, text, email }: Of<'ERROR_REPORT'>): Letter {
  return {
    subject: t('errorReport.subject'),
    lines: [
      t('errorReport.text'),
      ...text.split(/\r\n|\r|\n/).map((line) => `> ${line}`),
      email === null ? t('errorReport.noAnswer') : t('errorReport.answer', { email }),
    ],
    path: about,
    why: t('errorReport.why'),
  };
}

function letter(t: T, lang: Language, facts: ExternalFacts): Letter {
  switch (facts.kind) {
    case 'SUBSCRIPTION':
      return subscription(t, lang, facts);
    case 'RELEASE_NEWS':
      return news(t, lang, facts);
    default:
      return errorReport(t, facts);
  }
}

/** A mail to a person without a known name. */
export async function composeExternalMail(
  reader: ExternalRecipient,
  facts: ExternalFacts,
  origin: string,
): Promise<Mail> {
  const language = await mailLanguage(reader.language);
  const t = await translator(language, 'mail');
  return mailOf(t, language, letter(t, language, facts), {
    greeting: t('hello'),
    footer: '',
    site: `${origin}/${reader.language}`,
  });
}
