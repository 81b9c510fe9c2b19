/** Runs in the page. */
export async function define(code: string, tag: string): Promise<void> {
  const script = document.createElement('script');
  script.type = 'module';
  script.text = code;
  document.head.append(script);
  await customElements.whenDefined(tag);
}

/** Runs in the page: ms until all elements have their text in a frame, and the next frame has come. */
export async function render(tag: string, count: number): Promise<number> {
  const frame = () => new Promise(requestAnimationFrame);
  const isShown = ({ shadowRoot }: Element) => !!shadowRoot?.querySelector('[part=id]')?.textContent;
  await frame();
  const start = performance.now();
  document.body.innerHTML = `<${tag}></${tag}>`.repeat(count);
  const elements = [...document.body.children];
  do await frame();
  while (!elements.every(isShown));
  await frame();
  return performance.now() - start;
}
