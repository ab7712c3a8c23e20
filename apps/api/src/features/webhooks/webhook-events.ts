/** The events that an address can be told about: a release is out, values were returned, a reviewer asks a question. */
export const WEBHOOK_EVENTS = ['RELEASED', 'RETURNED', 'ASKED'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What became of the message about an event. */
export const DELIVERY_STATES = ['WAITING', 'SENT', 'RETRY', 'FAILED'] as const;
