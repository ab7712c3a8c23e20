import { useTranslation } from 'react-i18next';
import { IndicatorName } from '../../ui/indicator-name.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import type { SearchOf } from '../../app/search.ts';
import { NumberedPages } from '../../ui/numbered-pages.tsx';
import styles from './country.module.css';
import { isKnown } from './country-numbers.tsx';
import { type CountryPageData, unknownParts } from './country-laws.tsx';

/** What is not known, the bodies that would have to report it, and the contact. */
export function CountryUnknown(props: { data: CountryPageData; search: SearchOf<'country'> }) {
  const { data, search } = props;
  const { t } = useTranslation();
  const laws = data.laws.filter((law) => unknownParts(law).length > 0);
  const parts = data.laws.flatMap(({ elements }) => elements.filter(({ counts }) => counts));
  const silent = data.indicators.filter((entry) => !isKnown(entry));
  const count = data.indicatorCount - data.knownCount;
  return (
    <>
      {laws.length > 0 && (
        <details>
          <summary>
            {t('country.unknownParts', {
              count: laws.flatMap(unknownParts).length,
              total: parts.length,
            })}
          </summary>
          <ul className={styles.unknown}>
            {laws.map((law) => (
              <li key={law.indicator.code}>
                <IndicatorName indicator={law.indicator} /> –{' '}
                {law.provider ? <LocalText of={law.provider} /> : t('country.nobodyAsked')}
              </li>
            ))}
          </ul>
        </details>
      )}
      {count > 0 && (
        <details id="unknown" tabIndex={-1}>
          <summary>{t('country.unknownNumbers', { count, total: data.indicatorCount })}</summary>
          <ul className={styles.silent}>
            {silent.map(({ indicator }) => (
              <li key={indicator.code}>
                <IndicatorName indicator={indicator} />
              </li>
            ))}
          </ul>
          <NumberedPages of={data} total={data.indicatorCount} search={search} list="unknown" />
        </details>
      )}
      <ContactList contacts={data.contacts} />
    </>
  );
}

/** The contacts for the figures: offices, never persons; nothing if there are none. */
function ContactList({ contacts }: { contacts: CountryPageData['contacts'] }) {
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
