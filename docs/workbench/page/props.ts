/** What the parts of the page are given. */
import type { Desk } from "./desk.js";
import type { SheetItem } from "./model.js";
import type { PanelItem } from "./panel.js";

/** The report that is looked at. */
export interface OfReport {
  readonly desk: Desk;
  readonly item: SheetItem;
}

/** The report that is looked at, with what was found in it. */
export interface OfFindings extends OfReport {
  readonly items: readonly PanelItem[];
}
