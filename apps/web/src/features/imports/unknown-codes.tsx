import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemList } from '../../desk/problem-list.tsx';
import { unreachable } from '../../desk/unreachable.ts';
import { groupBy } from '../../ui/group-by.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { CheckAgainForm } from './check-again-form.tsx';
import { Matching } from './matching.tsx';
import {
  UnknownTextsDocument,
  type TextMeaningInput,
  type UnknownTextsQuery,
} from './import-job.generated.ts';

type Unknown = UnknownTextsQuery['importJob']['unknown'][number];

/** The option to leave rows out; it begins with a space, as no code does. */
const LEAVE = ' leave';

const keyOf = ({ field, text }: Unknown): string => `${field} ${text}`;

/** What is the same for all texts with the same options. */
const optionsOf = ({ field, options }: Unknown): string =>
  [field, ...options.map(({ code }) => code)].join('\n');

/** Texts in rows with errors that were not understood: what each stands for is asked once for all its rows. */
export function UnknownCodes({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const { lang, number } = useFormat();
  const [answers, setAnswers] = useState<readonly TextMeaningInput[]>([]);
  const { data, error } = useQuery(UnknownTextsDocument, { variables: { id: job, lang } });
  const unknown = data?.importJob.unknown ?? [];
  const isOf = (of: Unknown) => (one: TextMeaningInput) =>
    one.field === of.field && one.text === of.text;
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
  const leaveRest = () => {
    const rest = unknown.filter((one) => answered(one) === '');
    setAnswers([...answers, ...rest.map(({ field, text }) => ({ field, text, code: null }))]);
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
        {[...groupBy(unknown, optionsOf)].map(([same, ones]) => (
          <Matching
            key={same}
            names={ones.map((one) => ({
              key: keyOf(one),
              label: t('import.unknown.of', {
                field: t(`import.columns.${one.field}`),
                text: one.text,
              }),
              hint: t('import.unknown.rows', { rows: number(String(one.rows)), line: one.line }),
              value: answered(one),
            }))}
            none={t('import.columns.choose')}
            options={[
              [LEAVE, t('import.unknown.leave')],
              ...(ones[0]?.options ?? []).map(
                ({ code, name }) =>
                  [code, name === code ? code : `${code} ${name}`.trim()] as const,
              ),
            ]}
            onMatch={(key, chosen) => {
              const of = ones.find((one) => keyOf(one) === key);
              if (of) answer(of, chosen);
            }}
          />
        ))}
      </CheckAgainForm>
      {unknown.length > 1 && unknown.some((one) => answered(one) === '') && (
        <Button variant="default" onClick={leaveRest}>
          {t('import.unknown.rest')}
        </Button>
      )}
    </Section>
  );
}
