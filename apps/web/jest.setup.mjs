import { configure } from '@testing-library/dom';

// A busy machine is slow, and no spec is about how slow: what never comes is told after ten seconds.
configure({ asyncUtilTimeout: 10_000 });

// A spec with @jest-environment node (server rendering) has no window.
if (typeof window !== 'undefined') {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // jsdom has no layout: without a size Recharts' ResponsiveContainer draws nothing.
  HTMLElement.prototype.getBoundingClientRect = () => ({
    x: 0,
    y: 0,
    top: 0,
    left: 0,
    right: 640,
    bottom: 320,
    width: 640,
    height: 320,
    toJSON() {},
  });
  const noop = () => {};
  window.matchMedia ??= () => ({
    matches: false,
    addEventListener: noop,
    removeEventListener: noop,
    addListener: noop,
    removeListener: noop,
  });
  window.scrollTo = noop;
}
