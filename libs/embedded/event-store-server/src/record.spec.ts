import { decodeRecord, encodeRecord, type StoredEvent } from './record';
import { seal, unseal } from './seal';

const event: StoredEvent = {
  position: 7,
  stream: 'committee-é',
  revision: 3,
  id: '0d6c1a4e-7a4f-4b7e-9a51-2f2f6f1f0c11',
  type: 'happened',
  json: true,
  created: 1_764_000_000_000,
  data: Buffer.from('{"a":1}'),
  metadata: Buffer.from('{"by":"ɲ"}'),
};

describe('a record of the log', () => {
  it('reads back as it was written', () => {
    expect(decodeRecord(7, encodeRecord(event))).toEqual(event);
    const bare = { ...event, json: false, data: Buffer.alloc(0), metadata: Buffer.alloc(0) };
    expect(decodeRecord(7, encodeRecord(bare))).toEqual(bare);
  });

  it('is not served when any one of its bits changed', () => {
    const sealed = encodeRecord(event);
    for (let bit = 0; bit < sealed.byteLength * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => decodeRecord(7, flipped)).toThrow('record-corrupted');
    }
  });

  it('is not served when it was cut short or stands at another place', () => {
    const sealed = encodeRecord(event);
    expect(() => decodeRecord(8, sealed)).toThrow('record-corrupted: the record of event 8');
    for (const length of [0, 3, 4, sealed.byteLength - 1])
      expect(() => decodeRecord(7, sealed.subarray(0, length))).toThrow('record-corrupted');
  });

  it('seals an empty body too', () => {
    expect(unseal('key', seal('key', Buffer.alloc(0)))).toHaveLength(0);
  });
});
