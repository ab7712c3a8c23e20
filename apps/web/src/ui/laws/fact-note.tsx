import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalText } from '../local-text.tsx';
import type { EventFragment, SourceFragment } from '../facts.generated.ts';
import { useFormat } from '../use-format.ts';
import styles from './fact-note.module.css';
import type { LawCell, LawElement, StageNames } from './law.types.ts';
import { OutLink } from '../source-link.tsx';
import { newestFirst } from '../timeline.tsx';

/** The newest event that proves the stage in the cell. */
const provingEvent = (
  { element, area, stage }: LawCell,
  events: readonly EventFragment[],
): EventFragment | undefined =>
  newestFirst(
    events.filter(
      (event) =>
        event.area === area &&
        event.proves.some((proof) => proof.element === element && proof.stage === stage),
    ),
  )[0];

/** A cell that opens the fact it rests on: the browser's own popover, which needs no script and closes with Esc. */
export function FactNote(props: {
  cell: LawCell;
  element: LawElement;
  area: ReactNode;
  stages: StageNames;
  events: readonly EventFragment[];
  sources: readonly SourceFragment[];
  /** What the cell shows. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cell, element, stages, sources } = props;
  const id = `fact-${cell.element}-${cell.area}`;
  const event = provingEvent(cell, props.events);
  const source = sources.find((one) => one.id === (event?.source ?? cell.source));
  const date = event?.date ?? cell.lastDate;
  const stage = cell.stage === null ? undefined : stages?.[cell.stage];
  return (
    <>
      <button type="button" className={styles.open} popoverTarget={id} aria-haspopup="dialog">
        {props.children}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-name`}
        className={styles.note}
      >
        <p className="strong" id={`${id}-name`}>
          {props.area} · <LocalText of={element.name} />
        </p>
        <p className={styles.stage}>
          {stage === undefined ? t('law.noLonger') : <LocalText of={stage} />}
          {cell.since !== null && stage !== undefined && cell.stage !== 0 && (
            <>, {t('law.since', { year: cell.since.slice(0, 4) })}</>
          )}
        </p>
        {event && (
          <p>
            <LocalText of={event.text} />
          </p>
        )}
        <p className="note">
          {date !== null && `${format.date(date)}. `}
          {cell.provision !== null && <span lang="en">{`${cell.provision}. `}</span>}
          {cell.basis !== null && `${t(`law.basis.${cell.basis}`)} `}
          {source && <OutLink href={source.url}>{source.publisher}</OutLink>}
        </p>
        <p className="note">
          <LocalText of={element.definition} />
          {element.instrument !== null && <span lang="en">{` (${element.instrument})`}</span>}
        </p>
        <button
          type="button"
          className={styles.close}
          popoverTarget={id}
          popoverTargetAction="hide"
        >
          {t('law.close')}
        </button>
      </div>
    </>
  );
}
