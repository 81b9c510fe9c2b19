import type { ReactiveControllerHost } from 'lit';

/** What the badge is told in the nearest `lang` around it, across shadow roots: `nl` for `nl-BE`; empty where there is none. */
export function languageOf(element: Element): string {
  // A server has no ancestors to ask, only the element.
  const nearest = element.closest ? element.closest('[lang]') : element;
  if (nearest) return (nearest.getAttribute('lang') ?? '').split('-')[0]!.toLowerCase();
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host ? languageOf(host) : '';
}

const followers = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;

/** Renders the badge again whenever a `lang` changes around it, until `unfollowLanguage`. One observer serves all badges. */
export function followLanguage(badge: ReactiveControllerHost & Element): void {
  followers.add(badge);
  observer ??= new MutationObserver(() => followers.forEach((follower) => follower.requestUpdate()));
  for (let at: Node | undefined = badge; at; at = (at as Partial<ShadowRoot>).host) {
    observer.observe((at = at.getRootNode()), { attributeFilter: ['lang'], subtree: true });
  }
}

/** Ends that. */
export function unfollowLanguage(badge: ReactiveControllerHost): void {
  followers.delete(badge);
  if (!followers.size) observer?.disconnect();
}
