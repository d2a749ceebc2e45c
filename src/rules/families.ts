import { describeForm, editionIds } from "../form/form.js";
import { reportRules } from "./reportRules.js";

/** Families of rules that do not come from the data of an edition, each with the module that checks it. */
const families = ["years", "level", "levelPart", "member", "filing", "plausibility", "narrative"] as const;

/** Every family of rules. */
export function allFamilies(): ReadonlySet<string> {
  return new Set([
    ...editionIds.flatMap((id) => reportRules(id).map(({ family }) => family)),
    ...editionIds.flatMap((id) => describeForm(id).edition.links),
    ...families,
  ]);
}
