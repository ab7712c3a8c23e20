import { lazyRouteComponent } from '@tanstack/react-router';

/**
 * A page whose code is loaded when it is opened. If the code cannot be loaded, the router loads the document again:
 * right after an update of the site, when the old code is gone, but without a connection it would leave the reader with
 * the browser's own error page. So the site is asked first, as `navigator.onLine` does not notice a network that leads
 * nowhere. If it does not respond, that error is shown like any failed read.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch(async (error: unknown) => {
        if (typeof window !== 'undefined') await fetch('/health/live', { cache: 'no-store' });
        throw error;
      }),
    name,
  );
