import { useQuery } from '@apollo/client/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { SelectField } from '../../desk/select-field.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { AuditOperationsDocument } from './audit.generated.ts';
import { useAuditText } from './audit-text.ts';
import styles from './audit.module.css';
import { exportPath, type Filter } from './filter.ts';

/** Person, operation, subject, place, time and value. */
export function FilterForm(props: {
  filter: Filter;
  areas: ReadonlyMap<string, string>;
  onSearch: (filter: Filter) => void;
}) {
  const { t } = useTranslation('desk');
  const text = useAuditText();
  const [draft, setDraft] = useState(props.filter);
  const { data } = useQuery(AuditOperationsDocument);
  const operations = data?.auditOperations.map((code) => [code, text.operation(code)] as const);
  const field = (name: keyof Filter) => ({
    value: draft[name] ?? '',
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSearch(draft);
  };
  return (
    <form role="search" className={styles.filter} onSubmit={submit}>
      <div className={admin.fields}>
        <TextField label={t('audit.who')} hint={t('audit.whoHint')} {...field('who')} />
        <SelectField
          label={t('audit.operation')}
          none={t('audit.anyOperation')}
          options={(operations ?? []).toSorted(([, a], [, b]) => a.localeCompare(b))}
          {...field('operation')}
        />
        <TextField label={t('audit.subject')} {...field('subject')} />
        <SelectField
          label={t('audit.area')}
          none={t('audit.anyArea')}
          options={props.areas}
          {...field('area')}
        />
        <TextField label={t('audit.from')} type="date" {...field('from')} />
        <TextField label={t('audit.to')} type="date" {...field('to')} />
        <TextField label={t('audit.value')} hint={t('audit.valueHint')} {...field('value')} />
      </div>
      <div className={desk.row}>
        <button type="submit" className={desk.primary}>
          {t('audit.search')}
        </button>
        <button type="button" className={desk.quiet} onClick={() => props.onSearch({})}>
          {t('audit.clear')}
        </button>
        <a href={exportPath(props.filter)} download>
          {t('audit.export')}
        </a>
      </div>
    </form>
  );
}
