import type { RouteConfig } from "@remix-run/route-config";
import { index, route } from "@remix-run/route-config";

/** Every URL of the product, sorted by URL. */
export default [
  index("routes/home/home.tsx"),
  route("account", "routes/access/account.tsx"),
  route("account/password", "routes/access/change-password.tsx"),
  route("account/text-size", "routes/access/text-size.tsx"),
  route("classes", "routes/training/classes.tsx"),
  route("classes/:classId", "routes/training/class.tsx"),
  route("classes/new", "routes/training/new-class.tsx"),
  route("organisations", "routes/access/organisations.tsx"),
  route("organisations/:organisationId", "routes/access/organisation.tsx"),
  route("organisations/new", "routes/access/new-organisation.tsx"),
  route("people", "routes/people/people.tsx"),
  route("people/:id", "routes/people/person.tsx"),
  route("people/:id/reveal", "routes/people/reveal.tsx"),
  route("registry", "routes/registry/snapshots.tsx"),
  route("registry/:id", "routes/registry/snapshot.tsx"),
  route("registry/import", "routes/registry/import.tsx"),
  route("rosters/import", "routes/rosters/import-upload.tsx"),
  route("rosters/imports/:importId", "routes/rosters/import.tsx"),
  route("rosters/imports/:importId/changes", "routes/rosters/import-changes.tsx"),
  route("rosters/imports/:importId/columns", "routes/rosters/import-columns.tsx"),
  route("rosters/imports/:importId/error-workbook", "routes/rosters/import-error-workbook.ts"),
  route("sign-in", "routes/access/sign-in.tsx"),
  route("sign-out", "routes/access/sign-out.tsx"),
  route("users", "routes/access/users.tsx"),
  route("users/:userId", "routes/access/user.tsx"),
  route("users/new", "routes/access/new-user.tsx"),
] satisfies RouteConfig;
