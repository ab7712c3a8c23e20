import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '@qadam/i18n';
import admin from '../../desk/admin.module.css';
import desk from '../../desk/desk.module.css';
import { FileField } from '../../desk/file-field.tsx';
import { Form } from '../../desk/form.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { SelectField } from '../../desk/select-field.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { sendFile } from './import-file.ts';

const ALL_YEARS = 'all';

/** Step one: the return that the file is for, a template for it, and the file. */
export function ChooseFile(props: {
  returns: readonly { area: string; name: string; cycle: number }[];
  onStarted: (job: string) => void;
}) {
  const { returns, onStarted } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const fileNote = useId();
  const [chosen, setChosen] = useState('0');
  const [fileLang, setFileLang] = useState<string>(lang);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [first] = returns;
  if (first === undefined) return <p>{t('import.none')}</p>;
  const { area } = first;
  const target = returns[Number(chosen)] ?? null;

  const send = async () => {
    if (file === null) return;
    setSending(true);
    const frame = {
      country: target?.area ?? area,
      cycle: target?.cycle ?? null,
      lang: fileLang,
    };
    const { job, problems: refusals = [] } = await sendFile(file, frame);
    setProblems(refusals);
    if (job !== null) onStarted(job);
    setSending(false);
  };

  return (
    <Form
      problems={problems}
      button={sending ? t('import.sending') : t('import.check')}
      disabled={file === null || sending}
      send={send}
    >
      <div className={admin.fields}>
        <SelectField
          label={t('import.report')}
          value={chosen}
          options={[
            ...returns.map(
              ({ name, cycle }, index) => [String(index), `${name}, ${cycle}`] as const,
            ),
            [ALL_YEARS, t('import.allYears')] as const,
          ]}
          onChange={setChosen}
        />
        <SelectField
          label={t('import.language')}
          value={fileLang}
          options={languages.map((code) => [code, languageNames[code]])}
          onChange={setFileLang}
        />
      </div>
      {target !== null && (
        <div>
          <a href={`/templates/${target.area}/${target.cycle}.xlsx?lang=${fileLang}`} download>
            {t('import.template')} (XLSX)
          </a>
          <p className="note">{t('import.templateText')}</p>
        </div>
      )}
      <div className={desk.field}>
        {t('import.file')}
        <FileField
          label={t('import.file')}
          accept=".xlsx,.csv,.tsv,.txt,.xml,.json,.px"
          chosen={file?.name}
          describedBy={fileNote}
          onFile={setFile}
        />
        <small id={fileNote}>{t('import.fileText')}</small>
      </div>
    </Form>
  );
}
