import { useTranslation } from 'react-i18next';
import type { EventFragment, SourceFragment } from './facts.generated.ts';
import { LocalText } from './local-text.tsx';
import styles from './timeline.module.css';
import { useFormat } from './use-format.ts';

export const newestFirst = (events: readonly EventFragment[]): EventFragment[] =>
  [...events].sort((a, b) => endOf(b).localeCompare(endOf(a)));

/** What took from one day to another is as new as its end. */
const endOf = ({ date }: EventFragment): string => date.split('/').at(-1) ?? date;

/** Dated, sourced events that prove a step: laws, decrees, ratifications. */
export function Timeline(props: {
  events: readonly EventFragment[];
  sources: readonly SourceFragment[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={styles.timeline}>
      {props.events.map((event) => {
        const source = props.sources.find(({ id }) => id === event.source);
        return (
          <li key={event.id}>
            <span className={styles.when}>
              {format.date(event.date)}
              {event.stage !== null && (
                <>
                  {' '}
                  <span className={styles.step}>{t('figure.stage', { stage: event.stage })}</span>
                </>
              )}
            </span>
            <p>
              <LocalText of={event.text} />
            </p>
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
