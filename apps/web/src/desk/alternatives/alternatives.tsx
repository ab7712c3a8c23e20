import { useTranslation } from 'react-i18next';
import { can, decimalText, isAdopted, move, parseNumber, type WorkState } from '@qadam/domain';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { Button } from '../button.tsx';
import { decimalMark } from '../decimal-mark.ts';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import type { Problem } from '../problem-text.ts';
import { useMe } from '../session.ts';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import { onSubmit, useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import type { WorkObservationFragment } from '../work-observation.generated.ts';
import {
  ChooseAlternativeDocument,
  RecordAlternativeDocument,
  type WorkAlternativeFragment,
} from './alternatives.generated.ts';
import styles from './alternatives.module.css';

const SHOWN_IN = ['ReviewQueue', 'DeskSummary', 'WorkObservation'] as const;

type Observation = Pick<
  WorkObservationFragment,
  'id' | 'area' | 'kind' | 'unit' | 'decimals' | 'stages' | 'alternatives'
> & {
  state: WorkState | 'EMPTY';
  current: Pick<WorkObservationFragment['current'], 'id' | 'via' | 'reason'>;
};

/** The competing official values of a cell: who published each, and which is shown first and why. */
export function Alternatives({ observation }: { observation: Observation }) {
  const { alternatives } = observation;
  const { t } = useTranslation('desk');
  const me = useMe();
  const mayDecide = can(me, 'RECORD_ALTERNATIVE', { area: observation.area }) === 'ALLOWED';
  const open = observation.state !== 'EMPTY' && move(observation.state, 'ADOPT').ok;
  return (
    <section>
      <h3>{t('alternative.title')}</h3>
      {alternatives.length === 0 && <p className={desk.soft}>{t('alternative.none')}</p>}
      <ul className={styles.list}>
        {alternatives.map((one) => (
          <li key={`${one.source} ${one.value}`}>
            <strong>
              <Figure indicator={observation} value={one.value} />
            </strong>
            <span>
              {one.sourceUrl === null ? (
                one.sourceTitle
              ) : (
                <a href={one.sourceUrl} target="_blank" rel="noopener noreferrer">
                  {one.sourceTitle}
                </a>
              )}
              , {one.publisher}
              {one.sourceYear !== null && `, ${one.sourceYear}`}
            </span>
            <LocalText of={one.note} />
            <span className={desk.soft}>
              {t('alternative.chosen')} <LocalText of={one.chosen} />
            </span>
            {one.recordedBy && (
              <span className={desk.soft}>
                {t('alternative.by', { name: one.recordedBy.name })}
              </span>
            )}
            {mayDecide && open && one.recordedBy?.id === me.id && (
              <span className={desk.soft}>{t('alternative.twoOfficers')}</span>
            )}
            {mayDecide && open && one.recordedBy?.id !== me.id && (
              <ChooseValue observation={observation} alternative={one} />
            )}
          </li>
        ))}
      </ul>
      {mayDecide && (alternatives.length > 0 || isAdopted(observation.current)) && (
        <ChooseValue observation={observation} alternative={null} />
      )}
      {mayDecide && <RecordAlternative observation={observation} />}
    </section>
  );
}

/**
 * A form to choose which value is shown first, and to say why. `alternative` null: the reported one, which is kept, or shown again where
 * another source has replaced it.
 */
function ChooseValue(props: {
  observation: Observation;
  alternative: WorkAlternativeFragment | null;
}) {
  const { id, current } = props.observation;
  const { source = '', value = '', sourceTitle = '' } = props.alternative ?? {};
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const { kept: why, keep, forget } = useStoredDraft(`choose ${id} ${source} ${value}`, '');
  const { busy, problems, change } = useChange(...SHOWN_IN);
  const keeps = props.alternative === null;
  const choose = async () => {
    const alternative = keeps ? null : { source, value };
    const about = { observation: id, revision: current.id, alternative };
    const { done } = await change(ChooseAlternativeDocument, { ...about, why, lang });
    if (done) forget();
  };
  const kept = isAdopted(current) ? 'back' : 'keep';
  const act = keeps ? kept : 'show';
  // there may be several other values, but there is one value that was reported
  const named = (words: string) => (keeps ? undefined : `${words}: ${value}, ${sourceTitle}`);
  const title = t(`alternative.${act}Title`);
  const button = t(`alternative.${act}`);
  return (
    <details>
      <summary aria-label={named(title)}>{title}</summary>
      <form className={desk.tight} onSubmit={onSubmit(choose)}>
        <TextArea label={t('alternative.why')} required value={why} onChange={keep} />
        <ProblemList problems={problems} />
        <Button type="submit" aria-label={named(button)} disabled={busy}>
          {button}
        </Button>
      </form>
    </details>
  );
}

const EMPTY = { value: '', sourceTitle: '', publisher: '', year: '', url: '', note: '', why: '' };

/** A form to record another official value, with its source and what differs. */
function RecordAlternative({ observation: { id, unit } }: { observation: Observation }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const { kept: draft, keep: setDraft, forget } = useStoredDraft(`alternative ${id}`, EMPTY);
  const { busy, problems, run, send } = useChange(...SHOWN_IN);

  const record = async () => {
    const { done } = await run(async () => {
      const value = read(draft.value, unit, lang);
      if (typeof value !== 'string') return { problems: [value] };
      const { sourceTitle, publisher, note, why } = draft;
      const sourceYear = /^\d{4}$/.test(draft.year.trim()) ? Number(draft.year) : null;
      const source = { sourceTitle, publisher, sourceYear, sourceUrl: draft.url || null };
      const input = { observation: id, value, ...source, note, why, lang };
      return send(RecordAlternativeDocument, input);
    });
    if (done) forget();
  };
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (text: string) => setDraft({ ...draft, [name]: text }),
  });
  return (
    <details>
      <summary>{t('alternative.add')}</summary>
      <form className={desk.tight} onSubmit={onSubmit(record)}>
        <TextField
          label={t('alternative.value')}
          inputMode="decimal"
          required
          {...field('value')}
        />
        <TextField label={t('alternative.source')} required {...field('sourceTitle')} />
        <TextField label={t('alternative.publisher')} required {...field('publisher')} />
        <TextField
          label={t('alternative.year')}
          inputMode="numeric"
          pattern="\d{4}"
          {...field('year')}
        />
        <TextField label={t('alternative.url')} type="url" {...field('url')} />
        <TextArea
          label={t('alternative.note')}
          hint={t('alternative.noteHint')}
          required
          {...field('note')}
        />
        <TextArea label={t('alternative.whyReported')} required {...field('why')} />
        <ProblemList problems={problems} />
        <Button type="submit" disabled={busy}>
          {t('alternative.record')}
        </Button>
      </form>
    </details>
  );
}

/** Reads a typed figure: the exact decimal, or the problem that keeps it from being one. */
function read(text: string, unit: string, lang: string): string | Problem {
  const { value, error } = parseNumber({ text, decimal: decimalMark(lang), integer: false, unit });
  if (value !== null) return decimalText(value);
  return { code: error ?? 'NOT_A_NUMBER', params: [{ name: 'text', value: text }] };
}
