import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Filter, FilterRequest } from './filter';
import { filterFrom } from './filter';
import type { From, Item } from './reads';
import { ServerFault } from './server-fault';
import { revisionFrom } from './wire-append';
import { readEventBytes } from './wire-event';
import { streamFrom, streamTo } from './wire-identity';

type Options = ReadReq.Options;

export type ReadPlan = {
  /** Absent for `$all`. */
  readonly stream?: string;
  readonly from: From;
  readonly backwards: boolean;
  /** Absent for a subscription. */
  readonly count?: number;
  readonly filter?: Filter;
};

const filterRequest = (options: ReadReq.Options.FilterOptions): FilterRequest => {
  const onStream = options.getStreamIdentifier();
  const expression = onStream ?? options.getEventType();
  return {
    on: onStream ? 'stream' : 'type',
    regex: expression?.getRegex() ?? '',
    prefixes: expression?.getPrefixList() ?? [],
    window: options.getMax(),
    multiplier: options.getCheckpointintervalmultiplier(),
  };
};

const streamStart = (options: ReadReq.Options.StreamOptions): From => {
  if (options.hasEnd()) return 'end';
  return options.hasStart() ? 'start' : revisionFrom(options.getRevision());
};

const allStart = (options: ReadReq.Options.AllOptions): From => {
  if (options.hasEnd()) return 'end';
  const position = options.getPosition();
  return position ? revisionFrom(position.getCommitPosition()) : 'start';
};

const target = (options: Options): Pick<ReadPlan, 'stream' | 'from'> => {
  const stream = options.getStream();
  if (stream) return { stream: streamFrom(stream.getStreamIdentifier()), from: streamStart(stream) };
  const all = options.getAll();
  if (all) return { from: allStart(all) };
  throw new ServerFault('bad-request', 'a read names a stream or all of them');
};

export const readPlanFrom = (request: ReadReq): ReadPlan => {
  const options = request.getOptions();
  if (!options) throw new ServerFault('bad-request', 'a read needs options');
  const filter = options.getFilter();
  return {
    ...target(options),
    backwards: options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS,
    ...(!options.hasSubscription() && { count: revisionFrom(options.getCount()) }),
    ...(filter && { filter: filterFrom(filterRequest(filter)) }),
  };
};

const bytesOf = (response: ReadResp): Buffer => Buffer.from(response.serializeBinary());

const messageOf = (item: Exclude<Item, { kind: 'closed' | 'event' }>): ReadResp => {
  const response = new ReadResp();
  switch (item.kind) {
    case 'missing':
      return response.setStreamNotFound(
        new ReadResp.StreamNotFound().setStreamIdentifier(streamTo(item.stream)),
      );
    case 'checkpoint': {
      const position = String(item.position);
      const body = new ReadResp.Checkpoint().setCommitPosition(position).setPreparePosition(position);
      return response.setCheckpoint(body);
    }
    case 'caught-up':
      return response.setCaughtUp(new ReadResp.CaughtUp());
  }
};

/** The bytes of a `ReadResp`; `closed` is an error, not a message. */
export const readTo = (item: Exclude<Item, { kind: 'closed' }>): Buffer =>
  item.kind === 'event' ? readEventBytes(item.event) : bytesOf(messageOf(item));

export const confirmation = (subscription: string): Buffer =>
  bytesOf(
    new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription)),
  );
