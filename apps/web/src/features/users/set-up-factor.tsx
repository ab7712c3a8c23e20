import { Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../desk/auth.ts';
import { Form } from '../../desk/form.tsx';
import { ProblemList } from '../../desk/problem-list.tsx';
import type { Problem } from '../../desk/problem-text.ts';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { QrCode } from './qr-code.tsx';
import {
  addPasskey,
  askForAuthenticator,
  setUpAuthenticator,
  type Enrolled,
  type Offer,
} from './second-factor-requests.ts';

interface Props {
  /** Called with the recovery codes, which come with the first factor, and with the account if this step signed it in. */
  onDone: (codes: readonly string[] | null, me: Me | null) => void;
}

type Answer = Partial<Enrolled> & Pick<Enrolled, 'problems'>;
const isOffer = (answer: object): answer is Offer => 'offer' in answer;

/** Adds an authenticator app: a code to scan with the telephone, and a field for its first code. */
export function AddAuthenticator({ onDone }: Props) {
  const { t } = useTranslation('desk');
  const [offer, setOffer] = useState<Offer>();
  const [refusals, setRefusals] = useState<readonly Problem[]>([]);
  const [code, setCode] = useState('');
  const { problems, busy, run } = useChange();
  useEffect(() => {
    void askForAuthenticator().then((answer) => {
      if (isOffer(answer)) setOffer(answer);
      else setRefusals(answer.problems);
    });
  }, []);
  if (refusals.length > 0) return <ProblemList problems={refusals} />;
  if (!offer) return <PageSkeleton />;
  const send = async () => {
    const { done, answer } = await run<Answer>(() => setUpAuthenticator(offer.offer, code));
    if (done) onDone(answer?.recoveryCodes ?? null, answer?.account ?? null);
    else setCode('');
  };
  return (
    <Form
      w="100%"
      problems={problems}
      button={t('secondFactor.confirm')}
      disabled={busy}
      send={send}
    >
      <p>{t('secondFactor.scan')}</p>
      <QrCode text={offer.uri} label={t('secondFactor.picture')} />
      <p>
        {t('secondFactor.key')}
        <br />
        <code translate="no">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextField
        label={t('secondFactor.digits')}
        name="one-time-code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maw="14rem"
        required
        value={code}
        onChange={setCode}
      />
    </Form>
  );
}

/** Adds a passkey, which the device keeps and the browser asks for. */
export function AddPasskey({ onDone }: Props) {
  const { t } = useTranslation('desk');
  const [name, setName] = useState('');
  const { problems, busy, run } = useChange();
  const send = async () => {
    const { done, answer } = await run<Answer>(() => addPasskey(name));
    if (done) onDone(answer?.recoveryCodes ?? null, answer?.account ?? null);
  };
  return (
    <Form
      w="100%"
      problems={problems}
      button={t('secondFactor.addPasskey')}
      disabled={busy}
      send={send}
    >
      <Stack gap="xs">
        <p>{t('secondFactor.passkeyText')}</p>
        <TextField
          label={t('secondFactor.name')}
          hint={t('secondFactor.nameHint')}
          maxLength={80}
          required
          value={name}
          onChange={setName}
        />
      </Stack>
    </Form>
  );
}
