import type { DocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { MockLink } from '@apollo/client/testing';
import { jest } from '@jest/globals';

/** A page with a query, around the part under test: a change in the part may make it ask again. */
export function onPage(query: DocumentNode, data: Record<string, unknown>) {
  const asked = jest.fn(() => data);
  const answer: MockLink.MockedResponse = {
    request: { query, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    delay: 0,
    result: () => ({ data: asked() }),
  };
  function Page() {
    useQuery(query);
    return null;
  }
  return { asked, answer, Page };
}
