import { Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import record from '../../desk/record.module.css';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import type { Quality } from './quality.types.ts';

/** Reviewers' unanswered questions, the oldest first. */
export function QuestionList({ quality }: { quality: Quality }) {
  const { areas, indicators, questions } = quality;
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const when = useWhen();
  const areaName = (code: string) => areas.find(({ area }) => area === code)?.areaName.text ?? code;
  const indicatorName = (code: string) =>
    indicators.find((one) => one.code === code)?.name.text ?? code;
  return (
    <Stack component="section" aria-labelledby="open-questions">
      <h2 id="open-questions">{t('quality.questions')}</h2>
      {questions.length === 0 ? (
        <p className="soft">{t('quality.noQuestions')}</p>
      ) : (
        <ul className={record.cover}>
          {questions.map(({ observation, area, indicator, text, askedAt }) => (
            <li key={observation}>
              <Link to="/$lang/values/$id" params={{ lang, id: observation }} preload={false}>
                {areaName(area)}: {indicatorName(indicator)}
              </Link>{' '}
              <q>{text}</q> <span className="soft">{when(askedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
