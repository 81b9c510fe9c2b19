/**
 * How a copy ended: what `copy()` answers and the `detail` of both copy events. `text` is what is on the clipboard
 * where it worked; where it did not, what should have been. Frozen.
 */
export type CopyOutcome =
  | {
      readonly ok: true;
      /** The clipboard interface; the `copy` event; or a selection of the visible text. */
      readonly method: 'clipboard' | 'copy-event' | 'selection';
      readonly id: string;
      readonly text: string;
    }
  | {
      readonly ok: false;
      /** No session was there in time; the browser refused; or it did not answer. */
      readonly reason: 'no-session' | 'refused' | 'timeout';
      /** Whether the ID is left selected, so that the customer's own Ctrl+C or ⌘C copies it. */
      readonly manual: boolean;
      readonly id: string | null;
      readonly text: string;
    };
