import { useQuery } from '@apollo/client/react';
import { Button, DataList, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered } from '../../desk/answered.tsx';
import { Pager } from '../../desk/pager.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import record from '../../desk/record.module.css';
import { useChange } from '../../desk/use-change.ts';
import { useWhen } from '../../desk/use-when.ts';
import { useFormat } from '../../ui/use-format.ts';
import {
  OutboxDocument,
  SendAgainDocument,
  type MailFragment,
  type NotificationState,
} from './outbox.generated.ts';

/** How many mails the API returns at once. */
const PAGE = 50;

/** Mails that were sent, will be sent or would be sent, the newest first. */
export function OutboxDesk() {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  const [state, setState] = useState<NotificationState | null>(null);
  const [skip, setSkip] = useState(0);
  const [done, setDone] = useState('');
  const { data, instead, notice } = answered(
    useQuery(OutboxDocument, { variables: { state, skip } }),
  );
  const { problems, busy, change } = useChange('Outbox');
  if (!data) return instead;
  const { sends, subscribers, counts, items } = data.outbox;
  const send = async (notification: string) => {
    const sent = await change(SendAgainDocument, { notification });
    setDone(sent.done ? t('outbox.queued') : '');
  };
  // all mails, or those in one state; states without mails are not offered
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const choices = [
    { state: null, name: t('outbox.all'), count: total },
    ...counts.map((one) => ({ ...one, name: t(`outbox.state.${one.state}`) })),
  ];
  return (
    <Stack gap="lg">
      <h1>{t('outbox.title')}</h1>
      {notice}
      <p>{t('outbox.text')}</p>
      {subscribers > 0 && <p>{t('outbox.subscribers', { count: subscribers })}</p>}
      {!sends && (
        <Text p="sm" bg="var(--late-tint)">
          {t('outbox.notSending')}
        </Text>
      )}
      <Group role="group" aria-label={t('outbox.filter')} gap="sm">
        {choices.map(({ state: one, name, count }) => (
          <Button
            key={name}
            variant={one === state ? 'filled' : 'default'}
            aria-pressed={one === state}
            onClick={() => {
              setState(one);
              setSkip(0);
            }}
          >
            {name} {number(String(count))}
          </Button>
        ))}
      </Group>
      <p role="status" className="soft">
        {done}
      </p>
      <ProblemList problems={problems} />
      {items.length === 0 && <p>{t('outbox.none')}</p>}
      <ul className={record.list}>
        {items.map((mail) => (
          <Mail
            key={mail.id}
            mail={mail}
            busy={busy}
            send={sends ? () => void send(mail.id) : undefined}
          />
        ))}
      </ul>
      <Pager
        newer={skip === 0 ? null : () => setSkip(Math.max(0, skip - PAGE))}
        older={items.length < PAGE ? null : () => setSkip(skip + PAGE)}
      />
    </Stack>
  );
}

/** One mail: its state, recipient, subject and text. `send` is undefined if nothing can be sent. */
function Mail(props: { mail: MailFragment; send: (() => void) | undefined; busy: boolean }) {
  const { id, state, attempts, language, subject, recipientRole, ...mail } = props.mail;
  const { t } = useTranslation('desk');
  const when = useWhen();
  const heading = `mail-${id}`;
  const failed = state === 'FAILED' || state === 'RETRY';
  const role = recipientRole === null ? t('outbox.noAccount') : t(`role.${recipientRole}`);
  const facts = [
    [t('outbox.to'), `${mail.address} (${role})`],
    [t('outbox.kindLabel'), t(`outbox.kind.${mail.kind}`)],
    [t('outbox.written'), when(mail.createdAt)],
  ] as const;
  return (
    <li aria-labelledby={heading}>
      <Group component="p" gap="sm">
        <Text span fw={600} c={failed ? 'var(--error)' : 'inherit'}>
          {t(`outbox.state.${state}`)}
        </Text>
        {attempts > 0 && <span>{t('outbox.tries', { count: attempts })}</span>}
        <time dateTime={mail.changedAt}>{when(mail.changedAt)}</time>
      </Group>
      <Title order={2} fz="1.1rem" id={heading} lang={language}>
        {subject}
      </Title>
      <DataList gap={0} size="md">
        {facts.map(([name, text]) => (
          <DataList.Item key={name}>
            <DataList.ItemLabel>{name}</DataList.ItemLabel>
            <DataList.ItemValue>{text}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {mail.error !== null && <Text c="var(--error)">{mail.error}</Text>}
      <details className={record.more}>
        <summary>{t('outbox.read')}</summary>
        {mail.text === '' ? (
          <p>{t('outbox.private')}</p>
        ) : (
          <Text lang={language} style={{ whiteSpace: 'pre-wrap' }}>
            {mail.text}
          </Text>
        )}
      </details>
      {props.send && (state === 'FAILED' || state === 'HELD') && (
        <Button
          variant="default"
          w="fit-content"
          disabled={props.busy}
          aria-describedby={heading}
          onClick={props.send}
        >
          {t(state === 'HELD' ? 'outbox.now' : 'outbox.again')}
        </Button>
      )}
    </li>
  );
}
