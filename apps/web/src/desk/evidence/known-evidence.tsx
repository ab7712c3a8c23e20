import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../desk.module.css';
import { AreaEvidenceDocument, type EvidenceFragment } from './evidence.generated.ts';

/** What the country has on file already: one document often proves several values. */
export function KnownEvidence(props: {
  area: string;
  attached: readonly EvidenceFragment[];
  onChosen: (id: string) => Promise<void>;
}) {
  const { area, attached } = props;
  const { t } = useTranslation('desk');
  const [chosen, setChosen] = useState('');
  const { data } = useQuery(AreaEvidenceDocument, { variables: { area } });
  const others = (data?.evidence ?? []).filter((one) => !attached.some(({ id }) => id === one.id));
  if (others.length === 0) return null;
  return (
    <div className={desk.row}>
      <label className={desk.field}>
        {t('evidence.reuse')}
        <select
          className={desk.input}
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          <option value="">{t('evidence.reuseNone')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className={desk.quiet}
        disabled={chosen === ''}
        onClick={() => {
          setChosen('');
          void props.onChosen(chosen);
        }}
      >
        {t('evidence.attach')}
      </button>
    </div>
  );
}
