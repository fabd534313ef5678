import { fold } from '@benkan/kernel';
import fc from 'fast-check';
import { correctParticipant } from './correct-participant/correct-participant';
import { participant, type ParticipantFact, type Traits } from './participant';
import { registerParticipant } from './register-participant/register-participant';
import { at, by, ids, text } from '../registry.examples';

const anyTraits: fc.Arbitrary<Traits> = fc.record({
  sex: fc.constantFrom<Traits['sex']>('F', 'M', 'NR'),
  ageBand: fc.constantFrom<Traits['ageBand']>('18-24', '25-29', 'NR'),
  structureKind: fc.constantFrom<Traits['structureKind']>('POLICE', 'ORG_FEMMES'),
  corps: fc.constantFrom<(Traits['corps'] | null)[]>(null, 'POLICE'),
});
const anySaying = fc.record({
  verb: fc.constantFrom('register', 'correct'),
  given: anyTraits,
  personal: fc.boolean(),
  erased: fc.boolean(),
});
type Saying = Parameters<Parameters<typeof anySaying.map>[0]>[0];

const participantId = ids.participant;
const say = (facts: readonly ParticipantFact[], { verb, given, personal, erased }: Saying) => {
  const state = fold(participant, facts);
  const vault = { unitKnown: true, erased, recognisable: true, personalDiffers: personal ? ['phone'] : [] };
  const decision =
    verb === 'register'
      ? registerParticipant({ data: { participantId, unitId: ids.unit, ...given, ...vault }, at, by }, state)
      : correctParticipant(
          {
            data: { participantId, reason: text('7'), ...given, personal, erased, heldByAnother: false },
            at,
            by,
          },
          state,
        );
  return decision.kind === 'accepted' ? [...facts, ...decision.facts] : facts;
};
const told = fc.array(anySaying, { maxLength: 30 });

describe('whatever is said of a participant', () => {
  it('registers once, and only a correction changes a trait', () =>
    fc.assert(
      fc.property(told, (sayings) => {
        const facts = sayings.reduce<readonly ParticipantFact[]>(say, []);
        expect(facts.filter(({ type }) => type === 'participant-registered').length).toBeLessThanOrEqual(1);
        expect(facts.slice(1).filter(({ type }) => type !== 'participant-corrected')).toEqual([]);
      }),
    ));
  it('says nothing of an erased person', () =>
    fc.assert(
      fc.property(told, (sayings) => {
        const kept = sayings.reduce<readonly ParticipantFact[]>(say, []);
        const after = sayings.reduce<readonly ParticipantFact[]>(
          (facts, saying) => say(facts, { ...saying, erased: true }),
          kept,
        );
        expect(after).toEqual(kept);
      }),
    ));
  it('corrects something each time it corrects', () =>
    fc.assert(
      fc.property(told, (sayings) => {
        const facts = sayings.reduce<readonly ParticipantFact[]>(say, []);
        facts.forEach((fact, index) => {
          if (fact.type !== 'participant-corrected' || fact.data.personal) return;
          expect(fold(participant, facts.slice(0, index + 1))).not.toEqual(
            fold(participant, facts.slice(0, index)),
          );
        });
      }),
    ));
});
