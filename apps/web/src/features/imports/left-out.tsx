import { useQuery } from '@apollo/client/react';
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import desk from '../../desk/desk.module.css';
import { useProblemText } from '../../desk/problem-text.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import { ImportYearsDocument } from './import-job.generated.ts';

/** What the import did not take: each reason once, with the number of its rows and the problem of the first. */
export function LeftOut({ job: id }: { job: string }) {
  const { t } = useTranslation('desk');
  const { lang, number } = useFormat();
  const sentence = useProblemText();
  const { data } = useQuery(ImportYearsDocument, { variables: { id, lang } });
  const reasons = data?.importJob.leftOut ?? [];
  if (reasons.length === 0) return null;
  return (
    <Section title={t('import.leftOutTitle')}>
      <div className={desk.scroll} role="group" aria-label={t('import.leftOutTitle')} tabIndex={0}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="end">{t('import.rows')}</Table.Th>
              <Table.Th>{t('import.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {reasons.map(({ rows, problem }) => (
              <Table.Tr key={problem.code}>
                <Table.Td ta="end">{number(String(rows))}</Table.Td>
                <Table.Td>{sentence(problem)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
