import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  isNextStep,
  RequestFailed,
  type ErrorAnswer,
  type Me,
  type NextStep,
} from '../../desk/auth.ts';
import desk from '../../desk/desk.module.css';
import { useSession } from '../../desk/session.ts';
import { isSharedComputer, setSharedComputer } from '../../desk/shared-computer.ts';
import { PasswordField } from './password-field.tsx';
import { SecondStep } from './second-step.tsx';

interface Filled {
  email: string;
  password: string;
}

/** E-mail and password, and the second step if there is one. `fill` puts a demonstration account in; passing a new object does so again. */
export function SignInForm(props: {
  email?: string;
  fill?: Filled | undefined;
  /** The step at which an unfinished sign-in in this browser goes on. */
  next?: NextStep | undefined;
  /** True: asks whether others use this computer too. */
  asksShared?: boolean;
  onSignedIn?: (me: Me) => void;
}) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<ErrorAnswer>();
  const [shared, setShared] = useState(isSharedComputer);
  const [busy, setBusy] = useState(false);
  const [next, setNext] = useState<NextStep>();
  const message = useId();
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => setNext(props.next), [props.next]);
  useEffect(() => {
    if (!props.fill) return;
    setEmail(props.fill.email);
    setPassword(props.fill.password);
    button.current?.focus();
  }, [props.fill]);

  const send = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      if (props.asksShared) setSharedComputer(shared);
      const answer = await session.signIn(email, password);
      if (isNextStep(answer)) {
        setPassword('');
        setNext(answer);
        setBusy(false);
      } else signedIn(answer);
    } catch (error) {
      setRefusal(
        error instanceof RequestFailed
          ? error.answer
          : { code: 'UNREACHABLE', requestId: null, retryAfter: null },
      );
      setBusy(false);
    }
  };
  const signedIn = (me: Me) => {
    session.signedIn(me);
    props.onSignedIn?.(me);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  if (next)
    return <SecondStep next={next} onSignedIn={signedIn} onStartOver={() => setNext(undefined)} />;
  return (
    <Stack component="form" maw="26rem" onSubmit={submit}>
      <TextInput
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        aria-describedby={refusal && message}
      />
      <PasswordField value={password} onChange={setPassword} describedBy={refusal && message} />
      {props.asksShared && (
        <Checkbox
          label={t('signIn.shared')}
          description={t('signIn.sharedHint')}
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
      )}
      {refusal && (
        <p role="alert" id={message} className={desk.error}>
          {refusalText(refusal)}
        </p>
      )}
      <Button ref={button} type="submit" w="fit-content" disabled={busy}>
        {t('signIn.submit')}
      </Button>
    </Stack>
  );

  function refusalText({ code, retryAfter, requestId }: ErrorAnswer): string {
    if (code === 'UNAUTHENTICATED' || code === 'BAD_USER_INPUT') return t('signIn.wrong');
    if (code === 'PENDING_CONFIRMATION') return t('signIn.pending');
    if (code === 'RATE_LIMITED') return t('signIn.wait', { count: retryAfter ?? 60 });
    if (code === 'UNREACHABLE') return t('signIn.unreachable');
    return t('signIn.failed', { id: requestId ?? '–' });
  }
}
