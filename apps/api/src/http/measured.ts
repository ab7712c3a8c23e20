import { channel } from 'node:diagnostics_channel';

/** Published for every answer, and for every operation that GraphQL ran: stored answers are not among these. */
export const REQUESTS = channel('qadam:request');
export const OPERATIONS = channel('qadam:operation');

export interface MeasuredRequest {
  method: string;
  /** As it is declared, without what was asked: `/data/:file`. */
  route: string;
  status: number;
  seconds: number;
}

export interface MeasuredOperation {
  field: string;
  failed: boolean;
  seconds: number;
}
