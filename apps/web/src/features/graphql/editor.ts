import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { graphql } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';

interface Options {
  schema: GraphQLSchema;
  text: string;
  label: string;
  onChange: (text: string) => void;
  onRun: () => void;
}

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '0.9rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-1px' },
  '.cm-scroller': { lineHeight: '1.5' },
  '.cm-content, .cm-gutter': { minHeight: '16rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--ground)',
    color: 'var(--ink-soft)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'var(--brand-tint)' },
  '.cm-tooltip': {
    maxWidth: 'min(30rem, 90vw)',
    borderColor: 'var(--line-strong)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--brand)',
    color: 'var(--on-brand)',
  },
});

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.definitionKeyword, tags.modifier], color: 'var(--bad-ink)' },
  { tag: [tags.propertyName, tags.attributeName], color: 'var(--ink)' },
  { tag: [tags.variableName, tags.definition(tags.variableName)], color: 'var(--late-ink)' },
  { tag: [tags.typeName, tags.atom, tags.bool, tags.null], color: 'var(--link)' },
  { tag: [tags.string, tags.number, tags.integer, tags.float], color: 'var(--forward-ink)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--ink-soft)' },
]);

/**
 * Handles typing over a selection. If Chromium did it, it would copy the look of the replaced text into style
 * attributes, which our content policy refuses with an error.
 */
const typedOver = EditorView.domEventHandlers({
  beforeinput: ({ inputType, data }, view) => {
    const { main, ranges } = view.state.selection;
    if (inputType !== 'insertText' || data === null || main.empty || ranges.length > 1)
      return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const isHandled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, main.from, main.to, data, insert));
    if (!isHandled) view.dispatch(insert());
    return true;
  },
});

/**
 * Opens the editor in a shadow root, where CodeMirror adopts its styles, as the content policy of our pages allows. In
 * the document it would add style elements, which the policy forbids. Returns a function that closes the editor.
 */
export function openEditor(host: HTMLElement, options: Options): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({ parent: root, root, state: stateOf(options) });
  return () => {
    view.destroy();
  };
}

function stateOf({ schema, text, label, onChange, onRun }: Options): EditorState {
  const run = () => {
    onRun();
    return true;
  };
  return EditorState.create({
    doc: text,
    extensions: [
      keymap.of([{ key: 'Mod-Enter', run }]),
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      autocompletion(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap]),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no' }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) onChange(state.doc.toString());
      }),
      typedOver,
      theme,
      syntaxHighlighting(colors),
      ...graphql(schema),
    ],
  });
}
