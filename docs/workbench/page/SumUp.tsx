import type { JSX } from "preact";
import type { Desk } from "./desk.js";
import type { SheetItem } from "./model.js";
export function SumUp({ item }: { readonly desk: Desk; readonly item: SheetItem }): JSX.Element {
  return <div class="desk">{item.id}</div>;
}
