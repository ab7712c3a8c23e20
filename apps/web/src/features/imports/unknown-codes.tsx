import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CheckAgainForm } from './check-again-form.tsx';
import { readUnknown, troubleOf, type Codes, type UnknownCode } from './import-api.ts';
import { useFieldName } from './use-field-name.ts';

/** No code begins with a space. */
const LEAVE = ' leave';

/** Texts of red rows that were not understood: what each stands for is said once, for all its rows. */
export function UnknownCodes({ job, reload }: { job: string; reload: () => void }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const nameOf = useFieldName();
  const { lang } = format;
  const [unknown, setUnknown] = useState<readonly UnknownCode[]>([]);
  const [said, setSaid] = useState<Codes>({});
  const [problem, setProblem] = useState<Trouble | null>(null);
  useEffect(() => {
    let stopped = false;
    readUnknown(job, lang).then(
      (found) => {
        if (!stopped) setUnknown(found.unknown);
      },
      (error: unknown) => {
        if (!stopped) setProblem(troubleOf(error));
      },
    );
    return () => {
      stopped = true;
    };
  }, [job, lang]);
  const answered = ({ field, text }: UnknownCode): string => {
    const codes = said[field];
    if (codes === undefined || !Object.hasOwn(codes, text)) return '';
    return codes[text] ?? LEAVE;
  };
  const answer = ({ field, text }: UnknownCode, chosen: string) => {
    const others = Object.entries(said[field] ?? {}).filter(([other]) => other !== text);
    const now = chosen === '' ? [] : [[text, chosen === LEAVE ? null : chosen] as const];
    setSaid({ ...said, [field]: Object.fromEntries([...others, ...now]) });
  };
  if (unknown.length === 0) return problem && <ProblemList problems={[problem]} />;
  return (
    <Section title={t('import.unknown.title')}>
      <CheckAgainForm
        job={job}
        said={{ codes: said }}
        reload={reload}
        text={t('import.unknown.text')}
        button={t('import.unknown.apply')}
        disabled={unknown.every((one) => answered(one) === '')}
      >
        {unknown.map((one) => (
          <label key={`${one.field} ${one.text}`} className={desk.field}>
            {t('import.unknown.of', { field: nameOf(one.field), text: one.text })}
            <small>
              {t('import.unknown.rows', {
                rows: format.number(String(one.rows)),
                line: one.line,
              })}
            </small>
            <select
              className={desk.input}
              value={answered(one)}
              onChange={({ target }) => answer(one, target.value)}
            >
              <option value="">{t('import.columns.choose')}</option>
              <option value={LEAVE}>{t('import.unknown.leave')}</option>
              {one.options.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name === '' || name === code ? code : `${code} ${name}`}
                </option>
              ))}
            </select>
          </label>
        ))}
      </CheckAgainForm>
    </Section>
  );
}
