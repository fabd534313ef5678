import type { CurrentState } from '@benkan/event-store';
import { participants } from '../aggregates';

/** Whether the registry has ever registered a participant. */
export const participantKnown = async (current: CurrentState, participantId: string): Promise<boolean> =>
  (await current(participants, participantId)).state.status !== 'unknown';
