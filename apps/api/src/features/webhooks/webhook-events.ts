/** What an address can be told: a release is out, values came back from review, a reviewer asks. */
export const WEBHOOK_EVENTS = ['RELEASED', 'RETURNED', 'ASKED'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
