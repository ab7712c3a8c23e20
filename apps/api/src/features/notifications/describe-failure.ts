const MAX_LENGTH = 200;

/** nodemailer's codes and the server's answer; never its stack, and never what stands in SMTP_URL. */
export function describeFailure(error: unknown): string {
  const told: string[] = [];
  if (error instanceof Error) {
    if ('code' in error && typeof error.code === 'string') told.push(error.code);
    if ('response' in error && typeof error.response === 'string') told.push(error.response);
  }
  return told.join(' ').slice(0, MAX_LENGTH) || 'UNKNOWN';
}
