// jsdom leaves these out; TanStack Router asks `instanceof Response`, Apollo Client needs TextEncoder.
import JsdomEnvironment from 'jest-environment-jsdom';

const Base = JsdomEnvironment.default ?? JsdomEnvironment;
const names = [
  'Response',
  'Request',
  'Headers',
  'fetch',
  'TextEncoder',
  'TextDecoder',
  'ReadableStream',
  'structuredClone',
];

export default class extends Base {
  async setup() {
    await super.setup();
    for (const name of names) this.global[name] ??= globalThis[name];
  }
}
