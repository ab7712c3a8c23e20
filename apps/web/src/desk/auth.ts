import type { Role, SecondFactor } from '@qadam/domain';
import type { Problem } from './problem-text.ts';

export interface Me {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** The one area a reporter is bound to. */
  area: string | null;
  /** The only areas of an officer who is limited to some. */
  areas?: readonly string[] | null;
  demo: boolean;
}

/** The step that is still missing after the right password. */
export interface NextStep {
  step: 'SHOW_FACTOR' | 'SET_UP_FACTOR';
  factors: SecondFactor[];
}
export const isNextStep = (answer: Me | NextStep): answer is NextStep => 'step' in answer;

export interface DemoAccounts {
  accounts: Pick<Me, 'email' | 'name' | 'role' | 'area'>[];
  password: string;
}

export interface ErrorAnswer {
  code: string;
  requestId: string | null;
  /** Seconds until another attempt makes sense. */
  retryAfter: number | null;
}

/** Thrown when the API answers with an error. */
export class RequestFailed extends Error {
  readonly answer: ErrorAnswer;

  constructor(answer: ErrorAnswer) {
    super(answer.code);
    this.answer = answer;
  }
}

export interface ErrorBody {
  errors?: { extensions?: { code?: string; requestId?: string; retryAfter?: number } }[];
}

export function answerIn({ errors }: ErrorBody): ErrorAnswer {
  const { code = 'INTERNAL', requestId = null, retryAfter = null } = errors?.[0]?.extensions ?? {};
  return { code, requestId, retryAfter };
}

export function errorAnswerOf(text: string): ErrorAnswer {
  try {
    return answerIn(JSON.parse(text) as ErrorBody);
  } catch {
    // not an answer of the API, but for example the error page of a proxy
    return answerIn({});
  }
}

export async function call(path: string, body?: object): Promise<Response> {
  const response = await fetch(path, {
    method: body ? 'POST' : 'GET',
    credentials: 'same-origin',
    // proves that this site sends the request: other sites cannot set this header
    headers: { 'x-qadam': '1', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new RequestFailed(errorAnswerOf(await response.text()));
  return response;
}

/** The answer of the API; null if it refuses with this code. */
async function answerUnless(code: string, path: string, body?: object): Promise<unknown> {
  try {
    return await (await call(path, body)).json();
  } catch (error) {
    if (error instanceof RequestFailed && error.answer.code === code) return null;
    throw error;
  }
}

/** The signed-in person; null for a visitor. */
export const readMe = async () => (await answerUnless('UNAUTHENTICATED', '/auth/me')) as Me | null;

export async function signIn(email: string, password: string): Promise<Me | NextStep> {
  return (await (await call('/auth/sign-in', { email, password })).json()) as Me | NextStep;
}

/** What the sign-in page offers, and the next step of a sign-in that this browser has begun; nothing of both if the request fails. */
export async function readSignIn(): Promise<{ singleSignOn: boolean; next: NextStep | null }> {
  try {
    return (await (await call('/auth/sign-in')).json()) as Awaited<ReturnType<typeof readSignIn>>;
  } catch {
    return { singleSignOn: false, next: null };
  }
}

/** The address at which the single sign-on of an organisation begins. */
export const singleSignOnPath = (lang: string, next = ''): string =>
  `/auth/single-sign-on?${new URLSearchParams({ lang, next }).toString()}`;

export async function signOut(): Promise<void> {
  await call('/auth/sign-out', {});
}

/** The accounts of the demonstration; null where there are none. */
export async function readDemoAccounts(): Promise<DemoAccounts | null> {
  try {
    return (await (await call('/auth/demo-accounts')).json()) as DemoAccounts;
  } catch {
    return null;
  }
}

/** Asks for a link to set a new password. The answer does not reveal whether there is such an account. */
export async function forgetPassword(email: string): Promise<readonly Problem[]> {
  try {
    await call('/auth/forgotten', { email });
    return [];
  } catch (error) {
    return [problemOf(error)];
  }
}

/** The person for whom a link was made; null if the link does not work any more. */
const readLink = async (path: string, token: string) =>
  (await answerUnless('NOT_FOUND', path, { token })) as Pick<Me, 'email' | 'name'> | null;

export const readInvitation = (token: string) => readLink('/auth/invitation', token);
export const readEmailChange = (token: string) => readLink('/auth/email', token);

/** A failed request as a problem, which forms show like any other problem. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof RequestFailed)) return { code: 'UNREACHABLE', params: [] };
  const { code, requestId } = error.answer;
  return { code: `API_${code}`, params: [{ name: 'reference', value: requestId ?? '–' }] };
}

/** Sends a change; returns the problems that prevented it, none if it was done. */
async function change(path: string, body: object): Promise<readonly Problem[]> {
  try {
    const { problems } = (await (await call(path, body)).json()) as { problems: Problem[] };
    return problems;
  } catch (error) {
    return [problemOf(error)];
  }
}

export const acceptInvitation = (token: string, password: string) =>
  change('/auth/invitation/accept', { token, password });

export const changePassword = (old: string, password: string) =>
  change('/auth/password', { old, password });

export const confirmEmail = (token: string) => change('/auth/email/confirm', { token });
