import { useTranslation } from 'react-i18next';
import { LocalText } from '../../ui/local-text.tsx';
import type { CountryPageData } from './country-page.types.ts';

/** The contact for the figures: an office, never a person; nothing where none is given. */
export function ContactList({ contacts }: { contacts: CountryPageData['contacts'] }) {
  const { t } = useTranslation();
  if (contacts.length === 0) return <p>{t('country.contactNone')}</p>;
  return (
    <>
      <p>{t('country.contactNote')}</p>
      <ul>
        {contacts.map(({ body, mailbox }) => (
          <li key={`${body.text} ${mailbox}`}>
            <LocalText of={body} />: <a href={`mailto:${mailbox}`}>{mailbox}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
