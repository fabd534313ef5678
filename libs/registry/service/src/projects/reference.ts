import { queryDoor } from '@benkan/doors';
import {
  donors,
  listDonors,
  listPurposeCodes,
  POLICY_MARKERS_SOURCE,
  policyMarkers,
  PURPOSE_CODES_SOURCE,
  purposeCodes,
} from '@benkan/contracts/registry';

/** registry.list-donors: the same for everybody. */
export const listDonorsDoor = () => queryDoor(listDonors, async () => ({ items: donors }));

/** registry.list-purpose-codes: the same for everybody. */
export const listPurposeCodesDoor = () =>
  queryDoor(listPurposeCodes, async () => ({
    items: purposeCodes,
    markers: policyMarkers,
    sources: { purposeCodes: PURPOSE_CODES_SOURCE, markers: POLICY_MARKERS_SOURCE },
  }));
