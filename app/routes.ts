import type { RouteConfig } from "@remix-run/route-config";
import { route } from "@remix-run/route-config";

/** Every URL of the product, sorted by URL. */
export default [
  route("classes", "routes/training/classes.tsx"),
  route("classes/:classId", "routes/training/class.tsx"),
  route("classes/new", "routes/training/new-class.tsx"),
] satisfies RouteConfig;
