import type { PlaceIdentity } from "../../schema/index.ts";

const EARTH_KM = 6371;
const CITY_KM = 150;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula, in km. */
export function distance(one: PlaceIdentity, other: PlaceIdentity): number {
  const [phi, psi] = [radians(one.lat), radians(other.lat)];
  const half =
    Math.sin((psi - phi) / 2) ** 2 + Math.cos(phi) * Math.cos(psi) * Math.sin(radians(other.lon - one.lon) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, half)));
}

const isPoint = (place: PlaceIdentity): boolean => place.resolution === "city" || place.resolution === "site";

/** Whether two places can be one; nothing where one is not said or too wide to tell. */
export function placesMeet(one?: PlaceIdentity, other?: PlaceIdentity): boolean | undefined {
  if (!one || !other) return undefined;
  if (one.name === other.name) return true;
  return isPoint(one) && isPoint(other) ? distance(one, other) <= CITY_KM : undefined;
}
