import { describe, expect, test } from '@jest/globals';
import type { MockLink } from '@apollo/client/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChangeProgressDocument } from '../../desk/change-progress.generated.ts';
import { form, revision, savedCell } from '../../testing/form.fixture.ts';
import { renderDesk, reporter } from '../../testing/render-desk.tsx';
import { ReturnForm } from './return-form.tsx';
import { SubmitReturnDocument } from './return-form.generated.ts';
import { GiveBackReturnDocument, SignReturnDocument } from './signatures.generated.ts';

type Input = Record<string, unknown>;

describe('where the country asks for a second signature', () => {
  const request = {
    id: 'request-1',
    area: 'KGZ',
    areaName: { lang: 'en' as const, text: 'Kyrgyzstan' },
    cycle: 2025,
    state: 'WAITING' as const,
    preparedBy: { id: 'colleague', name: 'A colleague' },
    preparedAt: revision.createdAt,
    note: null,
    letter: null,
    values: 1,
    years: [{ year: 2025, values: 1 }],
    maySign: true,
    decidedBy: null,
    decidedAt: null,
    comment: null,
  };
  const open = (
    more: Partial<Parameters<typeof ReturnForm>[0]['form']>,
    answers: MockLink.MockedResponse[] = [],
  ) =>
    renderDesk(
      <ReturnForm
        form={{ ...form(savedCell('24', 3)), secondSignature: true, ...more }}
        filter={{ only: null, section: null, cell: null }}
        actionTitles={new Map()}
      />,
      { answers },
    );
  const answering = (
    query: MockLink.MockedResponse['request']['query'],
    data: object,
    sent: Input[],
  ) => ({
    request: {
      query,
      variables: (variables: Input) => {
        sent.push(variables['input'] as Input);
        return true;
      },
    },
    result: { data },
  });

  test('handing in sends it to a colleague, and only what one wrote where that is chosen', async () => {
    const sent: Input[] = [];
    const answer = { submission: null, prepared: request, problems: [] };
    await open({}, [answering(SubmitReturnDocument, { submitReturn: answer }, sent)]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Submit for review' }));
    // a colleague wrote the value
    const onlyMine = await screen.findByRole('checkbox', { name: 'Only values that I wrote' });
    await user.click(onlyMine);
    const disabled = screen.getByRole<HTMLButtonElement>('button', {
      name: 'Send for signature (0)',
    });
    expect(disabled.disabled).toBe(true);
    await user.click(onlyMine);
    await user.click(screen.getByRole('button', { name: 'Send for signature (1)' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ cells: [{ id: 'cell-1', expectedVersion: 3 }] });
  });

  test('what waits is submitted directly once the signature is switched off', async () => {
    const sent: Input[] = [];
    const answer = { submission: null, prepared: null, problems: [] };
    const { cells, ...rest } = form(savedCell('24', 3));
    const waiting = { ...rest, cells: cells.map((cell) => ({ ...cell, prepared: 'request-1' })) };
    await open({ ...waiting, secondSignature: false }, [
      answering(SubmitReturnDocument, { submitReturn: answer }, sent),
    ]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Submit for review' }));
    await user.click(await screen.findByRole('button', { name: /^Submit .*\(?1/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ cells: [{ id: 'cell-1', expectedVersion: 3 }] });
  });

  test('the second person signs what waits, or gives it back with a reason', async () => {
    const signed: Input[] = [];
    const returned: Input[] = [];
    const refused = [{ code: 'OWN_SIGNATURE', field: null, params: [] }];
    await open({ prepared: [request] }, [
      answering(
        SignReturnDocument,
        { signReturn: { submission: null, problems: refused } },
        signed,
      ),
      answering(
        GiveBackReturnDocument,
        { giveBackReturn: { prepared: null, problems: refused } },
        returned,
      ),
    ]);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Sign and submit' }));
    expect(await screen.findByText(/Another person of your country has to sign it/)).toBeTruthy();
    expect(signed[0]).toMatchObject({ request: 'request-1' });
    await user.click(screen.getByRole('button', { name: 'Give back' }));
    const first = within(await screen.findByRole('dialog'));
    await user.type(first.getByLabelText('Why you give it back'), 'See the yearbook');
    await user.click(first.getByRole('button', { name: 'Cancel' }));
    // what was written is there again
    await user.click(screen.getByRole('button', { name: 'Give back' }));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByDisplayValue('See the yearbook');
    await user.click(dialog.getByRole('button', { name: 'Give back' }));
    await waitFor(() =>
      expect(returned[0]).toMatchObject({ request: 'request-1', comment: 'See the yearbook' }),
    );
  });

  test('who may not sign is told why, and who prepared it takes it back', async () => {
    const own = { ...request, maySign: false, preparedBy: { id: reporter.id, name: 'Me' } };
    await open({ prepared: [own] });
    expect(await screen.findByText(/Another person of the country signs/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign and submit' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Take back' })).toBeTruthy();
  });

  test('how far signing is is asked only of what can be signed or taken back', async () => {
    const asked: unknown[] = [];
    const back = { ...request, id: 'request-2', state: 'GIVEN_BACK' as const };
    await open({ prepared: [back, request] }, [
      {
        request: {
          query: ChangeProgressDocument,
          variables: ({ of }) => {
            asked.push(of);
            return true;
          },
        },
        maxUsageCount: 9,
        result: { data: { changeProgress: null } },
      },
    ]);
    await screen.findByRole('button', { name: 'Sign and submit' });
    await waitFor(() => expect(asked).toContain('request-1'));
    expect(asked).not.toContain('request-2');
  });
});
