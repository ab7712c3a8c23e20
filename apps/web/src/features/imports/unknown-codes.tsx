import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodedField } from '@qadam/domain';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Trouble } from '../../desk/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { checkAgain, readUnknown, troubleOf, type Codes, type UnknownCode } from './import-api.ts';
import styles from './imports.module.css';

const LEAVE = ' leave';

/** Texts of red rows that were not understood: what each stands for is said once, for all its rows. */
export function UnknownCodes({ job, reload }: { job: string; reload: () => void }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const format = useFormat();
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
  const nameOf = (field: CodedField) =>
    field === 'breakdown' ? t('import.unknown.breakdown') : t(`import.columns.${field}`);
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
  const check = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await checkAgain(job, { codes: said });
      reload();
    } catch (error) {
      setProblem(troubleOf(error));
    }
  };
  if (unknown.length === 0) return problem && <ProblemList problems={[problem]} />;
  return (
    <Section title={t('import.unknown.title')}>
      <form className={desk.stack} onSubmit={(event) => void check(event)}>
        <p className={styles.hint}>{t('import.unknown.text')}</p>
        <div className={styles.meanings}>
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
        </div>
        {problem && <ProblemList problems={[problem]} />}
        <div className={desk.row}>
          <button
            type="submit"
            className="button"
            disabled={unknown.every((one) => answered(one) === '')}
          >
            {t('import.unknown.apply')}
          </button>
        </div>
      </form>
    </Section>
  );
}
