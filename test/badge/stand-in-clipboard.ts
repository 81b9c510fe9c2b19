/** Runs the work with a clipboard that works or refuses without a click: for states, not for what is copied. */
export async function withClipboard<Result>(how: 'works' | 'refuses', work: () => Promise<Result>): Promise<Result> {
  const { execCommand } = document;
  const writeText = how == 'works' ? async () => {} : undefined;
  Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: writeText });
  document.execCommand = () => false;
  try {
    return await work();
  } finally {
    document.execCommand = execCommand;
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
  }
}
