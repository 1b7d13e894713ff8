/** A place on the earth, in degrees. */
export interface MapPoint {
  latitude: number;
  longitude: number;
}

const earthKilometres = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Kilometres between two points as the crow flies, to a tenth (haversine, on a sphere).
 *
 * @example
 * kilometresBetween({ latitude: 40.7128, longitude: -74.006 }, { latitude: 40.6782, longitude: -73.9442 }) // 6.5
 */
export function kilometresBetween(one: MapPoint, other: MapPoint): number {
  const [north, east] = [radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)];
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2;
  return Math.round(20 * earthKilometres * Math.asin(Math.min(1, Math.sqrt(half)))) / 10;
}
