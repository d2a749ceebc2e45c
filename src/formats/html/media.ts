import { splitBy, withoutComments } from "./scan.js";

/** Whether a condition of a style sheet holds for a page on a screen as wide as those on desks. */
export type Holds = "yes" | "no" | "perhaps";

/** Widths in CSS pixels between which such a screen is, and the width and the height that are taken where one must be. */
const NARROWEST = 800;
const WIDEST = 2600;
const WIDTH = 1280;

const negated = (holds: Holds): Holds => (holds === "yes" ? "no" : holds === "no" ? "yes" : "perhaps");

/** Whether a list of media holds: `screen and (min-width: 600px), print`. */
export function mediaHold(written: string): Holds {
  const list = withoutComments(written, " ").trim().toLowerCase();
  if (list === "") return "yes";
  const parts = splitBy(list, ",").map((part) => queryHolds(part.trim()));
  return parts.includes("yes") ? "yes" : parts.includes("perhaps") ? "perhaps" : "no";
}

function queryHolds(query: string): Holds {
  const named = /^(?:(not|only)\s+)?([a-z-]+)(?:\s+and\s+(.*))?$/s.exec(query);
  if (named === null) return conditionHolds(query);
  const [, prefix, name, rest] = named;
  if (/\\/.test(query)) return "no";
  const isMedium = name === "all" || name === "screen";
  const holds: Holds = isMedium ? (rest === undefined ? "yes" : conditionHolds(rest)) : "no";
  return prefix === "not" ? negated(holds) : holds;
}

function conditionHolds(condition: string): Holds {
  const not = /^not\s*(\(.*\))$/s.exec(condition);
  if (not !== null) return negated(conditionHolds(not[1] ?? ""));
  const parts = condition.split(/\)\s*and\s*\(/);
  const all = parts.map((part) => featureHolds(part.replace(/^\(|\)$/g, "").trim()));
  return all.includes("no") ? "no" : all.includes("perhaps") ? "perhaps" : "yes";
}

/** Media features whose state is assumed to be that of a desktop screen. */
const STATES: Readonly<Record<string, string>> = {
  orientation: "landscape",
  "prefers-color-scheme": "light",
  hover: "hover",
  "any-hover": "hover",
  pointer: "fine",
  "any-pointer": "fine",
  "forced-colors": "none",
  "-ms-high-contrast": "",
  scripting: "enabled",
};

function featureHolds(feature: string): Holds {
  const [, name = "", value = ""] = /^([a-z-]+)\s*:\s*(.+)$/s.exec(feature) ?? [];
  if (Object.hasOwn(STATES, name)) return STATES[name] === value ? "yes" : "no";
  const [, bound, dimension] = /^(min|max)-(?:device-)?(width)$/.exec(name) ?? [];
  const length = /^(\d{1,6}(?:\.\d{1,6})?)(px|em|rem)$/.exec(value);
  if (bound === undefined || dimension === undefined || length === null) return "perhaps";
  const pixels = Number(length[1]) * (length[2] === "px" ? 1 : 16);
  if (pixels <= NARROWEST) return bound === "min" ? "yes" : "no";
  if (pixels >= WIDEST) return bound === "min" ? "no" : "yes";
  return "perhaps";
}

/** What is taken of a condition that only may hold, where one answer is needed. */
export function isLikely(written: string): boolean {
  const width = /(min|max)-(?:device-)?width\s*:\s*(\d{1,6})px/i.exec(written);
  return width === null || (width[1]?.toLowerCase() === "min" ? Number(width[2]) <= WIDTH : Number(width[2]) >= WIDTH);
}
