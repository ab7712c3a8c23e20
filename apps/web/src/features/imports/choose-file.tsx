import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '@qadam/i18n';
import desk from '../../desk/desk.module.css';
import { FileField } from '../../desk/file-field.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { useFormat } from '../../ui/use-format.ts';
import { sendFile } from './import-file.ts';
import styles from './imports.module.css';

export interface ReturnChoice {
  area: string;
  name: string;
  cycle: number;
}

/** Step one: which report, the template for it, and the file. */
export function ChooseFile(props: {
  returns: readonly ReturnChoice[];
  onStarted: (job: string) => void;
}) {
  const { returns, onStarted } = props;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const fileNote = useId();
  const [chosen, setChosen] = useState(0);
  const [fileLang, setFileLang] = useState<string>(lang);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const target = returns[chosen];
  if (target === undefined) return <p>{t('import.none')}</p>;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (file === null) return;
    setSending(true);
    const frame = { country: target.area, cycle: target.cycle, lang: fileLang };
    const { job, problems: refusals = [] } = await sendFile(file, frame);
    setProblems(refusals);
    if (job !== null) onStarted(job);
    setSending(false);
  };

  return (
    <Stack component="form" onSubmit={(event) => void send(event)}>
      <div className={styles.choices}>
        <NativeSelect
          label={t('import.report')}

          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {' '}
          {returns.map(({ area, name, cycle }, index) => (
            <option key={`${area} ${cycle}`} value={index}>
              {name}, {cycle}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('import.language')}

          value={fileLang}
          onChange={(event) => setFileLang(event.target.value)}
        >
          {' '}
          {languages.map((code) => (
            <option key={code} value={code}>
              {languageNames[code]}
            </option>
          ))}
        </NativeSelect>
      </div>
      <p className={styles.template}>
        <a href={`/templates/${target.area}/${target.cycle}.xlsx?lang=${fileLang}`} download>
          {t('import.template')} (XLSX)
        </a>
        <small>{t('import.templateText')}</small>
      </p>
      <div className={desk.field}>
        {t('import.file')}
        <FileField
          label={t('import.file')}
          accept=".xlsx,.csv,.tsv,.txt,.xml,.json"
          chosen={file?.name}
          describedBy={fileNote}
          onFile={setFile}
        />
        <small id={fileNote}>{t('import.fileText')}</small>
      </div>
      <ProblemList problems={problems} />
      <Group>
        <Button type="submit" disabled={file === null || sending}>
          {sending ? t('import.sending') : t('import.check')}
        </Button>
      </Group>
    </Stack>
  );
}
