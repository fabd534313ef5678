/** Something a person must put right before the start; said in one line. */
export class CannotStart extends Error {}
