/** What a use case answers: a value, or a refusal the route must show. Surprises throw instead. */
export type Outcome<T, R> = Done<T> | Refused<R>;

export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

export function refused<const R>(refusal: R): Refused<R> {
  return { ok: false, refusal };
}
