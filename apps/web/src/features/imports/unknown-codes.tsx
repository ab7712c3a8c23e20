import { useQuery } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CheckAgainForm } from './check-again-form.tsx';
import {
  UnknownTextsDocument,
  type TextMeaningInput,
  type UnknownTextsQuery,
} from './import-job.generated.ts';
import { useFieldName } from './use-field-name.ts';

type Unknown = UnknownTextsQuery['importJob']['unknown'][number];

/** No code begins with a space. */
const LEAVE = ' leave';

/** Texts of red rows that were not understood: what each stands for is said once, for all its rows. */
export function UnknownCodes({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const nameOf = useFieldName();
  const { lang } = format;
  const [answers, setAnswers] = useState<readonly TextMeaningInput[]>([]);
  const { data, error } = useQuery(UnknownTextsDocument, { variables: { id: job, lang } });
  const unknown = data?.importJob.unknown ?? [];
  const isOf =
    ({ field, text }: Unknown) =>
    (one: TextMeaningInput) =>
      one.field === field && one.text === text;
  const answered = (of: Unknown): string => {
    const answer = answers.find(isOf(of));
    return answer ? (answer.code ?? LEAVE) : '';
  };
  const answer = (of: Unknown, chosen: string) => {
    const { field, text } = of;
    const others = answers.filter((one) => !isOf(of)(one));
    const code = chosen === LEAVE ? null : chosen;
    setAnswers(chosen === '' ? others : [...others, { field, text, code }]);
  };
  if (unknown.length === 0) return error && <ProblemList problems={[unreachable(error)]} />;
  return (
    <Section title={t('import.unknown.title')}>
      <CheckAgainForm
        answers={{ job, codes: [...answers] }}
        text={t('import.unknown.text')}
        button={t('import.unknown.apply')}
        disabled={unknown.every((one) => answered(one) === '')}
      >
        {unknown.map((one) => (
          <NativeSelect
            key={`${one.field} ${one.text}`}
            label={t('import.unknown.of', { field: nameOf(one.field), text: one.text })}
            description={t('import.unknown.rows', {
              rows: format.number(String(one.rows)),
              line: one.line,
            })}

            value={answered(one)}
            onChange={({ target }) => answer(one, target.value)}
          >
            {' '}
            <option value="">{t('import.columns.choose')}</option>
            <option value={LEAVE}>{t('import.unknown.leave')}</option>
            {one.options.map(({ code, name }) => (
              <option key={code} value={code}>
                {name === '' || name === code ? code : `${code} ${name}`}
              </option>
            ))}
          </NativeSelect>
        ))}
      </CheckAgainForm>
    </Section>
  );
}
