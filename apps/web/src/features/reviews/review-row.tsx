import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dec, decimalText } from '@qadam/domain';
import { Button } from '../../desk/button.tsx';
import cards from '../../desk/card-table.module.css';
import look from '../../desk/desk.module.css';
import { PersonalWarning } from '../../desk/problem-list.tsx';
import { ReportedFigure, ReportedValue } from '../../desk/reported-figure.tsx';
import { TextArea } from '../../desk/text-area.tsx';
import { onSubmit } from '../../desk/use-change.ts';
import { useStoredDraft } from '../../desk/use-stored-draft.ts';
import type { WorkObservationFragment } from '../../desk/work-observation.generated.ts';
import { countryStyle, regionColor, type CountryCode } from '../../theme/countries.ts';
import { LocalText } from '../../ui/local-text.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Checks, ReviewDetails } from './review-details.tsx';
import styles from './review.module.css';
import { RowActions } from './row-actions.tsx';
import type { Desk, Writing } from './use-review-desk.ts';

const colorOf = (area: string): string =>
  area in countryStyle ? countryStyle[area as CountryCode].color : regionColor;

/** One submitted value beside what it would replace, what the rules say of it, and the decision. */
export function ReviewRow({
  observation,
  desk,
}: {
  observation: WorkObservationFragment;
  desk: Desk;
}) {
  const { id, current, history, year, area, indicatorName, kind } = observation;
  const { t } = useTranslation('desk');
  const format = useFormat();
  const open = desk.open === id;
  const writing = desk.writing?.of.id === id ? desk.writing : undefined;
  const before = beforeOf(observation);
  const change =
    kind === 'NUMERIC' && before?.value != null && current.value !== null
      ? format.signed(decimalText(dec(current.value).minus(before.value)))
      : '–';
  const points = [...history.filter((one) => one.year < year), { year, value: current.value }];
  const known = points.filter(({ value }) => value !== null).length;
  return (
    <>
      <tr
        id={`review-${id}`}
        tabIndex={-1}
        className={`${cards.row ?? ''} ${styles.row ?? ''}`}
        data-current={desk.keys.current === id || undefined}
      >
        <th scope="row">
          <LocalText of={indicatorName} />, {year}
          <span className={styles.meta}>
            {observation.element === null && <LocalText of={observation.unitText} />}
            {observation.sample && <span className={look.sample}>{t('sample')}</span>}
          </span>
          {kind === 'NUMERIC' && known > 1 && <Sparkline points={points} color={colorOf(area)} />}
        </th>
        <td data-label={t('review.before')}>
          {before ? (
            <>
              <ReportedFigure indicator={observation} value={before.value} status={before.status} />
              <span className={styles.meta}>{before.date ?? before.year}</span>
            </>
          ) : (
            <span className={look.soft}>{t('review.nothingBefore')}</span>
          )}
        </td>
        <td data-label={t('review.submitted')}>
          <ReportedValue indicator={observation} of={current} />
          {current.numerator !== null && current.denominator !== null && (
            <span className={styles.meta}>
              {format.number(current.numerator)} / {format.number(current.denominator)}
            </span>
          )}
        </td>
        <td data-label={t('review.change')}>{change}</td>
        <td data-label={t('review.checks')}>
          <Checks observation={observation} />
        </td>
        <td data-label={t('review.decision')}>
          <RowActions observation={observation} desk={desk} open={open} />
        </td>
      </tr>
      {writing && (
        <tr className={cards.below}>
          <td colSpan={6}>
            <WriteReporter key={writing.act} act={writing.act} of={observation} desk={desk} />
          </td>
        </tr>
      )}
      {open && (
        <tr className={cards.below}>
          <td colSpan={6}>
            <ReviewDetails observation={observation} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What stands published now: of this year where it is a correction, else of the year last known. */
function beforeOf(
  observation: WorkObservationFragment,
): (WorkObservationFragment['history'][number] & { date?: string | null }) | undefined {
  const { published, year, history, element, lastFact } = observation;
  if (published !== null) {
    const { value, obsStatus: status, factDate: date } = published;
    return { year, value, status, date };
  }
  if (element !== null) {
    if (lastFact === null) return undefined;
    return { year, value: String(lastFact.stage), status: 'A', date: lastFact.date };
  }
  return history.findLast((one) => one.year < year && one.value !== null);
}

const words = {
  RETURN: { label: 'review.reason', missing: 'review.reasonNeeded', send: 'review.sendBack' },
  ASK: { label: 'review.question', missing: 'review.questionNeeded', send: 'review.sendQuestion' },
} as const;

/**
 * Returned with a reason that the reporter can act on, or asked while the value stays where it is. Where somebody else
 * was faster, what was written stays, and can still be said as a message.
 */
function WriteReporter({ act, of, desk }: Writing & { desk: Desk }) {
  const { decisions, isHeld, release } = desk;
  const { t } = useTranslation('desk');
  const say = words[act];
  const { kept: text, keep, forget } = useStoredDraft(`${act} ${of.id}`, '');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const held = isHeld(of.id);

  const close = () => {
    forget();
    release(of.id);
  };
  const send = async () => {
    if (text.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    const { giveBack, ask, say: write } = decisions;
    const sending = held ? write : act === 'RETURN' ? giveBack : ask;
    if (await sending(of, text)) close();
  };
  return (
    <form
      className={`${look.tight ?? ''} ${look.notice ?? ''} ${styles.reason ?? ''}`}
      onSubmit={onSubmit(send)}
      noValidate
    >
      <TextArea
        label={t(say.label)}
        of={of.indicatorName.text}
        ref={field}
        rows={3}
        required
        aria-invalid={missing || undefined}
        aria-describedby={missing ? 'reason-missing' : undefined}
        value={text}
        onChange={(next) => {
          keep(next);
          setMissing(false);
        }}
      />
      <PersonalWarning text={text} />
      {missing && (
        <p role="alert" id="reason-missing" className={look.error}>
          {t(say.missing)}
        </p>
      )}
      <div className={look.row}>
        <Button type="submit" look="primary" disabled={decisions.busy}>
          {t(held ? 'review.sendAsMessage' : say.send)}
        </Button>
        <Button onClick={close}>{t('submit.cancel')}</Button>
      </div>
    </form>
  );
}
