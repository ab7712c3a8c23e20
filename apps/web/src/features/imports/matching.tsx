import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import styles from './matching.module.css';

interface Name {
  key: string;
  label: string;
  hint?: string;
  value: string;
}

/** A longer list gets a field to search it. */
const FEW = 8;

/**
 * Names from a file, each with a list to pick what it stands for. With a mouse and enough room, that can also be
 * dragged onto the name from one list of all options; nothing requires dragging.
 */
export function Matching(props: {
  names: readonly Name[];
  none: string;
  options: readonly (readonly [code: string, label: string])[];
  onMatch: (key: string, code: string) => void;
}) {
  const { names, none, options, onMatch } = props;
  const { t } = useTranslation('desk');
  const [word, setWord] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const sought = word.trim().toLowerCase();
  const found = options.filter(([, label]) => label.toLowerCase().includes(sought));
  return (
    <div className={styles.matching}>
      <ul className={styles.names}>
        {names.map(({ key, ...name }) => (
          <li
            key={key}
            data-over={over === key}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(key);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              end();
              onMatch(key, dragged);
            }}
          >
            <SelectField
              {...name}
              none={none}
              options={options}
              onChange={(code) => onMatch(key, code)}
            />
          </li>
        ))}
      </ul>
      {options.length > 0 && (
        <section className={styles.choices} aria-label={t('import.match.list')}>
          <p className="note">{t('import.match.text')}</p>
          {options.length > FEW && (
            <TextField label={t('import.match.find')} value={word} onChange={setWord} />
          )}
          <ul>
            {found.map(([code, label]) => (
              <li
                key={code}
                draggable
                data-dragged={dragged === code}
                onDragStart={({ dataTransfer }) => {
                  // Firefox drags nothing that carries no data
                  dataTransfer.setData('text/plain', label);
                  dataTransfer.effectAllowed = 'link';
                  setDragged(code);
                }}
                onDragEnd={end}
              >
                {label}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
