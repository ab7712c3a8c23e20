/** Orchestrators kill after 30 seconds or so; by then everything is closed or never will be. */
const TIMEOUT_MS = 15_000;

/** The first SIGTERM or Ctrl-C stops in order; npm passes Ctrl-C on, so the same signal often comes twice. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(0), TIMEOUT_MS).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}
