import type { JSX } from "preact";
import type { Desk } from "./desk.js";
import { Sheet } from "./Dialogs.js";
export function RegisterDialog({ desk }: { readonly desk: Desk }): JSX.Element {
  return <Sheet desk={desk} title="">{null}</Sheet>;
}
