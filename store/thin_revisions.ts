const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A revision as far as it matters for thinning. */
export interface DatedRevision {
  readonly revision: number;
  /** ISO 8601. */
  readonly saved: string;
}

/**
 * The revisions that are not needed any more, as a notebook is saved whenever its user pauses: of the last
 * hour all stay, of the last day the last one of every ten minutes, of the time before the last one of every
 * day (in UTC). To thin out twice is the same as to do it once, later.
 */
export function needlessRevisions(revisions: readonly DatedRevision[], now: number): number[] {
  const lastOf = new Map<string, number>();
  const slots = revisions.map(({ revision, saved }) => {
    const time = Date.parse(saved);
    return { revision, age: now - time, tenMinutes: slot(time, 10 * minute), day: slot(time, day) };
  });
  for (const { revision, tenMinutes, day } of slots) {
    for (const key of [tenMinutes, day]) {
      lastOf.set(key, Math.max(revision, lastOf.get(key) ?? 0));
    }
  }
  return slots.filter(({ revision, age, tenMinutes, day: wholeDay }) => {
    if (age < hour) return false;
    return lastOf.get(age < day ? tenMinutes : wholeDay) !== revision;
  }).map(({ revision }) => revision);
}

function slot(time: number, length: number): string {
  return `${length} ${Math.floor(time / length)}`;
}
