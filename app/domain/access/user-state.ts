/** What a monthly review sorts accounts by. */
export type UserState = "active" | "disabled" | "firstPassword" | "unused";

export const USER_STATES: readonly UserState[] = ["active", "disabled", "firstPassword", "unused"];

/** Accounts nobody used for this many days should be looked at (GB/T 22239 8.1.4.2 c). */
export const UNUSED_AFTER_DAYS = 90;

/** Text from an address as a state, or null. */
export function toUserState(text: string | null): UserState | null {
  return USER_STATES.find((state) => state === text) ?? null;
}
