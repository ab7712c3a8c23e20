import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { TextField } from '../../desk/text-field.tsx';

/** A field for a new code, which opens the editor of a new object. */
export function NewObject(props: {
  label: string;
  hint: string;
  taken: (code: string) => boolean;
  onCreate: (code: string) => void;
}) {
  const { t } = useTranslation('desk');
  const [code, setCode] = useState('');
  const taken = props.taken(code.trim());
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (code.trim() === '' || taken) return;
    props.onCreate(code.trim());
    // the code is taken now, by the object just made, and would be shown as an error
    setCode('');
  };
  return (
    <form className={desk.row} onSubmit={submit} noValidate>
      <TextField
        label={props.label}
        hint={props.hint}
        value={code}
        onChange={setCode}
        error={taken}
      />
      <Button type="submit" disabled={code.trim() === '' || taken}>
        {t('framework.create')}
      </Button>
      {taken && (
        <p role="alert" className={desk.error}>
          {t('framework.exists', { code })}
        </p>
      )}
    </form>
  );
}
