import type { BreakName } from '../breaks-words.ts';

/** A card of the page of things that go wrong. */
export interface Card {
  readonly button: HTMLButtonElement;
  /** Says how it stands, in the words that the page has for it; without, takes back what was said. A failure is an alert. */
  say(outcome?: 'begun' | 'ended' | 'failed', figure?: string | number): void;
}

/** Does the work at a click on the card's button. */
export function onClick(name: BreakName, work: (card: Card) => void): void {
  const element = document.querySelector(`#${name}`)!;
  const button = element.querySelector('button')!;
  const part = (role: string) => element.querySelector(`.outcome [role=${role}]`)!;
  const say: Card['say'] = (outcome, figure) => {
    part('status').replaceChildren();
    part('alert').replaceChildren();
    if (!outcome) return;
    const { content } = element.querySelector<HTMLTemplateElement>(`[data-outcome=${outcome}]`)!;
    const region = part(outcome == 'failed' ? 'alert' : 'status');
    region.append(document.importNode(content, true));
    if (figure != null) region.querySelector('b')!.textContent = String(figure);
  };
  button.addEventListener('click', () => work({ button, say }));
}
