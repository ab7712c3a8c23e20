import { Alert, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../desk/confirm.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { SelectField } from '../../desk/select-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  HandOverAssignmentsDocument,
  type OrganisationRowFragment,
} from './organisations.generated.ts';
import { nameOf } from './use-organisations.ts';

/** Moves all open assignments of one organisation to another; it has to be confirmed, as it moves many cells at once. */
export function HandOver(props: { organisations: readonly OrganisationRowFragment[] }) {
  const { t } = useTranslation('desk');
  const { lang } = useFormat();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [asking, setAsking] = useState(false);
  const [moved, setMoved] = useState<number>();
  const { problems, busy, change } = useChange('Organisations');
  const names = new Map(props.organisations.map((one) => [one.id, nameOf(one, lang)]));
  const givers = props.organisations.filter(({ assignments }) => assignments > 0);
  const count = givers.find(({ id }) => id === from)?.assignments ?? 0;

  const send = async () => {
    const { answer } = await change(HandOverAssignmentsDocument, { from, to });
    if (answer?.assignments != null) setMoved(answer.assignments);
    setAsking(false);
  };
  return (
    <Paper component="section" aria-labelledby="hand-over" bg="var(--ground)" p="lg" radius="md">
      <Stack align="start">
        <Title order={2} id="hand-over">
          {t('organisations.handOver')}
        </Title>
        <Text>{t('organisations.handOverText')}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} w="100%">
          <SelectField
            label={t('organisations.from')}
            none={t('organisations.choose')}
            value={from}
            options={givers.map(({ id }) => [id, names.get(id) ?? id])}
            onChange={setFrom}
          />
          <SelectField
            label={t('organisations.to')}
            none={t('organisations.choose')}
            value={to}
            options={[...names].filter(([id]) => id !== from)}
            onChange={setTo}
          />
        </SimpleGrid>
        <ProblemList problems={problems} />
        {moved !== undefined && (
          <Alert role="status">{t('organisations.handedOver', { count: moved })}</Alert>
        )}
        <Button disabled={count === 0 || to === '' || to === from} onClick={() => setAsking(true)}>
          {t('organisations.handOverAsk')}
        </Button>
      </Stack>
      {asking && (
        <Confirm
          title={t('organisations.sure')}
          yes={t('organisations.handOverYes')}
          busy={busy}
          onYes={() => void send()}
          onClose={() => setAsking(false)}
        >
          <p>
            {t('organisations.sureText', {
              count,
              from: names.get(from) ?? '',
              to: names.get(to) ?? '',
            })}
          </p>
        </Confirm>
      )}
    </Paper>
  );
}
