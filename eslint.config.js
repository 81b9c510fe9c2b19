import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** The arrows of the house (ARCHITECTURE.md): what a room must not import. Nothing imports upwards. */
const closed = (room, rooms) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^(\\.\\./)+(${rooms.join('|')})(/|$)`, message: `src/${room} imports nothing from there.` }] },
    ],
  },
});

export default ts.config(
  { ignores: ['**/dist/', 'test/e2e/released/', 'reports/', '.certs/', 'src/desk/otlp/gen/'] },
  js.configs.recommended,
  ts.configs.strict,
  lit.configs['flat/recommended'],
  wc.configs['flat/recommended'],
  {
    files: ['src/badge/**', 'src/desk/page/**'],
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.mjs', '*.js', 'tools/**'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
  // The JSX types of frameworks are in namespaces.
  { files: ['src/frameworks/**'], rules: { '@typescript-eslint/no-namespace': 'off' } },
  closed('session', ['badge', 'correlate', 'frameworks', 'records', 'trail', 'server', 'desk']),
  closed('badge', ['correlate', 'frameworks', 'records', 'server', 'desk']),
  closed('frameworks', ['session', 'correlate', 'records', 'trail', 'server', 'desk']),
  closed('records', ['session', 'badge', 'correlate', 'frameworks', 'trail', 'server', 'desk']),
  closed('trail', ['badge', 'correlate', 'frameworks', 'server', 'desk']),
  closed('correlate', ['badge', 'frameworks', 'records', 'trail', 'server', 'desk']),
  closed('desk', ['badge', 'correlate', 'frameworks', 'trail', 'server', 'session/(?!session-id\\.ts).*']),
  // Of the session it takes what an ID is and which names its cookie may have, nothing that needs a browser.
  closed('server', [
    'badge',
    'correlate',
    'frameworks',
    'records',
    'trail',
    'desk',
    'session/(?!session-id\\.js|cookie-name\\.js).*',
  ]),
);
