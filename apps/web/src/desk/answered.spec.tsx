import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderDesk } from '../testing/render-desk.tsx';
import { answered } from './answered.tsx';

const question = gql`
  query Question {
    question
  }
` as TypedDocumentNode<{ question: string }, Record<string, never>>;

function Page({ part }: { part?: 'part' }) {
  const asked = useQuery(question);
  const { data, instead, notice } = answered(asked, part);
  if (!data) return instead;
  return (
    <>
      {notice}
      <p>{data.question}</p>
      <label>
        Typed <input />
      </label>
      <button type="button" onClick={() => void asked.refetch().catch(() => undefined)}>
        Ask again
      </button>
    </>
  );
}
type Answer = string | Error;
const show = (part: 'part' | undefined, ...answers: Answer[]) =>
  renderDesk(<Page {...(part && { part })} />, {
    answers: answers.map((answer) => ({
      request: { query: question },
      ...(typeof answer === 'string'
        ? { result: { data: { question: answer } } }
        : { error: answer }),
    })),
  });
const typed = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Typed' });

describe('what a query has answered', () => {
  test('stays on the page when it cannot be read again, with what was typed', async () => {
    await show(undefined, 'First', new Error('down'), 'Second');
    const user = userEvent.setup();
    await screen.findByText('First');
    await user.type(typed(), 'a word');
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    await screen.findByRole('alert');
    expect(screen.getByText('First')).toBeTruthy();
    expect(typed().value).toBe('a word');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('Second');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(typed().value).toBe('a word');
  });

  test.each([undefined, 'part'] as const)(
    'is asked for again if there was none (%s)',
    async (part) => {
      await show(part, new Error('down'), 'Second');
      await screen.findByRole('alert');
      expect(screen.queryByRole('textbox')).toBeNull();
      // the page says it with a heading, a part of it does not
      expect(screen.queryAllByRole('heading')).toHaveLength(part ? 0 : 1);
      await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
      await screen.findByText('Second');
    },
  );
});
