import type { MockLink } from '@apollo/client/testing';
import { cell, revision } from './form.fixture.ts';
import {
  ReviewQueueDocument,
  type ReviewQueueQuery,
} from '../features/reviews/review-queue.generated.ts';
import type { WorkObservationFragment } from '../desk/work-observation.generated.ts';

/** A submitted value without hits of any rule. */
export const observation: WorkObservationFragment = {
  id: 'observation-1',
  indicator: cell.indicator,
  indicatorName: cell.name,
  element: null,
  lastFact: null,
  kind: cell.kind,
  unit: cell.unit,
  unitText: cell.unitText,
  decimals: cell.decimals,
  stages: null,
  whole: true,
  area: 'KGZ',
  year: 2025,
  state: 'SUBMITTED',
  version: 2,
  sample: false,
  current: revision,
  published: null,
  revisions: [revision],
  reviews: [],
  messages: [],
  hits: [],
  remarks: [],
  openQuestion: null,
  answer: null,
  history: cell.history,
  neighbours: [],
  evidence: [],
  alternatives: [],
};

export const unusual: WorkObservationFragment = {
  ...observation,
  id: 'observation-2',
  indicator: 'F1.2',
  indicatorName: { ...cell.name, text: 'Departments with a specialist' },
  current: { ...revision, id: 'revision-2', comment: 'The departments were merged.' },
  hits: [{ rule: 'modifiedZScore', code: 'OUTLIER', severity: 'WARN', params: [] }],
  remarks: ['RULE_HIT', 'COMMENT'],
};

type Queue = ReviewQueueQuery['reviewQueue'];

/** The answer for the review desk, which can be asked for `times` times. */
export const queue = (
  submitted: WorkObservationFragment[],
  more: { approved?: WorkObservationFragment[]; batches?: Queue['batches'] } = {},
  times = 9,
): MockLink.MockedResponse => ({
  request: { query: ReviewQueueDocument, variables: { lang: 'en', submission: null } },
  maxUsageCount: times,
  result: {
    data: {
      reviewQueue: {
        submitted,
        approved: more.approved ?? [],
        returned: [],
        batches: more.batches ?? [],
        returns: [],
      },
    },
  },
});
