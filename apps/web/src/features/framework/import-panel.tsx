import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../desk/button.tsx';
import desk from '../../desk/desk.module.css';
import { FileField } from '../../desk/file-field.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useAskAgain } from '../../desk/use-change.ts';
import styles from './framework.module.css';
import { Warnings } from './warnings.tsx';

interface ImportAnswer {
  basis: string;
  committed: boolean;
  differences: { object: string; code: string; change: string; fields: { field: string }[] }[];
  warnings: Problem[];
  problems: Problem[];
}

/** Sends the file unchanged. Without `commit` the API only answers what would change. */
async function sendFramework(
  text: string,
  commit?: { basis: string; reason: string },
): Promise<ImportAnswer> {
  const query = new URLSearchParams(commit ? { dryRun: 'false', ...commit } : { dryRun: 'true' });
  const response = await fetch(`/framework?${query.toString()}`, {
    method: 'POST',
    credentials: 'same-origin',
    // another site cannot send this header
    headers: { 'x-qadam': '1', 'content-type': 'application/json' },
    body: text,
  });
  const body = (await response.json()) as ImportAnswer & {
    errors?: { extensions?: { code?: string; requestId?: string } }[];
  };
  const refused = body.errors?.[0]?.extensions;
  if (!refused) return body;
  const params = [{ name: 'reference', value: refused.requestId ?? '–' }];
  const problems = [{ code: `API_${refused.code ?? 'INTERNAL'}`, params }];
  return { basis: '', committed: false, differences: [], warnings: [], problems };
}

/** The import of a framework file: choose it, see what would change, then accept all of it or nothing. */
export function ImportPanel() {
  const { t } = useTranslation('desk');
  const [name, setName] = useState<string>();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<ImportAnswer>();
  const [failed, setFailed] = useState<Problem[]>([]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const askAgain = useAskAgain('Framework');

  const send = async (body: string, commit?: { basis: string; reason: string }) => {
    setBusy(true);
    setFailed([]);
    try {
      setAnswer(await sendFramework(body, commit));
    } catch {
      setFailed([{ code: 'UNREACHABLE', params: [] }]);
    }
    setBusy(false);
  };
  const choose = async (file: File) => {
    setAnswer(undefined);
    setName(file.name);
    const body = await file.text();
    if (!isJson(body)) {
      setText('');
      setFailed([{ code: 'NOT_JSON', params: [] }]);
      return;
    }
    setText(body);
    await send(body);
  };
  const commit = async () => {
    await send(text, { basis: answer?.basis ?? '', reason });
    await askAgain();
  };
  const differences = answer?.differences ?? [];
  return (
    <details>
      <summary>{t('framework.import.title')}</summary>
      <div className={desk.stack}>
        <p>{t('framework.import.text')}</p>
        <div className={desk.field}>
          {t('framework.import.file')}
          <FileField
            label={t('framework.import.file')}
            accept="application/json,.json"
            chosen={name}
            onFile={(file) => void choose(file)}
          />
        </div>
        <TextField label={t('framework.import.reason')} value={reason} onChange={setReason} />
        <ProblemList problems={[...failed, ...(answer?.problems ?? [])]} />
        <Warnings warnings={answer?.warnings ?? []} />
        {answer?.problems.length === 0 && (
          <div role="status">
            {answer.committed ? (
              <p className={styles.saved}>{t('framework.import.done')}</p>
            ) : differences.length === 0 ? (
              <p>{t('framework.import.same')}</p>
            ) : (
              <p>{t('framework.import.count', { count: differences.length })}</p>
            )}
          </div>
        )}
        {differences.length > 0 && (
          <ul className={styles.differences}>
            {differences.map(({ object, code, change, fields }) => (
              <li key={`${object} ${code}`}>
                <strong>{code}</strong>{' '}
                {change === 'ADDED'
                  ? t('framework.import.ADDED')
                  : fields.map(({ field }) => field).join(', ')}
              </li>
            ))}
          </ul>
        )}
        {text !== '' && answer?.committed !== true && (
          <div>
            <Button
              look="primary"
              disabled={
                busy ||
                answer?.basis === '' ||
                (answer?.problems.length === 0 && differences.length === 0)
              }
              onClick={() => void commit()}
            >
              {t('framework.import.commit')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
