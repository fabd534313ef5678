/** Names the MongoDB server gives to the codes answered here. */
const CODE_NAMES = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  123: 'NotAReplicaSet',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  175: 'QueryPlanKilled',
  238: 'NotImplemented',
  241: 'ConversionFailure',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  301: 'DataCorruptionDetected',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  14031: 'OutOfDiskSpace',
  17280: 'KeyTooLong',
  40415: 'IDLUnknownField',
} as const;

export type FaultCode = keyof typeof CODE_NAMES;

/** An error the MongoDB server would answer: `code` and `codeName` are its own, `details` join the reply. */
export class ServerFault extends Error {
  readonly codeName: string;

  constructor(
    readonly code: FaultCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ServerFault';
    this.codeName = CODE_NAMES[code];
  }
}

/** A start that did not happen: the folder is held by a living process or of a newer program, or the port is taken. */
export class StartFault extends Error {
  constructor(
    readonly code: 'folder-locked' | 'format-newer' | 'port-taken',
    message: string,
  ) {
    super(message);
    this.name = 'StartFault';
  }
}

export const badValue = (message: string): ServerFault => new ServerFault(2, message);
