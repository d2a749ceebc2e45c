/**
 * The schemas of reports and drafts for the classic zod: with `extend`, `pick` and the rest, for generators of OpenAPI and the like.
 * They accept exactly what `parseReport` and `parseDraft` accept.
 *
 * @packageDocumentation
 */

export { draftObjects, reportObjects } from "./report/zodObjects.js";
