import { useVisitor } from '@site/src/visitor';
import Layout from '@theme/Layout';

export default function Home() {
  const { setSignedIn, toggleBadge, log } = useVisitor();

  return (
    <Layout>
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
        <button id="toggle" onClick={toggleBadge}>
          Badge
        </button>
        <ol id="log">
          {log.map((line, i) => (
            <li key={i}>{line}</li>
          ))}
        </ol>
      </main>
    </Layout>
  );
}
