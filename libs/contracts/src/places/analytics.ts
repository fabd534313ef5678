import { country, within, at, committee, type Places } from './place';

export const analyticsPlaces: Places = {
  'analytics.get-statutory-clock': at(committee),
  'analytics.list-statutory-clocks': within,
  'analytics.get-indicators': within,
  'analytics.list-events': within,
  'analytics.list-access-records': country,
};
