import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me, NextStep } from '../../desk/auth.ts';
import { Form } from '../../desk/form.tsx';
import { TextField } from '../../desk/text-field.tsx';
import { useChange } from '../../desk/use-change.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { showCode, showPasskey, type Shown } from './second-factor-requests.ts';
import { AddAuthenticator, AddPasskey } from './set-up-factor.tsx';

interface Props {
  onSignedIn: (me: Me) => void;
  onStartOver: () => void;
}

/** The step after the password: showing a second factor, or setting one up if the person must have one. */
export const SecondStep = ({ next, ...props }: Props & { next: NextStep }) =>
  next.step === 'SHOW_FACTOR' ? (
    <ShowFactor factors={next.factors} {...props} />
  ) : (
    <SetUpFactor {...props} />
  );

function StartOver({ onStartOver }: Pick<Props, 'onStartOver'>) {
  const { t } = useTranslation('desk');
  return (
    <Button variant="subtle" onClick={onStartOver}>
      {t('secondFactor.startOver')}
    </Button>
  );
}

function ShowFactor(props: Props & { factors: NextStep['factors'] }) {
  const { factors, onSignedIn, onStartOver } = props;
  const { t } = useTranslation('desk');
  const [code, setCode] = useState('');
  const { problems, busy, run } = useChange();
  const show = async (ask: () => Promise<Partial<Shown> & Pick<Shown, 'problems'>>) => {
    const { done, answer } = await run(ask);
    if (done && answer?.account) onSignedIn(answer.account);
    else setCode('');
  };
  const hasPasskey = factors.includes('PASSKEY');
  return (
    <Form
      maw="26rem"
      problems={problems}
      button={t('secondFactor.confirm')}
      disabled={busy}
      minor={hasPasskey}
      beside={<StartOver onStartOver={onStartOver} />}
      send={() => show(() => showCode(code))}
    >
      <p>{t('secondFactor.showText')}</p>
      {hasPasskey && (
        <Button w="fit-content" disabled={busy} onClick={() => void show(showPasskey)}>
          {t('secondFactor.usePasskey')}
        </Button>
      )}
      <TextField
        label={t('secondFactor.code')}
        hint={t('secondFactor.codeHint')}
        name="one-time-code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
        data-autofocus
        autoFocus={!hasPasskey}
        value={code}
        onChange={setCode}
      />
    </Form>
  );
}

function SetUpFactor({ onSignedIn, onStartOver }: Props) {
  const { t } = useTranslation('desk');
  const [done, setDone] = useState<{ me: Me; codes: readonly string[] }>();
  const [way, setWay] = useState<'APP' | 'PASSKEY'>();
  if (done) return <RecoveryCodes codes={done.codes} onSaved={() => onSignedIn(done.me)} />;
  const onDone = (codes: readonly string[] | null, me: Me | null) => {
    if (me) setDone({ me, codes: codes ?? [] });
  };
  return (
    <Stack maw="32rem" component="section" aria-labelledby="set-up-factor">
      <h2 id="set-up-factor">{t('secondFactor.setUpTitle')}</h2>
      <p>{t('secondFactor.setUpText')}</p>
      <Group>
        <Button
          variant={way === 'APP' ? 'filled' : 'default'}
          aria-pressed={way === 'APP'}
          onClick={() => setWay('APP')}
        >
          {t('secondFactor.addApp')}
        </Button>
        <Button
          variant={way === 'PASSKEY' ? 'filled' : 'default'}
          aria-pressed={way === 'PASSKEY'}
          onClick={() => setWay('PASSKEY')}
        >
          {t('secondFactor.addPasskey')}
        </Button>
        <StartOver onStartOver={onStartOver} />
      </Group>
      {way === 'APP' && <AddAuthenticator onDone={onDone} />}
      {way === 'PASSKEY' && <AddPasskey onDone={onDone} />}
    </Stack>
  );
}
