import canonicalize from 'canonicalize';

/** A public key as it is published (RFC 7517). */
export type PublicKey = Readonly<Record<string, unknown>> & { readonly kid: string };

/**
 * Signs documents that travel beyond the network. A signature is a JWS (RFC 7515) in compact form without its payload:
 * `<header>..<signature>`; the payload is the document's RFC 8785 bytes.
 */
export interface DocumentSigner {
  /** Throws `TypeError` where a document cannot be said in JSON. */
  sign(document: unknown): Promise<string>;
  /** Every key a signature may still be checked with. */
  publicKeys(): readonly PublicKey[];
}

/** The bytes of a document that are signed: RFC 8785. Throws `TypeError` where it cannot be said in JSON. */
export const signedBytes = (document: unknown): Uint8Array => {
  const text = canonicalize(document);
  if (text === undefined) throw new TypeError('cannot be said in JSON');
  return new TextEncoder().encode(text);
};
