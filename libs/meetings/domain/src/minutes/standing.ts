/** Where a recommendation stands, as minutes say it. */
export type RecommendationStatus =
  | 'ISSUED'
  | 'SENT'
  | 'ACKNOWLEDGED'
  | 'ANSWERED'
  | 'IN_PROGRESS'
  | 'IMPLEMENTATION_CLAIMED'
  | 'IMPLEMENTATION_VERIFIED'
  | 'REJECTED'
  | 'ABANDONED';
