/** Where the handlers that are not ours listen. */
export const PLAIN = 'plain.record-attendance';
export const RAW = 'raw.record-attendance';
