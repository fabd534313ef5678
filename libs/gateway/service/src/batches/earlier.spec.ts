import { routes } from '../routes';
import { earlierOf, type Placed } from './earlier';

const routeOf = (name: string) => {
  const route = routes.find(({ contract }) => contract.name === name);
  if (route === undefined) throw new Error(`no route for ${name}`);
  return route;
};
const said = (name: string, body: Placed['body']): Placed => ({ route: routeOf(name), body });

const convened = (id: string) => said('meetings.convene', { id, committeeId: 'c' });
const held = (meetingId: string) => said('meetings.hold', { meetingId, heldOn: '2025-02-03' });
const registered = (id: string) => said('registry.register-participant', { id });
const present = (meetingId: string, participantId: string) =>
  said('meetings.record-attendance', { meetingId, participantId });

describe('which earlier commands one waits for', () => {
  it('the last on the same resource', () =>
    expect(earlierOf([convened('m'), held('m'), present('m', 'p')])).toEqual([[], [0], [1]]));

  it('the one that created what it speaks of', () =>
    expect(earlierOf([registered('p'), convened('m'), present('m', 'p')])).toEqual([[], [], [1, 0]]));

  it('what is created inside lists is spoken of as well', () =>
    expect(
      earlierOf([
        registered('p'),
        said('registry.establish-committee', { id: 'c', seats: [{ participantId: 'p' }] }),
      ])[1],
    ).toEqual([0]));

  it('none where nothing is shared, though both speak of one committee', () =>
    expect(earlierOf([convened('m'), convened('n'), held('n'), held('m')])).toEqual([[], [], [1], [0]]));

  it('none for what could not be read', () =>
    expect(earlierOf([convened('m'), undefined, held('m')])).toEqual([[], [], [0]]));
});
