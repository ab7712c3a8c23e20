import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalText, parseNumber } from '@qadam/domain';
import { useFormat } from '../../ui/use-format.ts';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import type { Problem } from '../problem-text.ts';
import { useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import { RecordAlternativeDocument } from './alternatives.generated.ts';
import styles from './alternatives.module.css';
import type { ContestedValue } from './contested.ts';

const EMPTY = { value: '', sourceTitle: '', publisher: '', year: '', url: '', note: '', why: '' };
type Draft = typeof EMPTY;

/** Another official value, with where it stands and what differs. */
export function RecordAlternative({ observation: { id, unit } }: { observation: ContestedValue }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const { kept: draft, keep: setDraft, forget } = useStoredDraft<Draft>(`alternative ${id}`, EMPTY);
  const { busy, problems, run, send } = useChange('ReviewQueue', 'WorkObservation');

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
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void record();
  };
  const field = (name: keyof Draft) => ({
    className: desk.input,
    value: draft[name],
    onChange: (event: { target: { value: string } }) =>
      setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <details>
      <summary>{t('alternative.add')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <label className={desk.field}>
          {t('alternative.value')}
          <input type="text" inputMode="decimal" required {...field('value')} />
        </label>
        <label className={desk.field}>
          {t('alternative.source')}
          <input type="text" required {...field('sourceTitle')} />
        </label>
        <label className={desk.field}>
          {t('alternative.publisher')}
          <input type="text" required {...field('publisher')} />
        </label>
        <label className={desk.field}>
          {t('alternative.year')}
          <input type="text" inputMode="numeric" pattern="\d{4}" {...field('year')} />
        </label>
        <label className={desk.field}>
          {t('alternative.url')}
          <input type="url" {...field('url')} />
        </label>
        <label className={desk.field}>
          {t('alternative.note')}
          <small>{t('alternative.noteHint')}</small>
          <textarea rows={2} required {...field('note')} />
        </label>
        <label className={desk.field}>
          {t('alternative.whyReported')}
          <textarea rows={2} required {...field('why')} />
        </label>
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} disabled={busy}>
          {t('alternative.record')}
        </button>
      </form>
    </details>
  );
}

/** The exact figure, or what keeps it from being one. */
function read(text: string, unit: string, lang: string): string | Problem {
  const decimal = lang === 'en' ? '.' : ',';
  const { value, error } = parseNumber({ text, decimal, integer: false, unit });
  if (value !== null) return decimalText(value);
  return { code: error ?? 'NOT_A_NUMBER', params: [{ name: 'text', value: text }] };
}
