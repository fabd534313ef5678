/** Signs nobody confuses on paper: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = [0, 4, 8, 12];

/** The number of a certificate from a keyed digest (hex): 80 bits of it, in four groups of four signs. */
export const certificateCodeOf = (digest: string): string => {
  const signs = [...Buffer.from(digest, 'hex').subarray(0, 10)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .match(/.{5}/g);
  const all = (signs ?? []).map((bits) => SIGNS[Number.parseInt(bits, 2)] ?? '').join('');
  return GROUPS.map((from) => all.slice(from, from + 4)).join('-');
};
