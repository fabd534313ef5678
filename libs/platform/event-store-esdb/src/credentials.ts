import type { Credentials } from '@eventstore/db-client';

const IN_URL = /^esdb(?:\+discover)?:\/\/([^:@/?]+):([^@/?]*)@/;
const WITHOUT_TLS = /[?&]tls=false(?:&|$)/i;

/** The user of a connection string; without TLS the server asks for none and whatever is given is not sent. */
export const credentialsIn = (url: string): Credentials => {
  const [, username, password = ''] = IN_URL.exec(url) ?? [];
  if (username !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  if (WITHOUT_TLS.test(url)) return { username: 'none', password: 'none' };
  throw new TypeError('the event store URL needs user and password, or tls=false');
};
