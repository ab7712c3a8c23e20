// A browser for specs: the window of jsdom, with its names as globals. Testing Library and user-event keep the first
// document they find, so all specs of a thread share this one, and `newTab` resets it before each.
import 'fake-indexeddb/auto';
import { JSDOM, VirtualConsole } from 'jsdom';
import wrappers from 'jsdom/lib/jsdom/living/generated/utils.js';
import { registerHooks } from 'node:module';

const virtualConsole = new VirtualConsole().sendTo(console, { omitJSDOMErrors: true });
virtualConsole.on('jsdomError', (error) => console.error(error));
const { window } = new JSDOM('<!doctype html>', {
  url: 'http://localhost/',
  pretendToBeVisual: true,
  virtualConsole,
});
const { document, EventTarget, HTMLDialogElement, HTMLElement } = window;

// what jsdom lacks
const noop = () => {};
const media = { matches: false, addEventListener: noop, removeEventListener: noop };
class ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(window, { ResizeObserver, matchMedia: () => media, scrollTo: noop });
Object.assign(HTMLElement.prototype, { scrollIntoView: noop });
Object.assign(HTMLDialogElement.prototype, {
  showModal() {
    this.open = true;
  },
  close() {
    this.open = false;
  },
});
// jsdom has no layout: without a size Recharts' ResponsiveContainer draws nothing
const box = { x: 0, y: 0, top: 0, left: 0, right: 640, bottom: 320, width: 640, height: 320 };
HTMLElement.prototype.getBoundingClientRect = () => ({ ...box, toJSON: noop });

// Queries by role ask for the style of each element and of all its ancestors. Caches the answers of jsdom, which stay
// true until it resets its own cache of matched rules.
const page = wrappers.implForWrapper(document);
const { getComputedStyle } = window;
const looks = { since: undefined, of: undefined };
window.getComputedStyle = (element, pseudo) => {
  if (pseudo || !element.isConnected) return getComputedStyle(element, pseudo);
  if (!page._styleCache || looks.since !== page._styleCache) looks.of = new WeakMap();
  const look = looks.of.get(element) ?? getComputedStyle(element);
  looks.of.set(element, look);
  looks.since = page._styleCache;
  return look;
};

/** Errors that were thrown where no test waits for them. */
export const uncaught = [];
process.on('uncaughtException', (error) => uncaught.push(error));
window.addEventListener('error', ({ error }) => error && uncaught.push(error));

// the listeners that a spec adds to the window and the document
const listeners = [];
const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (...parameters) {
  if (this === window || this === document) listeners.push([this, ...parameters]);
  addEventListener.apply(this, parameters);
};

// and the databases it opens: indexedDB.databases() would not list one that is still being made
const opened = new Set();
const { open } = IDBFactory.prototype;
IDBFactory.prototype.open = function (name, ...version) {
  opened.add(name);
  return open.call(this, name, ...version);
};

const timers = [];
for (const name of ['setTimeout', 'setInterval']) {
  const set = globalThis[name];
  globalThis[name] = (...parameters) => {
    const timer = set(...parameters);
    timers.push(timer);
    return timer;
  };
}

/** Of globals that both have, these stay Node's. */
const ofNode = /^(?:globalThis|queueMicrotask|performance|(?:set|clear)(?:Timeout|Interval))$/;
for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(window))) {
  if (!ofNode.test(name) && !Object.is(window[name], globalThis[name]))
    Object.defineProperty(globalThis, name, { ...property, configurable: true });
}
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
  globalThis[name] = window[name].bind(window);
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
// What React does for debuggers and profilers takes a tenth of the time: a task for each element, the stack where it
// was made, and what changed in the props of a component. This switches it off.
delete console.createTask;
delete console.timeStamp;
const { default: react } = await import('react');
const internals = react.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => Infinity, set: noop });

registerHooks({
  resolve(specifier, context, next) {
    // the runner loads each spec under an address of its own; the module that prepares it has to be loaded anew too
    if (specifier === '@jest/globals' && context.parentURL.includes('?')) {
      const { search } = new URL(context.parentURL);
      return { url: import.meta.resolve(`./jest.suite.mjs${search}`), shortCircuit: true };
    }
    return next(specifier, { ...context, conditions: ['browser', ...context.conditions] });
  },
});

const { fetch, indexedDB } = globalThis;
const ofDocument = new Set(Reflect.ownKeys(document));

/** Resets the window to the state of a tab that was just opened. */
export async function newTab() {
  for (const [target, ...parameters] of listeners.splice(0))
    target.removeEventListener(...parameters);
  for (const timer of timers.splice(0)) clearTimeout(timer);
  // React and user-event leave marks on the document that they already listen to it
  for (const key of Reflect.ownKeys(document)) if (!ofDocument.has(key)) delete document[key];
  for (const element of [document.documentElement, document.head, document.body])
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  document.head.replaceChildren();
  document.body.replaceChildren();
  window.history.replaceState(null, '', '/');
  window.localStorage.clear();
  window.sessionStorage.clear();
  globalThis.fetch = fetch;
  for (const name of opened) {
    await new Promise((done, failed) => {
      const removed = indexedDB.deleteDatabase(name);
      removed.onsuccess = done;
      removed.onblocked = () => failed(new Error(`A spec before this one left ${name} open.`));
    });
  }
  delete globalThis.indexedDB;
  uncaught.length = 0;
}
