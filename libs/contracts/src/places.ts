/** What may lie in a unit of the territory, and is known to lie there by its id. */
export const PLACE_KINDS = [
  'unit',
  'committee',
  'participant',
  'project',
  'actor-map',
  'meeting',
  'recommendation',
  'training',
  'activity',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/**
 * One thing a request speaks of. `names`: it must lie inside, else it answers like an unknown one (404).
 * `into`: a unit something new is put into; outside is 403, and so is none. `fresh`: the id a client chose for what
 * it creates; 403 where that is already taken outside. `field` is a path through objects and lists, e.g.
 * `committeeId`, `seats.*.participantId`.
 */
export type Concern = {
  readonly means: 'names' | 'into' | 'fresh';
  readonly of: PlaceKind;
  readonly field: string;
};

/**
 * Where a request is. `everywhere`: reference data, the role is enough. `country`: country-wide grants only.
 * `within`: a list, cut to what lies inside. `own`: the door itself looks whose it is. `at`: every concern is inside.
 */
export type Place =
  | { readonly kind: 'everywhere' | 'country' | 'within' | 'own' }
  | { readonly kind: 'at'; readonly concerns: readonly Concern[] };

const everywhere: Place = { kind: 'everywhere' };
const country: Place = { kind: 'country' };
const within: Place = { kind: 'within' };
const own: Place = { kind: 'own' };
const at = (...concerns: readonly Concern[]): Place => ({ kind: 'at', concerns });
const names = (of: PlaceKind, field: string): Concern => ({ means: 'names', of, field });
const into = (field: string): Concern => ({ means: 'into', of: 'unit', field });
const fresh = (of: Exclude<PlaceKind, 'unit'>, field: string): Concern => ({ means: 'fresh', of, field });

const unit = names('unit', 'unitId');
const meeting = names('meeting', 'meetingId');
const recommendation = names('recommendation', 'recommendationId');
const training = names('training', 'trainingId');
const activity = names('activity', 'activityId');
const participant = names('participant', 'participantId');
const committee = names('committee', 'committeeId');
const project = names('project', 'projectId');
const actorMap = names('actor-map', 'actorMapId');

/** Where each wire name is. A name without a row opens for country-wide grants only. */
export const places: Readonly<Record<string, Place>> = {
  'registry.register-unit': at(into('parentId')),
  'registry.assign-code': at(unit),
  'registry.rename-unit': at(unit),
  'registry.reclassify-unit': at(unit),
  'registry.move-unit': at(unit, into('parentId')),
  'registry.split-unit': at(unit, names('unit', 'into.*')),
  'registry.merge-unit': at(unit, names('unit', 'into')),
  'registry.retire-unit': at(unit),
  'registry.establish-committee': at(into('unitId'), fresh('committee', 'id')),
  'registry.install-committee': at(committee),
  'registry.adopt-rules': at(committee),
  'registry.define-seat': at(committee),
  'registry.revise-seat': at(committee),
  'registry.end-seat': at(committee),
  'registry.designate-member': at(committee, participant),
  'registry.replace-member': at(committee, participant),
  'registry.end-membership': at(committee),
  'registry.designate-president': at(committee, participant),
  'registry.declare-presidency-vacant': at(committee),
  'registry.name-bureau-member': at(committee),
  'registry.end-bureau-role': at(committee),
  'registry.create-working-commission': at(committee),
  'registry.close-working-commission': at(committee),
  'registry.suspend-committee': at(committee),
  'registry.reactivate-committee': at(committee),
  'registry.transfer-committee': at(committee, into('unitId')),
  'registry.assess-risk': at(committee),
  'registry.set-attendance-mode': at(committee),
  'registry.request-nominative-export': at(committee),
  'registry.authorise-nominative-export': at(committee),
  'registry.export-nominative': at(committee),
  'registry.get-protection-policy': at(committee),
  'registry.list-reviews-due': within,
  'registry.open-project': at(
    names('committee', 'committeeIds.*'),
    names('unit', 'unitIds.*'),
    fresh('project', 'id'),
  ),
  'registry.revise-project': at(project),
  'registry.begin-support': at(project, committee, unit),
  'registry.end-support': at(project),
  'registry.set-target': at(project),
  'registry.withdraw-target': at(project),
  'registry.close-project': at(project),
  'registry.start-mapping': at(into('unitId'), names('actor-map', 'basedOn'), fresh('actor-map', 'id')),
  'registry.add-actor': at(actorMap),
  'registry.revise-actor': at(actorMap),
  'registry.remove-actor': at(actorMap),
  'registry.reveal-actor': at(actorMap),
  'registry.flag-excluded-group': at(actorMap),
  'registry.propose-inclusion-strategy': at(actorMap),
  'registry.review-inclusion': at(actorMap),
  'registry.publish-map': at(actorMap),
  'registry.archive-map': at(actorMap),
  'registry.list-actor-maps': within,
  'registry.compare-actor-maps': at(names('unit', 'territory')),
  'registry.get-actor-map': at(actorMap),
  'registry.list-projects': within,
  'registry.get-project': within,
  'registry.list-donors': everywhere,
  'registry.list-purpose-codes': everywhere,
  'registry.register-participant': at(into('unitId'), fresh('participant', 'id')),
  'registry.correct-participant': at(participant),
  'registry.reveal-participant': at(participant),
  'registry.record-consent': at(participant),
  'registry.withdraw-consent': at(participant),
  'registry.merge-participants': at(participant, names('participant', 'mergedId')),
  'registry.erase-participant': at(participant),
  'registry.export-own-data': at(participant),
  'registry.list-merge-candidates': within,
  'registry.get-erasure-certificate': at(participant),
  'registry.list-units': everywhere,
  'registry.get-unit': everywhere,
  'registry.get-unit-geometry': everywhere,
  'registry.list-territory-sources': everywhere,
  'registry.list-committees': within,
  'registry.get-committee': at(committee),
  'registry.list-memberships': at(committee),
  'registry.list-committee-templates': everywhere,
  'registry.list-participants': within,
  'registry.get-participant': at(participant),
  'registry.search-participants': within,

  'meetings.convene': at(committee, fresh('meeting', 'id')),
  'meetings.hold': at(meeting),
  'meetings.record-attendance': at(meeting, participant, names('participant', 'representedBy')),
  'meetings.correct-attendance': at(meeting, participant, names('participant', 'representedBy')),
  'meetings.record-tally': at(meeting),
  'meetings.issue-recommendation': at(meeting, fresh('recommendation', 'id')),
  'meetings.report-progress': at(recommendation),
  'meetings.claim-implementation': at(recommendation),
  'meetings.verify-implementation': at(recommendation),
  'meetings.send-recommendation': at(recommendation),
  'meetings.acknowledge-recommendation': at(recommendation),
  'meetings.answer-recommendation': at(recommendation),
  'meetings.reject-recommendation': at(recommendation),
  'meetings.abandon-recommendation': at(recommendation),
  'meetings.carry-over-recommendation': at(recommendation, meeting),
  'meetings.escalate-recommendation': at(recommendation),
  'meetings.reopen-recommendation': at(recommendation),
  'meetings.postpone': at(meeting),
  'meetings.cancel': at(meeting),
  'meetings.set-agenda': at(
    meeting,
    names('meeting', 'items.*.previousMeetingId'),
    names('recommendation', 'items.*.recommendationIds.*'),
  ),
  'meetings.plan-calendar': at(committee),
  'meetings.record-attendance-sheet': at(
    meeting,
    names('participant', 'lines.*.participantId'),
    names('participant', 'lines.*.representedBy'),
  ),
  'meetings.close-attendance-sheet': at(meeting),
  'meetings.record-voice': at(meeting),
  'meetings.get-calendar': at(committee),
  'meetings.list-meetings': within,
  'meetings.get-meeting': at(meeting),
  'meetings.get-attendance': at(meeting),
  'meetings.get-attendance-sheet': at(meeting),
  'meetings.list-recommendations': within,
  'meetings.get-recommendation': at(recommendation),
  'meetings.get-recommendation-history': at(recommendation),

  'training.plan': at(into('unitId'), fresh('training', 'id')),
  'training.record-attendance': at(training, participant),
  'training.correct-attendance': at(training, participant),
  'training.record-test-results': at(training, participant),
  'training.correct-test-results': at(training, participant),
  'training.list-trainings': within,
  'training.get-training': at(training),
  'training.set-terms-of-reference': at(training),
  'training.name-facilitator': at(training),
  'training.withdraw-facilitator': at(training),
  'training.open-session': at(training),
  'training.postpone': at(training),
  'training.cancel': at(training),
  'training.record-sheet': at(training, names('participant', 'lines.*.participantId')),
  'training.record-satisfaction': at(training),
  'training.correct-satisfaction': at(training),
  'training.close-training': at(training),
  'training.write-training-report': at(training),
  'training.file-training-report': at(training),
  'training.issue-certificates': at(training),
  'training.withdraw-certificate': at(training),
  'training.get-report': at(training),
  'training.get-certificate': at(training),
  'training.verify-certificate': everywhere,
  'training.record-activity': at(committee, fresh('activity', 'id')),
  'training.correct-activity': at(activity, committee),
  'training.withdraw-activity': at(activity),
  'training.list-activities': within,
  'training.get-activity': at(activity),

  'imports.put-part': own,
  'imports.receive': own,
  'imports.get-import': own,
  'imports.list-imports': own,
  'imports.get-refused-rows': own,

  'analytics.get-statutory-clock': at(committee),
  'analytics.list-statutory-clocks': within,
  'analytics.get-indicators': within,
  'analytics.list-events': within,
  'analytics.list-access-records': country,
};

/** Where a wire name is; undefined for every name without a row. */
export const placeOf = (wireName: string): Place | undefined =>
  Object.hasOwn(places, wireName) ? places[wireName] : undefined;
