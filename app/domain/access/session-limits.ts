/** Nobody at the desk for this long ends a session (GB/T 22239 8.1.4.1; ASVS V7.3.1). Milliseconds. */
export const IDLE_LIMIT_MS = 30 * 60_000;

/** However busy, a session ends after one working day (ASVS V7.3.2). Milliseconds. */
export const ABSOLUTE_LIMIT_MS = 12 * 60 * 60_000;

/** Presence is written at most this often. Milliseconds. */
export const TOUCH_EVERY_MS = 60_000;

/** How long before the end the page says so (WCAG 2.2.1 asks for 20 s at least). Milliseconds. */
export const WARN_BEFORE_MS = 150_000;
