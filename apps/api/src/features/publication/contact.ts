import { pickText, type Texts } from '../../graphql/local-text.type.ts';
import type { Language } from '../../graphql/enums.ts';
import type { Contact } from './country-page.type.ts';
import { rows, standing } from './standing.ts';

export interface ContactRow {
  names: Texts;
  mailbox: string;
}

/** Whom to ask about the figures of a country, as a field of a page's statement. */
export const CONTACTS = rows({
  from: standing('contact'),
  fields: 'names mailbox',
  where: 't.area = (select code from at)',
  order: 't.body',
});

export const toContact = ({ names, mailbox }: ContactRow, lang: Language): Contact => ({
  body: pickText(names, lang),
  mailbox,
});
