export { baseFeature, landUse, park, phase, planVersion, surveyExtent, zone } from './schema/plan.ts';
export { boundaryShape, surveyImport } from './schema/imports.ts';
export { boundary, claim, gate, parcel, project, road, stretch, work } from './schema/facts.ts';
export { fund, milestone, payment, section, target } from './schema/tenders.ts';
export { document, event, eventSubject } from './schema/log.ts';
export {
  credential,
  installation,
  person,
  session,
  signIn,
  signInOutcomes,
  verification,
  type SignInOutcome,
} from './schema/people.ts';
