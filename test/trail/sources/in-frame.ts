import type { TrailRecord } from '../../../src/trail/record.js';

/**
 * A frame in which one source runs, and what it records there, also while the frame is being left. `call` starts the source with
 * `emit`; `html` goes before it.
 */
export async function inFrame(
  file: string,
  call: string,
  html = '',
): Promise<{ frame: HTMLIFrameElement; records: TrailRecord[] }> {
  const frame = document.createElement('iframe');
  const records: TrailRecord[] = [];
  const started = new Promise<void>((start, fail) =>
    Object.assign(globalThis, { fromFrame: { emit: (record: TrailRecord) => records.push(record), start, fail } }),
  );
  frame.srcdoc = `${html}<script type="module">
    const { emit, start, fail } = parent.fromFrame;
    import('${location.origin}/src/trail/sources/${file}.ts').then((source) => { source.${call}; start(); }).catch(fail);
  </script>`;
  document.body.append(frame);
  await started;
  return { frame, records };
}
