import { useTranslation } from 'react-i18next';
import { can, move } from '@qadam/domain';
import { Figure } from '../../ui/figure.tsx';
import { LocalText } from '../../ui/local-text.tsx';
import desk from '../desk.module.css';
import { useMe } from '../session.ts';
import styles from './alternatives.module.css';
import type { ContestedValue } from './contested.ts';
import { ChooseValue } from './choose-value.tsx';
import { RecordAlternative } from './record-alternative.tsx';

/** Official numbers disagree: what else is said of this cell, by whom, and which is shown first and why. */
export function Alternatives({ observation }: { observation: ContestedValue }) {
  const { alternatives } = observation;
  const { t } = useTranslation('desk');
  const me = useMe();
  const mayDecide = can(me, 'RECORD_ALTERNATIVE') === 'ALLOWED';
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
      {mayDecide && alternatives.length > 0 && (
        <ChooseValue observation={observation} alternative={null} />
      )}
      {mayDecide && <RecordAlternative observation={observation} />}
    </section>
  );
}
