import { useOwnStorage } from './playground-storage.ts';

useOwnStorage();

// The page around comes too late to hear the first itself: its frame has loaded only after that.
for (const type of document.body.dataset.events!.split(' ')) {
  addEventListener(type, (event) => {
    parent.postMessage({ type, detail: (event as CustomEvent).detail }, location.origin);
  });
}
