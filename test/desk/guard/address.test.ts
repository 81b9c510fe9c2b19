import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from '../../../src/desk/guard/address.ts';

test('whoever has the same IPv6 network is the same, however it is written; IPv4 stays as it is', () => {
  for (const [address, network] of [
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3::4', '2001:db8:1:2'],
    ['2001:db8:1:2:5:6:7:8', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:1::', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
    ['nonsense', 'nonsense'],
  ] as const) {
    assert.equal(networkOf(address), network, address);
  }
});
