/** What a client declares about itself; the defaults are those of the protocol. */
export type ConnectOptions = {
  readonly token: string;
  readonly verbose: boolean;
  readonly pedantic: boolean;
  readonly echo: boolean;
  readonly headers: boolean;
  readonly noResponders: boolean;
  /** 1 for a client that understands an INFO sent after the first. */
  readonly protocol: number;
};

const fieldsOf = (json: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** Undefined for anything but a JSON object. */
export const parseConnect = (json: string): ConnectOptions | undefined => {
  const fields = fieldsOf(json);
  if (fields === undefined) return undefined;
  const flag = (name: string, otherwise: boolean): boolean =>
    typeof fields[name] === 'boolean' ? fields[name] : otherwise;
  return {
    token: typeof fields['auth_token'] === 'string' ? fields['auth_token'] : '',
    verbose: flag('verbose', true),
    pedantic: flag('pedantic', true),
    echo: flag('echo', true),
    headers: flag('headers', false),
    noResponders: flag('no_responders', false),
    protocol: typeof fields['protocol'] === 'number' ? fields['protocol'] : 0,
  };
};
