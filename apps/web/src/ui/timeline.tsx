import { useTranslation } from 'react-i18next';
import type { EventFragment, SourceFragment } from './facts.generated.ts';
import { LocalText } from './local-text.tsx';
import { lowerFirst } from './first-letter.ts';
import styles from './timeline.module.css';
import { useFormat } from './use-format.ts';

export const newestFirst = (events: readonly EventFragment[]): EventFragment[] =>
  [...events].sort((a, b) => endOf(b).localeCompare(endOf(a)));

/** An event that lasted from one day to another counts by its end. */
const endOf = ({ date }: EventFragment): string => date.split('/').at(-1) ?? date;

/**
 * Dated events with sources: laws, decrees, ratifications. Each names the parts of a law that it proves something
 * about, never a stage of the whole law.
 */
export function Timeline(props: {
  events: readonly EventFragment[];
  sources: readonly SourceFragment[];
}) {
  const format = useFormat();
  return (
    <ol className={styles.timeline}>
      {props.events.map((event) => {
        const source = props.sources.find(({ id }) => id === event.source);
        return (
          <li key={event.id}>
            <span className="strong">{format.date(event.date)}</span>
            <p>
              <LocalText of={event.text} />
            </p>
            <Proofs of={event} />
            {source?.url != null && (
              <a href={source.url} rel="noreferrer">
                {source.publisher}
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Proofs({ of: { proves } }: { of: EventFragment }) {
  const { t } = useTranslation();
  if (proves.length === 0) return null;
  return (
    <ul className={styles.proofs}>
      {proves.map(({ element, elementName, stageName, basis }) => (
        <li key={element}>
          {t('events.part')} <LocalText of={elementName} />:{' '}
          {stageName ? <b>{lowerFirst(stageName)}</b> : t('law.noLonger')}
          {basis === 'MEDIA' && ` (${t('law.MEDIA')})`}
        </li>
      ))}
    </ul>
  );
}
