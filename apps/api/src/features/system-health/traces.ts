import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { OPERATIONS, type MeasuredOperation } from '../../http/measured.ts';
import { type Step, STEPS } from '../../http/traced.ts';

const KINDS: Partial<Record<Step['kind'], SpanKind>> = {
  request: SpanKind.SERVER,
  statement: SpanKind.CLIENT,
  mail: SpanKind.CLIENT,
  webhook: SpanKind.CLIENT,
};
const w3c = new W3CTraceContextPropagator();

/** Texts, numbers and comments; names in quotes and placeholders are matched, too, because they stay. A text that was cut off has no end. */
const LITERALS =
  /--[^\n]*|\/\*.*?\*\/|"(?:[^"]|"")*"|\$\d+|\be'(?:[^'\\]|\\.|'')*(?:'|\\?$)|'(?:[^']|'')*(?:'|$)|\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gis;
/** Statements with files in them have millions of characters. */
const MOST_CHARACTERS = 10_000;

/** MikroORM writes values into the text of its statements, Kysely binds them. */
const withoutValues = (statement: string): string =>
  statement
    .slice(0, MOST_CHARACTERS)
    .replaceAll(LITERALS, (found) => (/^["$]/.test(found) ? found : '?'));

/**
 * Sends a span for each step to a collector (OTLP over HTTP): what belongs together, when it began and how long it took. Spans contain names,
 * routes and the text of SQL statements, but nothing that was asked, saved or sent. Returns a function that stops it.
 */
export function startTraces(endpoint: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: new URL('v1/traces', `${endpoint}/`).href });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'qadam' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('qadam');
  const contexts = new AsyncLocalStorage<Context | undefined>();
  const spans = new WeakMap<object, Span>();

  function begin(step: Step): Context | undefined {
    const { kind, name, arrived, onward, id, text } = step;
    const around = contexts.getStore();
    // skip statements outside a request or job: the server checks all day whether its database answers
    if (kind === 'statement' && around === undefined) return undefined;
    const parent =
      arrived === undefined
        ? (around ?? ROOT_CONTEXT)
        : w3c.extract(ROOT_CONTEXT, arrived, defaultTextMapGetter);
    const attributes = {
      'qadam.step': kind,
      ...(id === undefined ? {} : { 'qadam.request': id }),
      ...(text === undefined
        ? {}
        : { 'db.system.name': 'postgresql', 'db.query.text': withoutValues(text) }),
    };
    const span = tracer.startSpan(
      name,
      { kind: KINDS[kind] ?? SpanKind.INTERNAL, attributes },
      parent,
    );
    spans.set(step, span);
    const context = trace.setSpan(parent, span);
    if (onward !== undefined) w3c.inject(context, onward, defaultTextMapSetter);
    return context;
  }

  // record only that there was an error: its message may quote saved data
  const onError = (message: unknown) => {
    spans.get(message as Step)?.setStatus({ code: SpanStatusCode.ERROR });
  };
  const onEnd = (message: unknown) => {
    const step = message as Step;
    const span = spans.get(step);
    if (step.status !== undefined) {
      span?.setAttribute('http.response.status_code', step.status);
      if (step.status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    }
    span?.end();
  };
  const onOperation = (message: unknown) => {
    const { field } = message as MeasuredOperation;
    const context = contexts.getStore();
    if (context !== undefined)
      trace.getSpan(context)?.setAttribute('graphql.operation.field', field);
  };
  STEPS.start.bindStore(contexts, begin);
  STEPS.asyncEnd.subscribe(onEnd);
  STEPS.error.subscribe(onError);
  OPERATIONS.subscribe(onOperation);
  return async () => {
    STEPS.start.unbindStore(contexts);
    STEPS.asyncEnd.unsubscribe(onEnd);
    STEPS.error.unsubscribe(onError);
    OPERATIONS.unsubscribe(onOperation);
    await provider.shutdown();
  };
}
