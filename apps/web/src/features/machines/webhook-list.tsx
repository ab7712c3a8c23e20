import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '@qadam/domain';
import { answered } from '../../desk/answered.tsx';
import desk from '../../desk/desk.module.css';
import { Form } from '../../desk/form.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import { useMe } from '../../desk/session.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { useUnsaved } from '../../desk/use-unsaved.ts';
import { useWhen } from '../../desk/use-when.ts';
import { Section } from '../../ui/section.tsx';
import {
  CreateWebhookDocument,
  EndWebhookDocument,
  WebhooksDocument,
  type WebhookEvent,
  type WebhookFragment,
} from './machines.generated.ts';
import { SecretOnce } from './secret-once.tsx';

const EVENTS = ['RELEASED', 'RETURNED', 'ASKED'] as const satisfies readonly WebhookEvent[];

/** The webhooks of a country, each with what was sent to it. */
export function WebhookList({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const { data, instead, notice } = answered(
    useQuery(WebhooksDocument, { variables: { area } }),
    'part',
  );
  const mayChange = can(useMe(), 'MANAGE_WEBHOOKS', { area }) === 'ALLOWED';
  if (!data) return instead;
  return (
    <Section title={t('machines.hooks')}>
      {notice}
      <p>{t('machines.hooksText')}</p>
      {data.webhooks.length === 0 && <p>{t('machines.noHooks')}</p>}
      <Stack gap="lg">
        {data.webhooks.map((hook) => (
          <Hook key={hook.id} hook={hook} mayChange={mayChange} />
        ))}
      </Stack>
      {mayChange && <HookForm area={area} />}
    </Section>
  );
}

function Hook({ hook, mayChange }: { hook: WebhookFragment; mayChange: boolean }) {
  const { id, url, events, deliveries } = hook;
  const { t } = useTranslation('desk');
  const { problems, busy, change } = useChange('Webhooks');
  return (
    <section aria-label={url}>
      <Group justify="space-between">
        <div>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Text>
          <Text c="dimmed" size="sm">
            {events.map((event) => t(`machines.${event}`)).join(', ')}
          </Text>
        </div>
        {mayChange && (
          <Button
            variant="default"
            disabled={busy}
            aria-label={`${t('machines.end')} ${url}`}
            onClick={() => void change(EndWebhookDocument, { webhook: id })}
          >
            {t('machines.end')}
          </Button>
        )}
      </Group>
      <ProblemList problems={problems} />
      {deliveries.length === 0 ? (
        <p>{t('machines.noDeliveries')}</p>
      ) : (
        <details>
          <summary>
            {t('machines.deliveries')} ({deliveries.length})
          </summary>
          <Deliveries of={deliveries} />
        </details>
      )}
    </section>
  );
}

function Deliveries({ of }: { of: WebhookFragment['deliveries'] }) {
  const { t } = useTranslation('desk');
  const when = useWhen();
  return (
    <div className={desk.scroll} role="group" aria-label={t('machines.deliveries')} tabIndex={0}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['when', 'events', 'state', 'tries', 'answer'] as const).map((head) => (
              <Table.Th key={head}>{t(`machines.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map(({ id, event, state, attempts, status, error, changedAt }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">{when(changedAt)}</Table.Th>
              <Table.Td>{t(`machines.${event}`)}</Table.Td>
              <Table.Td>{t(`machines.delivery.${state}`)}</Table.Td>
              <Table.Td>{attempts}</Table.Td>
              <Table.Td>{[status, error].filter((one) => one !== null).join(' ') || '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function HookForm({ area }: { area: string }) {
  const { t } = useTranslation('desk');
  const [url, setUrl] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(EVENTS);
  const [secret, setSecret] = useState<string | null>(null);
  const { problems, busy, change } = useChange('Webhooks');
  useUnsaved(url !== '', 'area');
  const create = async () => {
    const input = { area, url, events: [...events] };
    const { answer } = await change(CreateWebhookDocument, input);
    setSecret(answer?.secret ?? null);
    if (answer?.secret) setUrl('');
  };
  return (
    <>
      {secret !== null && <SecretOnce text={t('machines.hookSecret')} secret={secret} />}
      <Form
        problems={problems}
        button={t('machines.createHook')}
        disabled={busy}
        minor
        send={create}
      >
        <TextField
          label={t('machines.url')}
          value={url}
          type="url"
          placeholder="https://"
          required
          onChange={setUrl}
        />
        <Checkbox.Group
          label={t('machines.events')}
          value={[...events]}
          onChange={(chosen) => setEvents(EVENTS.filter((one) => chosen.includes(one)))}
        >
          <Group>
            {EVENTS.map((event) => (
              <Checkbox key={event} value={event} label={t(`machines.${event}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      </Form>
    </>
  );
}
