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
  115: 'CommandNotSupported',
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

type Named = keyof typeof CODE_NAMES;

/** Errors of pipelines that the server has no name for: it calls each by its number. */
type Location =
  | (15952 | 15955 | 15958 | 15959 | 15969 | 15976 | 16020 | 16610 | 16702 | 17276)
  | (28811 | 28818 | 31002 | 40066 | 40068 | 40081 | 40156 | 40228 | 40234)
  | (40272 | 40323 | 40324 | 51272 | 5107200 | 5107201);

export type FaultCode = Named | Location;

const nameOf = (code: FaultCode): string =>
  code in CODE_NAMES ? CODE_NAMES[code as Named] : `Location${code}`;

/** Made without a stack: it is an answer, and a batch may hold thousands. */
class Untraced extends Error {
  constructor(message: string) {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** An error the MongoDB server would answer: `code` and `codeName` are its own, `details` join the reply. */
export class ServerFault extends Untraced {
  readonly codeName: string;

  constructor(
    readonly code: FaultCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ServerFault';
    this.codeName = nameOf(code);
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
