/** Degrees, WGS 84 as cameras write them. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_RADIUS_KM = 6371.0088;

/**
 * Kilometres between two places along the surface (haversine on the mean sphere; at most 0.5 % off,
 * and far less than a town is wide at the distances that matter here).
 */
export function kilometresApart(a: Position, b: Position): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const chord =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Numbers from a file as a place on earth; null for none, and for 0°, 0°, which phones write without a fix. */
export function positionOf(latitude: unknown, longitude: unknown): Position | null {
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
