import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.ts';
import desk from '../desk.module.css';
import { ProblemList } from '../problem-list.tsx';
import { useChange } from '../use-change.ts';
import { useStoredDraft } from '../use-stored-draft.ts';
import {
  ChooseAlternativeDocument,
  type WorkAlternativeFragment,
} from './alternatives.generated.ts';
import styles from './alternatives.module.css';
import type { ContestedValue } from './contested.ts';

/** Which value is shown first, and why; null keeps the reported one. */
export function ChooseValue(props: {
  observation: ContestedValue;
  alternative: WorkAlternativeFragment | null;
}) {
  const { observation, alternative } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const {
    kept: why,
    keep: setWhy,
    forget,
  } = useStoredDraft(
    `choose ${observation.id} ${alternative?.source ?? ''} ${alternative?.value ?? ''}`,
    '',
  );
  const { busy, problems, change } = useChange('ReviewQueue', 'WorkObservation');
  const choose = async () => {
    const { done } = await change(ChooseAlternativeDocument, {
      observation: observation.id,
      revision: observation.current.id,
      alternative: alternative && { source: alternative.source, value: alternative.value },
      why,
      lang,
    });
    if (done) forget();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void choose();
  };
  const named =
    alternative === null
      ? t('alternative.keep')
      : t('alternative.showWhat', { value: alternative.value, source: alternative.sourceTitle });
  return (
    <details>
      <summary aria-label={named}>
        {t(alternative === null ? 'alternative.keepTitle' : 'alternative.show')}
      </summary>
      <form className={styles.form} onSubmit={submit}>
        <label className={desk.field}>
          {t('alternative.why')}
          <textarea
            rows={2}
            required
            className={desk.input}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
        </label>
        <ProblemList problems={problems} />
        <button type="submit" className={desk.quiet} aria-label={named} disabled={busy}>
          {t(alternative === null ? 'alternative.keep' : 'alternative.show')}
        </button>
      </form>
    </details>
  );
}
