import { expect } from '@open-wc/testing';
import { until } from '../page.js';
import { badgeWith } from './badge-with.js';

// The first badge of a page decides whose ID it is.
const badge = await badgeWith();

describe('<input data-session-id> in a form whose inputs are named like its methods', () => {
  for (const name of ['matches', 'querySelectorAll']) {
    it(`holds the ID beside an input named "${name}"`, async () => {
      const errors: string[] = [];
      const onError = (event: ErrorEvent) => {
        errors.push(event.message);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      // The test runner's, too, takes it for a failure.
      const { onerror } = window;
      window.onerror = null;
      addEventListener('error', onError, true);
      const box = document.createElement('div');
      try {
        const form = document.createElement('form');
        form.innerHTML = `<input name="${name}"><input class="its" data-session-id>`;
        box.append(form);
        document.body.append(box);
        const beside = document.createElement('input');
        beside.dataset.sessionId = '';
        document.body.append(beside);
        // The same attribute is told of the form itself.
        form.dataset.sessionId = '';
        await until(() => beside.value == badge.session!.id, 'the ID in the input beside it').finally(() => beside.remove());
        expect(form.querySelector).to.be.a('function');
        expect(box.querySelector<HTMLInputElement>('.its')!.value).to.equal(badge.session!.id);
        expect(errors).to.deep.equal([]);
      } finally {
        box.remove();
        removeEventListener('error', onError, true);
        window.onerror = onerror;
      }
    });
  }
});
