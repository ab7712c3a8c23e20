import { Alert, Code } from '@mantine/core';

/** A secret that is shown only once, to be copied. */
export function SecretOnce({ text, secret }: { text: string; secret: string }) {
  return (
    <Alert role="status" title={text}>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {secret}
      </Code>
    </Alert>
  );
}
