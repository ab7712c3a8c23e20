import { AsyncLocalStorage } from 'node:async_hooks';

/** Set for each HTTP request: error formatting and logging have no context of their own. */
export const requestId = new AsyncLocalStorage<string>();
