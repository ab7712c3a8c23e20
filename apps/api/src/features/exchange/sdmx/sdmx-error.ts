import { errorMl } from './ml.ts';

/** The error codes of the SDMX web service guidelines, with the HTTP status of each (doc/status.md of sdmx-rest). */
const KINDS = {
  NO_RESULTS: { status: 404, code: 100, title: 'No results found' },
  TOO_LARGE: { status: 413, code: 130, title: 'Response too large' },
  SYNTAX: { status: 400, code: 140, title: 'Syntax error' },
  SEMANTICS: { status: 422, code: 150, title: 'Semantic error' },
  NOT_ACCEPTABLE: { status: 406, code: 140, title: 'Representation not offered' },
  NOT_IMPLEMENTED: { status: 501, code: 501, title: 'Not implemented' },
} as const;

export class SdmxError extends Error {
  readonly status: number;

  constructor(
    private readonly kind: keyof typeof KINDS,
    detail: string,
  ) {
    super(detail);
    this.status = KINDS[kind].status;
  }

  /** As an error message of SDMX-ML. */
  toMl(): string {
    const { code, title } = KINDS[this.kind];
    return errorMl(code, `${title}: ${this.message}`);
  }

  /** As an SDMX-JSON message without data. */
  toMessage(): object {
    const { code, title } = KINDS[this.kind];
    return {
      meta: { id: 'ERROR', prepared: new Date().toISOString(), sender: { id: 'QADAM' } },
      errors: [{ code, title, detail: this.message }],
    };
  }
}
