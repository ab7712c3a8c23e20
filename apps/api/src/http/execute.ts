/** Runs an operation of the public schema in this process. */
export type Execute = (operation: {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}) => Promise<object>;
