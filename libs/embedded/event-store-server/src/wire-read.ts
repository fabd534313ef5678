import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Filter, FilterRequest } from './filter';
import { filterFrom } from './filter';
import type { StoredEvent } from './record';
import type { From, Item } from './reads';
import { ServerFault } from './server-fault';
import { revisionFrom } from './wire-append';
import { streamFrom, streamTo, uuidTo } from './wire-identity';

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

const TOMBSTONE_REVISION = '9223372036854775807';
const TICKS_A_MILLISECOND = 10_000n;

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

const recorded = (event: StoredEvent): ReadResp.ReadEvent.RecordedEvent => {
  const position = String(event.position);
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidTo(event.id))
    .setStreamIdentifier(streamTo(event.stream))
    .setStreamRevision(event.type === '$streamDeleted' ? TOMBSTONE_REVISION : String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('created', String(BigInt(event.created) * TICKS_A_MILLISECOND))
    .set('content-type', event.json ? 'application/json' : 'application/octet-stream');
  return message;
};

/** `closed` is an error, not a message. */
export const readTo = (item: Exclude<Item, { kind: 'closed' }>): ReadResp => {
  const response = new ReadResp();
  switch (item.kind) {
    case 'event': {
      const body = new ReadResp.ReadEvent().setEvent(recorded(item.event));
      return response.setEvent(body.setCommitPosition(String(item.event.position)));
    }
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

export const confirmation = (subscription: string): ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(subscription));
