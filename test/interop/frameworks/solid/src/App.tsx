import { createSignal, For, onMount, Show } from 'solid-js';
import { Footer } from './Footer';

const asked = new URLSearchParams(location.search).get('signed-in');

export function App() {
  const [signedIn, setSignedIn] = createSignal(asked == null ? undefined : asked == 'true');
  const [isShown, setShown] = createSignal(true);
  const [log, setLog] = createSignal<string[]>([]);
  onMount(() => (document.body.dataset.ready = ''));

  return (
    <>
      <main>
        <button id="sign-in" onClick={() => setSignedIn(true)}>
          Sign in
        </button>
        <button id="sign-out" onClick={() => setSignedIn(false)}>
          Sign out
        </button>
        <button id="forget" onClick={() => setSignedIn(undefined)}>
          Forget
        </button>
        <button id="toggle" onClick={() => setShown((was) => !was)}>
          Badge
        </button>
        <ol id="log">
          <For each={log()}>{(line) => <li>{line}</li>}</For>
        </ol>
      </main>
      <Show when={isShown()}>
        <Footer signedIn={signedIn()} onLine={(line) => setLog((lines) => [...lines, line])} />
      </Show>
    </>
  );
}
