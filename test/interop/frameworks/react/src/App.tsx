import { useEffect, useState } from 'react';
import { Footer } from './Footer';

const asked = new URLSearchParams(location.search).get('signed-in');

export function App() {
  const [signedIn, setSignedIn] = useState(asked == null ? undefined : asked == 'true');
  const [isShown, setShown] = useState(true);
  const [log, setLog] = useState<string[]>([]);
  useEffect(() => void (document.body.dataset.ready = ''), []);

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
          {log.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
      </main>
      {isShown && <Footer signedIn={signedIn} onLine={(line) => setLog((lines) => [...lines, line])} />}
    </>
  );
}
