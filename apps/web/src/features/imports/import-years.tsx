import { useQuery } from '@apollo/client/react';
import { Button, Group, Table, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { useChange } from '../../desk/use-change.ts';
import { Section } from '../../ui/section.tsx';
import { useFormat } from '../../ui/use-format.ts';
import {
  ImportYearsDocument,
  OpenImportYearsDocument,
  type ImportJobFragment,
} from './import-job.generated.ts';

/** Year by year: how many values are taken, with which cycle they are handed in, and how many wait because the year is closed. */
export function ImportYears({ job: { id, area, state } }: { job: ImportJobFragment }) {
  const { t } = useTranslation('desk');
  const { number, lang } = useFormat();
  const mayOpen = can(useMe(), 'GRANT_REOPEN', { area }) === 'ALLOWED';
  const { data, notice } = answered(
    useQuery(ImportYearsDocument, { variables: { id, lang } }),
    'part',
  );
  const years = data?.importJob.years ?? [];
  if (years.length === 0) return notice;
  const waits = state === 'CHECKED' && years.some(({ closed }) => closed > 0);
  return (
    <Section title={t('import.years.title')}>
      {notice}
      <div className={desk.scroll} role="group" aria-label={t('import.years.title')} tabIndex={0}>
        <Table withRowBorders verticalSpacing={4} w="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.year')}</Table.Th>
              <Table.Th ta="end">{t('import.years.taken')}</Table.Th>
              <Table.Th>{t('import.years.cycle')}</Table.Th>
              <Table.Th ta="end">{t('import.years.closed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.map(({ year, values, cycle, closed }) => (
              <Table.Tr key={year}>
                <Table.Th scope="row">{year}</Table.Th>
                <Table.Td ta="end">{number(String(values))}</Table.Td>
                <Table.Td>{values > 0 ? (cycle ?? '–') : '–'}</Table.Td>
                <Table.Td ta="end">{closed > 0 ? number(String(closed)) : '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {waits && (mayOpen ? <OpenYears job={id} /> : <p>{t('import.years.ask')}</p>)}
    </Section>
  );
}

const DAY_MS = 86_400_000;
const WEEKS_MS = 14 * DAY_MS;

/** Reopens all closed cells of the file for its sender, until the end of a day. */
function OpenYears({ job }: { job: string }) {
  const { t } = useTranslation('desk');
  const [day, setDay] = useState(() => new Date(Date.now() + WEEKS_MS).toISOString().slice(0, 10));
  const { problems, busy, change } = useChange('ImportYears', 'ImportRows');
  const open = () => change(OpenImportYearsDocument, { job, until: `${day}T23:59:59Z` });
  return (
    <>
      <ProblemList problems={problems} />
      <Group align="end">
        <TextInput
          type="date"
          label={t('import.years.until')}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Button disabled={busy || day === ''} onClick={() => void open()}>
          {t('import.years.open')}
        </Button>
      </Group>
    </>
  );
}
