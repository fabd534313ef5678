const PREFIX = 'benkan.v1.';
const wireName = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/** The subject of a wire name (`meetings.record-attendance`); undefined for what could not be one. */
export const subjectOf = (name: string): string | undefined =>
  name.length <= 200 && wireName.test(name) ? PREFIX + name : undefined;

export const nameOf = (subject: string): string => subject.slice(PREFIX.length);
