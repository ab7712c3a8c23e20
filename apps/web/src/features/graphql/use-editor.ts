import { useEffect, useRef, useState } from 'react';
import type { GraphQLSchema } from 'graphql';
import type { openEditor } from './editor.ts';
import type { SchemaReference } from './schema-reference.tsx';

/** What is loaded after the page: the editor, and the schema that it knows. */
export interface Tools {
  schema: GraphQLSchema;
  openEditor: typeof openEditor;
  SchemaReference: typeof SchemaReference;
}

interface Options {
  text: string;
  label: string;
  onChange: (text: string) => void;
  onRun: () => void;
}

/** An editor in the element of `host`, once it is loaded; until then the page has a plain field. */
export function useEditor(tools: Tools | null, options: Options) {
  const host = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const now = useRef(options);
  useEffect(() => {
    now.current = options;
  });
  useEffect(() => {
    if (!tools || !host.current) return;
    const close = tools.openEditor(host.current, {
      ...now.current,
      schema: tools.schema,
      onChange: (text) => {
        now.current.onChange(text);
      },
      onRun: () => {
        now.current.onRun();
      },
    });
    setOpen(true);
    return () => {
      close();
      setOpen(false);
    };
  }, [tools]);
  return { host, isOpen };
}
