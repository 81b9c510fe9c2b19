import { expect } from '@open-wc/testing';
import { joinMarks, lanesOf, levelOf } from '../../../src/desk/page/timeline/marks.ts';
import { happening as it_, START } from '../records.ts';

/** A pixel for each second. */
const xOf = (time: number) => (time - START) / 1000;
const requests = (...minutes: number[]) =>
  lanesOf(minutes.map((minute) => it_.request(minute, '/', '/a', 5000))).get('request')!;

describe('marks', () => {
  it('are joined where they are closer than the gap to the first of a mark, not to the last', () => {
    const marks = joinMarks(requests(0, 0.2, 0.4, 0.6, 2), xOf, 30);
    expect(marks.map(({ x, items }) => [x, items.length])).to.deep.equal([
      [0, 3],
      [36, 1],
      [120, 1],
    ]);
  });

  it('reach from the first beginning to the last end', () => {
    const items = lanesOf([it_.request(1, '/', '/a', 5000), it_.request(1.2, '/', '/b', 60_000)]).get('request')!;
    expect(joinMarks(items, xOf, 30).map(({ from, to }) => [from, to])).to.deep.equal([[12, 72]]);
  });

  it('are as bad as the worst in them', () => {
    const all = [
      it_.request(0, '/', '/a'),
      it_.failed(0.1, '/', '/a', 404),
      it_.failed(0.2, '/', '/a', 500),
      it_.slow(3, '/', '/b', 4000),
    ];
    expect(all.map(levelOf)).to.deep.equal(['fine', 'warning', 'error', 'warning']);
    expect(joinMarks(lanesOf(all).get('request')!, xOf, 30).map(({ level }) => level)).to.deep.equal(['error', 'warning']);
  });

  it('are no more than there is room for, and no record is lost', () => {
    const items = requests(...Array.from({ length: 5000 }, (_, i) => i / 100));
    const marks = joinMarks(items, (time) => xOf(time) / 3, 32);
    expect(marks.length).to.be.at.most(1000 / 32 + 1);
    expect(marks.flatMap((mark) => mark.items)).to.deep.equal(items);
  });

  it('stand in rows of which those of copies and logs are there where they have any', () => {
    expect([...lanesOf([it_.begin(0)]).keys()]).to.deep.equal(['page', 'load', 'request', 'interaction', 'message', 'error']);
    const lanes = lanesOf([it_.begin(0), it_.copied(1, '/'), it_.logged(1, 9, 'hello')]);
    expect([...lanes.keys()]).to.deep.equal(['copy', 'page', 'load', 'request', 'interaction', 'message', 'error', 'log']);
    expect(lanes.get('page')).to.have.lengthOf(1);
  });
});
